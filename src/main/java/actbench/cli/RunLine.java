package actbench.cli;

import actbench.result.EpochRecord;
import actbench.result.RunResult;
import actbench.result.Status;
import java.util.Locale;

/** The line that tells how a run ended. */
final class RunLine {
  private RunLine() {}

  static String of(int number, int total, RunResult result) {
    int digits = Integer.toString(total).length();
    String count =
        String.format(
            Locale.ROOT, "[%" + digits + "d/%d] %s  ", number, total, result.config().id());
    Double accuracy = result.metrics().get("test_accuracy");
    if (result.status() == Status.OK && accuracy != null) {
      return count
          + String.format(
              Locale.ROOT, "test accuracy %.2f %%, %s", 100 * accuracy, seconds(result));
    }
    return count
        + result.status().word()
        + (result.failure().isEmpty() ? "" : ": " + result.failure());
  }

  static String accuracy(EpochRecord record) {
    Double accuracy = record.values().get("validation_accuracy");
    return accuracy == null ? "" : String.format(Locale.ROOT, "  accuracy %.2f %%", 100 * accuracy);
  }

  private static String seconds(RunResult result) {
    return RemainingTime.words(result.metrics().getOrDefault("seconds", 0.0));
  }
}
