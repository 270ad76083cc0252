package actbench.worker;

import actbench.train.StepTimes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a {@link BenchMain} measured.
 *
 * @param environment Java, backend, engine path, threads
 */
public record StepReport(StepTimes times, Map<String, String> environment) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  String write() {
    ObjectNode json = MAPPER.createObjectNode();
    ArrayNode milliseconds = json.putArray("milliseconds");
    times.milliseconds().forEach(milliseconds::add);
    ObjectNode shares = json.putObject("shares");
    times.shares().forEach(shares::put);
    json.put("start", times.startMilliseconds())
        .put("before", times.residentBefore())
        .put("after", times.residentAfter())
        .put("loss", Double.toString(times.loss()));
    ObjectNode facts = json.putObject("environment");
    environment.forEach(facts::put);
    return Message.MARK + json;
  }

  private static StepReport read(String line) {
    JsonNode json = MAPPER.readTree(line.substring(Message.MARK.length()));
    List<Double> milliseconds = new ArrayList<>();
    json.get("milliseconds").forEach(each -> milliseconds.add(each.doubleValue()));
    SortedMap<String, Double> shares = new TreeMap<>();
    json.get("shares")
        .properties()
        .forEach(each -> shares.put(each.getKey(), each.getValue().doubleValue()));
    Map<String, String> environment = new TreeMap<>();
    json.get("environment")
        .properties()
        .forEach(each -> environment.put(each.getKey(), each.getValue().stringValue()));
    return new StepReport(
        new StepTimes(
            milliseconds,
            shares,
            json.get("start").doubleValue(),
            json.get("before").longValue(),
            json.get("after").longValue(),
            Double.parseDouble(json.get("loss").stringValue())),
        environment);
  }

  /**
   * Runs a bench in a process of its own, which ends with this one.
   *
   * @throws IOException if the process fails; the message is what it said last
   */
  public static StepReport of(WorkerSettings settings, StepRequest request)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(settings.command());
    command.add(request.write());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(settings.environment());
    Process process = builder.start();
    Thread end = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(end);
    Optional<StepReport> report = Optional.empty();
    String last = "";
    int code;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith(Message.MARK)) {
          report = Optional.of(read(line));
        } else if (!line.isBlank() && !line.startsWith("\tat ")) {
          last = line;
        }
      }
      code = process.waitFor();
    } finally {
      process.destroyForcibly();
    }
    Runtime.getRuntime().removeShutdownHook(end);
    String said = last;
    return report.orElseThrow(
        () -> new IOException(CauseOfDeath.of(code) + (said.isEmpty() ? "" : ": " + said)));
  }
}
