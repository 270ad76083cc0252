package actbench.cli;

import actbench.compare.Comparer;
import actbench.compare.Comparison;
import actbench.compare.Curve;
import actbench.compare.EqualConditions;
import actbench.compare.Progress;
import actbench.compare.Question;
import actbench.report.Evidence;
import actbench.result.Metric;
import actbench.result.ResultFolder;
import actbench.result.ResultReader;
import actbench.result.Row;
import actbench.result.Rows;
import actbench.result.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers what a full report shows beside its comparison: curves, cost, provenance. */
final class EvidenceReader {
  private static final List<String> CURVE_METRICS =
      List.of("validation_accuracy", "validation_loss", "train_accuracy", "train_loss");
  private static final String TEST = "test_";
  private static final Metric SECONDS = Metric.named("seconds");

  private EvidenceReader() {}

  /**
   * The evidence of these sources.
   *
   * @param target what the curves' metric must reach, in its unit or in per cent; null for a target
   *     of each setting's own
   */
  static Evidence read(List<Path> sources, Rows rows, Comparison comparison, Double target) {
    List<RunResult> runs = new ArrayList<>();
    SortedMap<String, String> provenance = new TreeMap<>();
    for (Path source : sources) {
      ResultFolder folder = new ResultFolder(source);
      if (Files.exists(folder.journal())) {
        runs.addAll(ResultReader.runs(source));
      }
      String prefix = sources.size() == 1 ? "" : source + ": ";
      folder.readEnvironment().forEach((key, value) -> provenance.put(prefix + key, value));
    }
    Question asked = comparison.question();
    Optional<EqualConditions> conditions =
        isTimed(rows, comparison)
            ? Optional.of(
                EqualConditions.of(rows.rows(), runs, asked.treatment(), asked.replicate()))
            : Optional.empty();
    Optional<Comparison> cost = conditions.flatMap(each -> cost(rows, comparison, each));
    List<String> names = new ArrayList<>();
    rows.metrics().stream()
        .map(Metric::name)
        .filter(name -> name.startsWith(TEST))
        .map(name -> "validation_" + name.substring(TEST.length()))
        .forEach(names::add);
    names.addAll(CURVE_METRICS);
    for (String name : names) {
      List<Curve> curves = Curve.of(runs, comparison, name);
      if (!curves.isEmpty()) {
        Metric metric = Metric.named(name);
        OptionalDouble level = level(metric, target);
        return new Evidence(
            curves,
            name,
            Progress.of(runs, comparison, metric, level),
            level,
            cost,
            conditions,
            provenance);
      }
    }
    if (target != null) {
      throw new UserException(
          "--target needs the learning curves of a results folder, and there are none here");
    }
    return new Evidence(
        List.of(), "", List.of(), OptionalDouble.empty(), cost, conditions, provenance);
  }

  private static OptionalDouble level(Metric metric, Double target) {
    if (target == null) {
      return OptionalDouble.empty();
    }
    boolean percent = metric.unit().equals(Metric.PROPORTION);
    if (!Double.isFinite(target) || (percent && (target < 0 || target > 100))) {
      throw UserException.bad(
          "--target", target, percent ? "0 to 100, per cent of " + metric.name() : "a number");
    }
    return OptionalDouble.of(percent ? target / 100 : target);
  }

  private static boolean isTimed(Rows rows, Comparison comparison) {
    return !comparison.question().metric().equals(SECONDS)
        && rows.rows().stream().anyMatch(row -> row.metrics().containsKey(SECONDS.name()));
  }

  /** The comparison by seconds of the runs whose times may be compared; none if there are none. */
  private static Optional<Comparison> cost(
      Rows rows, Comparison comparison, EqualConditions conditions) {
    List<Row> equal = rows.rows().stream().filter(conditions::holdFor).toList();
    Question asked = comparison.question();
    return equal.stream().noneMatch(row -> row.metrics().containsKey(SECONDS.name()))
        ? Optional.empty()
        : Optional.of(
            Comparer.compare(
                new Rows(rows.name(), equal, List.of(), 0),
                new Question(asked.treatment(), asked.replicate(), SECONDS, 0, "", 0, "")));
  }
}
