package actbench.worker;

import actbench.grid.RunConfig;
import actbench.grid.RunConfigJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a {@link BenchMain} is asked to do.
 *
 * @param stock whether Deeplearning4j's own layers take the place of ours
 * @param warmup steps that do not count, at least 1
 * @param steps steps that count, at least 2
 */
public record StepRequest(RunConfig run, boolean stock, int warmup, int steps) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** One line of JSON. */
  public String write() {
    ObjectNode json = MAPPER.createObjectNode();
    json.set("run", MAPPER.readTree(RunConfigJson.write(run)));
    return json.put("stock", stock).put("warmup", warmup).put("steps", steps).toString();
  }

  static StepRequest read(String line) {
    JsonNode json = MAPPER.readTree(line);
    return new StepRequest(
        RunConfigJson.read(json.get("run")),
        json.get("stock").booleanValue(),
        json.get("warmup").intValue(),
        json.get("steps").intValue());
  }
}
