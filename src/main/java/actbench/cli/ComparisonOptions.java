package actbench.cli;

import actbench.compare.Comparer;
import actbench.compare.Comparison;
import actbench.compare.Question;
import actbench.report.Evidence;
import actbench.result.Metric;
import actbench.result.Metric.Direction;
import actbench.result.ResultException;
import actbench.result.ResultFolder;
import actbench.result.ResultReader;
import actbench.result.Roles;
import actbench.result.Row;
import actbench.result.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is compared and how: shared by {@code compare} and {@code report}. */
final class ComparisonOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR|CSV",
      description = "Results folders or tidy CSV files; several are put together.")
  private List<Path> sources;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      defaultValue = "",
      description =
          "The outcome to compare (default: what the runs say they are judged by, else"
              + " test_accuracy).")
  private String metric;

  @Option(
      names = "--by",
      paramLabel = "SETTING",
      defaultValue = "",
      description = "Add a table with a row for each value of a setting.")
  private String by;

  @Option(
      names = "--baseline",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Compare pairs with this activation only.")
  private String baseline;

  @Option(
      names = "--tie-band",
      paramLabel = "SIZE",
      description =
          "Means that differ by no more are a tie between two, in points of a per cent or in the"
              + " metric's unit (default: 0.1 points for accuracies, else 0).")
  private Double tieBand;

  @Option(
      names = "--overlap",
      paramLabel = "RATIO",
      defaultValue = "0",
      description =
          "Test examples per training example, where repeats are folds or resamples of one data set:"
              + " corrects the test over seeds for training sets that overlap.")
  private double overlap;

  @Option(names = "--lower-is-better", description = "Smaller values of the metric win.")
  private boolean lower;

  @Option(names = "--higher-is-better", description = "Larger values of the metric win.")
  private boolean higher;

  @Option(
      names = "--treatment",
      paramLabel = "COLUMN",
      defaultValue = "activation",
      description = "What competes (default: ${DEFAULT-VALUE}).")
  private String treatment;

  @Option(
      names = "--replicate",
      paramLabel = "COLUMN",
      defaultValue = "seed",
      description = "What tells repeats apart (default: ${DEFAULT-VALUE}).")
  private String replicate;

  @Option(
      names = "--block",
      paramLabel = "COLUMN",
      split = ",",
      description = "What makes up a setting in a CSV file (default: all other columns).")
  private List<String> blocks = List.of();

  @Option(
      names = "--target",
      paramLabel = "LEVEL",
      description =
          "What validation must reach for epochs and seconds to target, in per cent for accuracies"
              + " (default: in each setting the worst activation's mean at the end).")
  private Double target;

  List<Path> sources() {
    return sources;
  }

  /** The rows of all sources. */
  Rows rows() {
    check(roles());
    return ResultReader.read(sources, roles());
  }

  /** Each column has one part only. */
  private void check(Roles roles) {
    if (roles.treatment().equals(roles.replicate())) {
      throw UserException.bad("--treatment", treatment, "another column than that of --replicate");
    }
    String others = "a setting other than " + roles.treatment() + " and " + roles.replicate();
    List<String> taken = List.of(roles.treatment(), roles.replicate());
    if (taken.contains(Row.column(by))) {
      throw UserException.bad("--by", by, others);
    }
    for (String block : roles.blocks()) {
      if (taken.contains(block)) {
        throw UserException.bad("--block", block, others);
      }
    }
    if (!blocks.isEmpty()
        && sources.stream().allMatch(each -> Files.exists(new ResultFolder(each).journal()))) {
      throw UserException.bad(
          "--block",
          String.join(",", blocks),
          "it with CSV files only; in results folders all settings count");
    }
  }

  /** Refuses what only the whole text would show. */
  void checkBrief() {
    if (target != null) {
      throw new UserException(
          "--target goes with --all or --format, as a short text has no curves");
    }
  }

  private Roles roles() {
    return new Roles(
        Row.column(treatment),
        Row.column(replicate),
        Row.column(metric),
        blocks.stream().map(Row::column).toList());
  }

  /** The comparison that was asked for. */
  Comparison compare(Rows rows) {
    Roles roles = roles();
    Metric fitted = directed(Comparer.metric(rows, roles.metric()));
    Comparison comparison =
        Comparer.compare(
            rows,
            new Question(
                roles.treatment(),
                roles.replicate(),
                fitted,
                band(fitted),
                baseline,
                overlap,
                Row.column(by)));
    return attached(comparison, rows);
  }

  /** What is known beside the comparison. */
  Evidence evidence(Rows rows, Comparison comparison) {
    return EvidenceReader.read(sources, rows, comparison, target);
  }

  /** With the looks by which seeds were added, if that is how they came. */
  private Comparison attached(Comparison comparison, Rows rows) {
    return sources.size() == 1 && Files.isDirectory(sources.get(0))
        ? SequentialFile.read(new ResultFolder(sources.get(0)))
            .map(rule -> rule.attach(comparison, rows))
            .orElse(comparison)
        : comparison;
  }

  private Metric directed(Metric named) {
    if (lower && higher) {
      throw new ResultException(
          "error: --lower-is-better and --higher-is-better exclude each other");
    } else if (lower || higher) {
      return named.with(
          named.unit(), lower ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER);
    }
    return named;
  }

  private double band(Metric fitted) {
    if (!(overlap >= 0) || Double.isInfinite(overlap)) {
      throw UserException.bad("--overlap", overlap, "a number of at least 0");
    }
    if (tieBand == null) {
      return Question.defaultTieBand(fitted);
    }
    if (!(tieBand >= 0) || tieBand.isInfinite()) {
      throw UserException.bad("--tie-band", tieBand, "a number of at least 0");
    }
    return fitted.unit().equals(Metric.PROPORTION) ? tieBand / 100 : tieBand;
  }
}
