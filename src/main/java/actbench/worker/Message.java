package actbench.worker;

import actbench.grid.RunConfig;
import actbench.grid.RunConfigJson;
import actbench.result.EpochRecord;
import actbench.result.RunResult;
import actbench.result.RunResultJson;
import actbench.spec.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the runner and a worker say to each other, a line each. */
sealed interface Message {
  /** Opens every line of the protocol, since native libraries write to the same stream. */
  String MARK = "@actbench ";

  /** The line, without its end. */
  String write();

  /** The message on a line; null if the line is none. */
  static Message read(String line) {
    if (!line.startsWith(MARK)) {
      return null;
    }
    try {
      JsonNode json = Json.MAPPER.readTree(line.substring(MARK.length()));
      return switch (json.path("say").asString("")) {
        case "ready" -> new Ready(Json.texts(json.get("environment")));
        case "train" ->
            new Train(RunConfigJson.read(json.get("run")), Json.measures(json.path("measure")));
        case "batch" ->
            new Batch(
                json.get("epoch").intValue(),
                json.get("done").intValue(),
                json.get("total").intValue(),
                Double.parseDouble(json.get("loss").stringValue()));
        case "epoch" -> new Epoch(Json.epoch(json));
        case "done" -> new Done(RunResultJson.read(json.get("result").toString()));
        case "dying" -> new Dying(json.get("cause").stringValue());
        default -> null;
      };
    } catch (JacksonException | IllegalArgumentException e) {
      return null;
    }
  }

  /** The worker is up. */
  record Ready(Map<String, String> environment) implements Message {
    @Override
    public String write() {
      ObjectNode json = Json.say("ready");
      ObjectNode texts = json.putObject("environment");
      environment.forEach(texts::put);
      return MARK + json;
    }
  }

  /** Train this run, and watch this in it. */
  record Train(RunConfig run, List<Measure> measures) implements Message {
    public Train {
      measures = List.copyOf(measures);
    }

    @Override
    public String write() {
      ArrayNode words = Json.MAPPER.createArrayNode();
      measures.forEach(each -> words.add(each.word()));
      return MARK
          + "{\"say\":\"train\",\"measure\":"
          + words
          + ",\"run\":"
          + RunConfigJson.write(run)
          + "}";
    }
  }

  /** A batch was trained. The loss travels as text, since it may be no number. */
  record Batch(int epoch, int done, int total, double loss) implements Message {
    @Override
    public String write() {
      return MARK
          + Json.say("batch")
              .put("epoch", epoch)
              .put("done", done)
              .put("total", total)
              .put("loss", Double.toString(loss));
    }
  }

  /** An epoch was finished. */
  record Epoch(EpochRecord record) implements Message {
    @Override
    public String write() {
      ObjectNode json = Json.say("epoch").put("epoch", record.epoch());
      ObjectNode values = json.putObject("values");
      record.values().forEach((name, value) -> values.put(name, Double.toString(value)));
      return MARK + json;
    }
  }

  /** The run has ended. */
  record Done(RunResult result) implements Message {
    @Override
    public String write() {
      return MARK + "{\"say\":\"done\",\"result\":" + RunResultJson.write(result) + "}";
    }
  }

  /** The worker fell over in this run, and ends. */
  record Dying(String cause) implements Message {
    @Override
    public String write() {
      return MARK + Json.say("dying").put("cause", cause);
    }
  }

  /** The process has closed its output. */
  record Gone() implements Message {
    @Override
    public String write() {
      throw new IllegalStateException("nobody says this");
    }
  }

  /** Reads and writes the parts. */
  final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    private static ObjectNode say(String word) {
      return MAPPER.createObjectNode().put("say", word);
    }

    private static List<Measure> measures(JsonNode json) {
      List<Measure> measures = new ArrayList<>();
      json.forEach(each -> measures.add(Measure.of(each.stringValue())));
      return measures;
    }

    private static Map<String, String> texts(JsonNode json) {
      Map<String, String> texts = new TreeMap<>();
      json.properties().forEach(each -> texts.put(each.getKey(), each.getValue().stringValue()));
      return texts;
    }

    private static EpochRecord epoch(JsonNode json) {
      TreeMap<String, Double> values = new TreeMap<>();
      json.get("values")
          .properties()
          .forEach(
              each -> values.put(each.getKey(), Double.parseDouble(each.getValue().stringValue())));
      return new EpochRecord(json.get("epoch").intValue(), values);
    }
  }
}
