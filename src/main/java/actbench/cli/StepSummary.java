package actbench.cli;

import actbench.grid.RunConfig;
import actbench.train.StepTimes;
import actbench.worker.StepReport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A bench of steps, for people and for programs. Quartiles are those of Hyndman and Fan's type 7.
 *
 * @param name model, activation and their settings
 */
record StepSummary(
    String name, RunConfig run, int batch, int threads, String engine, StepReport report) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final double MEBI = 1 << 20;

  static StepSummary of(RunConfig run, int batch, int threads, boolean stock, StepReport report) {
    return new StepSummary(
        run.label("model") + ", " + run.label("activation"),
        run,
        batch,
        threads,
        stock ? "stock" : report.environment().get("engine_path"),
        report);
  }

  private double quantile(double share) {
    List<Double> sorted = report.times().milliseconds().stream().sorted().toList();
    double place = share * (sorted.size() - 1);
    int below = (int) place;
    double low = sorted.get(below);
    double high = sorted.get(Math.min(below + 1, sorted.size() - 1));
    return low + (place - below) * (high - low);
  }

  private double imagesPerSecond() {
    return batch / quantile(0.5) * 1000;
  }

  String json() {
    StepTimes times = report.times();
    ObjectNode json = MAPPER.createObjectNode();
    json.put("engine", "actbench " + engine)
        .put("model", run.label("model"))
        .put("activation", run.label("activation"))
        .put("dataset", run.label("dataset"))
        .put("batch", batch)
        .put("threads", threads)
        .put("median_ms", rounded(quantile(0.5)))
        .put("p25_ms", rounded(quantile(0.25)))
        .put("p75_ms", rounded(quantile(0.75)))
        .put("images_per_second", rounded(imagesPerSecond()))
        .put("steps", times.milliseconds().size())
        .put("first_step_seconds", rounded(times.startMilliseconds() / 1000))
        .put("resident_mib_before", rounded(times.residentBefore() / MEBI))
        .put("resident_mib_after", rounded(times.residentAfter() / MEBI));
    ObjectNode shares = json.putObject("share_of_time");
    byShare(times.shares()).forEach(each -> shares.put(each.getKey(), rounded(each.getValue())));
    ObjectNode environment = json.putObject("environment");
    report.environment().forEach(environment::put);
    return json.toString();
  }

  String text() {
    StepTimes times = report.times();
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%s: %.1f ms a step (quartiles %.1f and %.1f), %.0f images/s%n",
                name,
                quantile(0.5),
                quantile(0.25),
                quantile(0.75),
                imagesPerSecond()));
    text.append(
        String.format(
            Locale.ROOT,
            "batch %d, %s, path %s; first step %.1f s after the start, %.0f MiB in memory%n",
            batch,
            Words.count(threads, "thread"),
            engine,
            times.startMilliseconds() / 1000,
            times.residentAfter() / MEBI));
    for (Map.Entry<String, Double> each : byShare(times.shares())) {
      text.append(
          String.format(Locale.ROOT, "  %5.1f %%  %s%n", 100 * each.getValue(), each.getKey()));
    }
    return text.toString().stripTrailing();
  }

  private static List<Map.Entry<String, Double>> byShare(SortedMap<String, Double> shares) {
    return shares.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .toList();
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
