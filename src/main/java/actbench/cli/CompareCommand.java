package actbench.cli;

import actbench.compare.Comparer;
import actbench.compare.Comparison;
import actbench.compare.Question;
import actbench.report.Format;
import actbench.report.Report;
import actbench.result.Metric;
import actbench.result.Metric.Direction;
import actbench.result.ResultException;
import actbench.result.ResultReader;
import actbench.result.Roles;
import actbench.result.Row;
import actbench.result.Rows;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code actbench compare}: tables of wins from results. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Compare activations by the results of their runs.",
    footer = {
      "",
      "Examples:",
      "  actbench compare results/mnist-depth --by depth --baseline relu",
      "  actbench compare results/a results/b --metric test_loss --format md",
      "  actbench compare other.csv --treatment method --block task --replicate fold --metric auc"
    })
public final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR|CSV",
      description = "Results folders or tidy CSV files; several are put together.")
  private List<Path> sources;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      defaultValue = "test_accuracy",
      description = "The outcome to compare (default: ${DEFAULT-VALUE}).")
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
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, md, latex, csv or json (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      out.print(Report.write(comparison(), format));
      out.flush();
      return 0;
    } catch (ResultException e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(e.getMessage());
      err.flush();
      return 2;
    }
  }

  private Comparison comparison() {
    Roles roles =
        new Roles(
            Row.column(treatment),
            Row.column(replicate),
            Row.column(metric),
            blocks.stream().map(Row::column).toList());
    Rows rows = ResultReader.read(sources, roles);
    Metric fitted = directed(Comparer.metric(rows, roles.metric()));
    return Comparer.compare(
        rows,
        new Question(
            roles.treatment(),
            roles.replicate(),
            fitted,
            band(fitted),
            baseline,
            overlap,
            Row.column(by)));
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
      throw new ResultException(
          "error: --overlap must be a number of at least 0, found '" + overlap + "'");
    }
    if (tieBand == null) {
      return Question.defaultTieBand(fitted);
    }
    if (!(tieBand >= 0) || tieBand.isInfinite()) {
      throw new ResultException(
          "error: --tie-band must be a number of at least 0, found '" + tieBand + "'");
    }
    return fitted.unit().equals(Metric.PROPORTION) ? tieBand / 100 : tieBand;
  }
}
