package actbench.grid;

import actbench.spec.Choice;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run as one line of JSON and back, without loss.
 *
 * <p>The object is flat: {@code id}, then settings and {@code seed} in the order of their names. A
 * whole number has neither point nor exponent and reads back as {@code Long}; any other number
 * reads back as {@code Double}; an object is a {@link Choice}, its {@code name} beside its
 * parameters.
 */
public final class RunConfigJson {
  /** Apart, as loading Jackson costs more than all the writing of a plan, which does without. */
  private static final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();
  }

  private RunConfigJson() {}

  /** The run as JSON on one line, without a line end. */
  public static String write(RunConfig run) {
    StringBuilder out = new StringBuilder(320);
    append(out, run, new JsonFragments());
    return out.toString();
  }

  static void append(StringBuilder out, RunConfig run, JsonFragments fragments) {
    CanonicalJson.appendMember(out.append('{'), "id", run.id());
    appendSettings(out.append(','), run.settings(), run.seed(), fragments);
    out.append('}');
  }

  /** Appends settings and seed as members in the order of their names, without braces. */
  static void appendSettings(
      StringBuilder out, SortedMap<String, Object> settings, long seed, JsonFragments fragments) {
    boolean seedWritten = false;
    for (Map.Entry<String, Object> setting : settings.entrySet()) {
      if (!seedWritten && setting.getKey().compareTo("seed") > 0) {
        CanonicalJson.appendMember(out, "seed", seed).append(',');
        seedWritten = true;
      }
      fragments.appendMember(out, setting.getKey(), setting.getValue()).append(',');
    }
    if (seedWritten) {
      out.setLength(out.length() - 1);
    } else {
      CanonicalJson.appendMember(out, "seed", seed);
    }
  }

  /**
   * The run that {@link #write} wrote.
   *
   * @throws IllegalArgumentException if the text is no run
   */
  public static RunConfig read(String json) {
    try {
      return read(Json.MAPPER.readTree(json));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * The run in a JSON object that {@link #write} wrote, alone or inside another document.
   *
   * @throws IllegalArgumentException if the object is no run
   */
  public static RunConfig read(JsonNode json) {
    if (json == null || !json.isObject()) {
      throw new IllegalArgumentException("a run must be a JSON object");
    }
    JsonNode id = json.get("id");
    JsonNode seed = json.get("seed");
    if (id == null || !id.isString()) {
      throw new IllegalArgumentException("a run must have an id");
    }
    if (seed == null || !(value("seed", seed) instanceof Long number)) {
      throw new IllegalArgumentException("run " + id.stringValue() + " has no seed");
    }
    SortedMap<String, Object> settings = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      String key = member.getKey();
      if (!key.equals("id") && !key.equals("seed")) {
        JsonNode node = member.getValue();
        settings.put(key, node.isObject() ? choice(key, node) : value(key, node));
      }
    }
    return new RunConfig(id.stringValue(), settings, number);
  }

  private static Choice choice(String key, JsonNode json) {
    JsonNode name = json.get("name");
    if (name == null || !name.isString()) {
      throw new IllegalArgumentException("'" + key + "' has no name");
    }
    SortedMap<String, Object> parameters = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (!member.getKey().equals("name")) {
        parameters.put(member.getKey(), value(key, member.getValue()));
      }
    }
    return new Choice(name.stringValue(), parameters);
  }

  private static Object value(String key, JsonNode json) {
    if (json.isIntegralNumber() && json.canConvertToLong()) {
      return json.longValue();
    } else if (json.isFloatingPointNumber()) {
      return json.doubleValue();
    } else if (json.isBoolean()) {
      return json.booleanValue();
    } else if (json.isString()) {
      return json.stringValue();
    }
    throw new IllegalArgumentException("'" + key + "' cannot be " + json);
  }
}
