package actbench.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the runs of a folder were made with: an object of texts, and under {@code earlier} those of
 * other sittings, oldest first, if a grid was resumed with another program or elsewhere.
 */
final class EnvironmentFile {
  private static final String EARLIER = "earlier";
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;

  EnvironmentFile(Path file) {
    this.file = file;
  }

  /** Makes this the latest environment; each one is kept once. */
  void write(SortedMap<String, String> environment) {
    ObjectNode latest = MAPPER.createObjectNode();
    environment.forEach(latest::put);
    ObjectNode before = tree();
    ArrayNode earlier = MAPPER.createArrayNode();
    for (JsonNode each : before.path(EARLIER)) {
      keep(each, latest, earlier);
    }
    before.remove(EARLIER);
    keep(before, latest, earlier);
    if (!earlier.isEmpty()) {
      latest.set(EARLIER, earlier);
    }
    AtomicFile.write(file, MAPPER.writeValueAsString(latest) + "\n");
  }

  private static void keep(JsonNode environment, ObjectNode latest, ArrayNode earlier) {
    if (!environment.isEmpty() && !environment.equals(latest)) {
      earlier.add(environment);
    }
  }

  /** The latest environment, and in how many others runs were made before; empty without a file. */
  SortedMap<String, String> read() {
    SortedMap<String, String> environment = new TreeMap<>();
    for (var each : tree().properties()) {
      JsonNode value = each.getValue();
      environment.put(
          each.getKey(),
          value.isArray()
              ? value.size() + " other, see " + file.getFileName()
              : value.asString(value.toString()));
    }
    return environment;
  }

  private ObjectNode tree() {
    if (!Files.exists(file)) {
      return MAPPER.createObjectNode();
    }
    try {
      JsonNode tree = MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
      if (tree instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw new ResultException(file + ": error: cannot be read: " + AtomicFile.reason(e), e);
    } catch (JacksonException e) {
      throw new ResultException(file + ": error: not JSON: " + e.getOriginalMessage(), e);
    }
    throw new ResultException(file + ": error: no JSON object; expected what 'run' wrote");
  }
}
