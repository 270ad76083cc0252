package actbench.report;

import static actbench.claims.StudyRuns.depth;
import static actbench.claims.StudyRuns.with;

import actbench.claims.Claim;
import actbench.claims.ClaimCatalog;
import actbench.claims.ClaimChecker;
import actbench.claims.Reproduced;
import actbench.claims.Reproduction;
import actbench.claims.StudyRuns;
import actbench.compare.Comparer;
import actbench.compare.Comparison;
import actbench.compare.Curve;
import actbench.compare.Progress;
import actbench.compare.Question;
import actbench.result.Metric;
import actbench.result.Row;
import actbench.result.Rows;
import actbench.result.RunResult;
import actbench.result.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
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

  /** All documents whose form is checked: the reports, and those about published numbers. */
  static Map<String, String> documents(Format format) {
    Map<String, String> documents = new TreeMap<>(reports(format));
    documents.put("claims", claims(format));
    documents.put("claim-list", claimList(format));
    documents.put("study", study(format));
    return documents;
  }

  /** What made-up runs say of the published claims about two networks. */
  static String claims(Format format) {
    Map<String, Rows> grids = new TreeMap<>(StudyRuns.some());
    List<Row> rows = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      // Mish behind at one depth, and too near to call at another.
      rows.add(depth("mnist", 10, 18, "relu", seed, 0.990 + 0.001 * seed));
      rows.add(depth("mnist", 10, 18, "mish", seed, 0.980 + 0.0011 * seed));
      rows.add(depth("mnist", 10, 21, "swish", seed, 0.980 + 0.001 * seed));
      rows.add(depth("mnist", 10, 21, "mish", seed, 0.980 + 0.001 * seed * seed));
      // As published but for the budget, and not as published.
      rows.add(depth("mnist", 3, 22, "swish", seed, 0.900 + 0.001 * seed));
      rows.add(depth("mnist", 3, 22, "mish", seed, 0.920 + 0.0011 * seed));
      rows.add(with(depth("mnist", 10, 23, "swish", seed, 0.900 + 0.001 * seed), "mixup", "0.2"));
      rows.add(with(depth("mnist", 10, 23, "mish", seed, 0.880 + 0.0011 * seed), "mixup", "0.2"));
    }
    grids.put("depths <b>&_", new Rows("depths", rows, List.of(), 0));
    List<Claim> claims =
        ClaimCatalog.claims().stream()
            .filter(
                claim ->
                    claim.model().equals("depth-net")
                        || claim.dataset().equals("fashion-mnist")
                        || claim.metric().name().startsWith("function_"))
            .toList();
    return ClaimsReport.write(
        String.join(" + ", grids.keySet()), ClaimChecker.check(grids, claims), format);
  }

  static String claimList(Format format) {
    return ClaimsReport.list(
        ClaimCatalog.claims().subList(0, 40), ClaimCatalog.corrections(), format);
  }

  static String study(Format format) {
    return StudyReport.write(
        "results/study",
        new TreeMap<>(StudyRuns.some()),
        reproduced(Set.of("depth", "beta-mish")),
        ClaimCatalog.criteria(),
        format);
  }

  /** Published rows of some tables, and the made-up runs that repeat them. */
  static List<Reproduced> reproduced(Set<String> tables) {
    return Reproduction.of(
        StudyRuns.some(),
        ClaimCatalog.published().stream().filter(row -> tables.contains(row.table())).toList());
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
            Optional.empty(),
            new TreeMap<>(Map.of("commit", "<b>abc</b>"))),
        format);
  }

  static Comparison compare(List<RunResult> runs, String metric) {
    return Comparer.compare(Runs.rows("grid", runs), Question.about(Metric.named(metric)));
  }
}
