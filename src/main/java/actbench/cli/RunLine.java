package actbench.cli;

import actbench.result.EpochRecord;
import actbench.result.RunResult;
import actbench.result.Status;
import java.util.List;
import java.util.Locale;

/** The line that tells how a run ended. */
final class RunLine {
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
    return result.status() == Status.OK && result.metrics().containsKey("test_accuracy");
  }

  private static String outcome(RunResult result) {
    if (isGood(result)) {
      return String.format(
          Locale.ROOT,
          "test accuracy %.2f %%, %s",
          100 * result.metrics().get("test_accuracy"),
          seconds(result));
    }
    return result.status().word() + (result.failure().isEmpty() ? "" : ": " + result.failure());
  }

  static String accuracy(EpochRecord record) {
    Double accuracy = record.values().get("validation_accuracy");
    return accuracy == null ? "" : String.format(Locale.ROOT, "accuracy %.2f %%", 100 * accuracy);
  }

  private static String seconds(RunResult result) {
    return RemainingTime.words(result.metrics().getOrDefault("seconds", 0.0));
  }
}
