package actbench.result;

import actbench.grid.RunConfigJson;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run's result as one line of JSON and back, without loss.
 *
 * <p>JSON has no numbers for NaN and the infinities: they are the strings {@code "NaN"}, {@code
 * "Infinity"} and {@code "-Infinity"}.
 */
public final class RunResultJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private RunResultJson() {}

  /** The result as JSON on one line, without a line end. */
  public static String write(RunResult result) {
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator json = MAPPER.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringProperty("status", result.status().word());
      json.writeStringProperty("failure", result.failure());
      json.writeName("run");
      json.writeRawValue(RunConfigJson.write(result.config()));
      writeNumbers(json, "metrics", result.metrics());
      json.writeName("facts");
      json.writeStartObject();
      result.facts().forEach(json::writeStringProperty);
      json.writeEndObject();
      json.writeName("epochs");
      json.writeStartArray();
      for (EpochRecord record : result.epochs()) {
        json.writeStartObject();
        json.writeNumberProperty("epoch", record.epoch());
        writeNumbers(json, "values", record.values());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void writeNumbers(JsonGenerator json, String name, Map<String, Double> numbers) {
    json.writeName(name);
    json.writeStartObject();
    numbers.forEach(
        (key, value) -> {
          json.writeName(key);
          if (Double.isFinite(value)) {
            json.writeNumber(value.doubleValue());
          } else {
            json.writeString(value.toString());
          }
        });
    json.writeEndObject();
  }

  /**
   * The result that {@link #write} wrote.
   *
   * @throws IllegalArgumentException if the text is no result
   */
  public static RunResult read(String json) {
    return read(json, true);
  }

  /** As {@link #read(String)}; epochs are skipped unless they are wanted. */
  static RunResult read(String text, boolean withEpochs) {
    try (JsonParser json = MAPPER.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("a result must be a JSON object");
      }
      JsonNode run = null;
      Status status = null;
      String failure = "";
      SortedMap<String, Double> metrics = new TreeMap<>();
      SortedMap<String, String> facts = new TreeMap<>();
      List<EpochRecord> epochs = new ArrayList<>();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "run" -> run = json.readValueAsTree();
          case "status" -> status = Status.of(json.getString());
          case "failure" -> failure = json.getString();
          case "metrics" -> metrics = numbers("metrics", json.readValueAsTree());
          case "facts" -> facts = texts(json.readValueAsTree());
          case "epochs" -> {
            if (withEpochs) {
              epochs = epochs(json.readValueAsTree());
            } else {
              json.skipChildren();
            }
          }
          default -> json.skipChildren();
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        throw new IllegalArgumentException("text after the result");
      }
      if (status == null) {
        throw new IllegalArgumentException("a result must have a status");
      }
      return new RunResult(RunConfigJson.read(run), status, failure, metrics, facts, epochs);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static SortedMap<String, Double> numbers(String what, JsonNode json) {
    SortedMap<String, Double> numbers = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : object(what, json).properties()) {
      numbers.put(member.getKey(), number(member.getKey(), member.getValue()));
    }
    return numbers;
  }

  private static double number(String key, JsonNode json) {
    if (json.isNumber()) {
      return json.doubleValue();
    }
    return switch (json.isString() ? json.stringValue() : "") {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new IllegalArgumentException("'" + key + "' is no number: " + json);
    };
  }

  private static SortedMap<String, String> texts(JsonNode json) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : object("facts", json).properties()) {
      if (!member.getValue().isString()) {
        throw new IllegalArgumentException("'" + member.getKey() + "' is no text");
      }
      texts.put(member.getKey(), member.getValue().stringValue());
    }
    return texts;
  }

  private static List<EpochRecord> epochs(JsonNode json) {
    if (!json.isArray()) {
      throw new IllegalArgumentException("'epochs' must be a list");
    }
    List<EpochRecord> epochs = new ArrayList<>();
    for (JsonNode record : json) {
      JsonNode epoch = object("epochs", record).get("epoch");
      if (epoch == null || !epoch.isInt()) {
        throw new IllegalArgumentException("an epoch has no number");
      }
      epochs.add(new EpochRecord(epoch.intValue(), numbers("values", record.get("values"))));
    }
    return epochs;
  }

  private static JsonNode object(String what, JsonNode json) {
    if (json == null || !json.isObject()) {
      throw new IllegalArgumentException("'" + what + "' must be an object");
    }
    return json;
  }
}
