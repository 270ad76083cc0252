package actbench.report;

import actbench.compare.Comparer;
import actbench.compare.Comparison;
import actbench.compare.Curve;
import actbench.compare.Progress;
import actbench.compare.Question;
import actbench.result.Metric;
import actbench.result.RunResult;
import actbench.result.Runs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Reports made up for tests. */
final class Samples {
  private Samples() {}

  /** All reports whose form is checked, by name. */
  static Map<String, String> reports(Format format) {
    return Map.of(
        "full", full(format),
        "mixed", Report.write(ReportTest.mixed(), format),
        "hostile", Report.write(ReportTest.hostile(), format));
  }

  /** A report with everything in it. */
  static String full(Format format) {
    List<RunResult> runs = Runs.grid();
    Comparison comparison = compare(runs, "test_accuracy");
    Metric curve = Metric.named("train_loss");
    return Report.write(
        comparison,
        new Evidence(
            Curve.of(runs, comparison, curve.name()),
            curve.name(),
            Progress.of(runs, comparison, curve, OptionalDouble.empty()),
            OptionalDouble.empty(),
            Optional.of(compare(runs, "seconds")),
            new TreeMap<>(Map.of("commit", "<b>abc</b>"))),
        format);
  }

  static Comparison compare(List<RunResult> runs, String metric) {
    return Comparer.compare(Runs.rows("grid", runs), Question.about(Metric.named(metric)));
  }
}
