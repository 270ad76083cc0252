package actbench.cli;

import actbench.grid.RunConfig;
import actbench.result.EpochRecord;
import actbench.result.Metric;
import actbench.result.Row;
import actbench.result.RunResult;
import actbench.result.Status;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The line that tells how a run ended. */
final class RunLine {
  private static final String VALIDATION = "validation_";

  /**
   * What an epoch's score goes by, the first one that it has: no task has two of them as its own.
   */
  private static final List<String> USUAL = List.of("dice", "accuracy", "mse");

  private RunLine() {}

  /** In full, for logs and pipes. */
  static String of(int number, int total, RunResult result) {
    return lead(number, total) + result.config().id() + "  " + outcome(result);
  }

  /** In a terminal of this width; the cause of a failure is never cut. */
  static String fitted(int number, int total, RunResult result, int width) {
    return isGood(result)
        ? LiveLine.of(lead(number, total), result.config().id(), List.of(outcome(result)), width)
        : of(number, total, result);
  }

  private static String lead(int number, int total) {
    int digits = Integer.toString(total).length();
    return String.format(Locale.ROOT, "[%" + digits + "d/%d] ", number, total);
  }

  private static boolean isGood(RunResult result) {
    return result.status() == Status.OK
        && result.metrics().containsKey(Metric.primary(result.facts()).name());
  }

  private static String outcome(RunResult result) {
    if (isGood(result)) {
      Metric judged = Metric.primary(result.facts());
      return words(judged, "", result.metrics().get(judged.name())) + ", " + seconds(result);
    }
    return result.status().word() + (result.failure().isEmpty() ? "" : ": " + result.failure());
  }

  /** How an epoch's validation went: by the metric that the run names, else by its task's own. */
  static String score(RunConfig run, EpochRecord record) {
    Map<String, Double> values = record.values();
    return (run.has("metric") ? Stream.of(Row.column(run.choice("metric").name())) : USUAL.stream())
        .map(VALIDATION::concat)
        .filter(values::containsKey)
        .findFirst()
        .map(name -> words(Metric.named(name), VALIDATION, values.get(name)))
        .orElse("");
  }

  private static String words(Metric metric, String prefix, double value) {
    boolean share = metric.unit().equals(Metric.PROPORTION);
    String name = metric.name().substring(prefix.length()).replace('_', ' ');
    return name
        + " "
        + String.format(Locale.ROOT, share ? "%.2f %%" : "%.4g", share ? 100 * value : value);
  }

  private static String seconds(RunResult result) {
    return RemainingTime.words(result.metrics().getOrDefault("seconds", 0.0));
  }
}
