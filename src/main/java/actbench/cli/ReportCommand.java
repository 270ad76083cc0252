package actbench.cli;

import actbench.compare.Comparer;
import actbench.compare.Comparison;
import actbench.compare.Curve;
import actbench.compare.Question;
import actbench.report.Evidence;
import actbench.report.Format;
import actbench.report.Report;
import actbench.result.AtomicFile;
import actbench.result.Metric;
import actbench.result.ResultFolder;
import actbench.result.ResultReader;
import actbench.result.Rows;
import actbench.result.RunResult;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code actbench report}: one file with tables, pictures and verdicts. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Write a report of results: one file with tables, pictures and verdicts.",
    footer = {
      "",
      "Examples:",
      "  actbench report results/mnist-depth",
      "  actbench report results/mnist-depth -o depth.html --baseline relu",
      "  actbench report results/mnist-depth -o table.tex --format latex"
    })
public final class ReportCommand implements Callable<Integer> {
  private static final List<String> CURVE_METRICS =
      List.of("validation_accuracy", "validation_loss", "train_accuracy", "train_loss");

  @Spec private CommandSpec spec;

  @Mixin private ComparisonOptions options;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write it (default: report.html in the results folder).")
  private Path output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "html",
      description = "html, md, latex, text, csv or json (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Rows rows = options.rows();
    Comparison comparison = options.compare(rows);
    Path file = output == null ? byDefault() : output;
    AtomicFile.write(file, Report.write(comparison, evidence(rows, comparison), format));
    out.println("Report written to " + file);
    out.flush();
    return 0;
  }

  private Path byDefault() {
    Path source = options.sources().get(0);
    String name = "report." + (format == Format.TEXT ? "txt" : format.word());
    return Files.isDirectory(source) ? source.resolve(name) : Path.of(name);
  }

  private Evidence evidence(Rows rows, Comparison comparison) {
    List<RunResult> runs = new ArrayList<>();
    SortedMap<String, String> provenance = new TreeMap<>();
    for (Path source : options.sources()) {
      ResultFolder folder = new ResultFolder(source);
      if (Files.exists(folder.journal())) {
        runs.addAll(ResultReader.runs(source));
      }
      String prefix = options.sources().size() == 1 ? "" : source + ": ";
      folder.readEnvironment().forEach((key, value) -> provenance.put(prefix + key, value));
    }
    for (String metric : CURVE_METRICS) {
      List<Curve> curves = Curve.of(runs, comparison, metric);
      if (!curves.isEmpty()) {
        return new Evidence(curves, metric, cost(rows, comparison), provenance);
      }
    }
    return new Evidence(List.of(), "", cost(rows, comparison), provenance);
  }

  private static Optional<Comparison> cost(Rows rows, Comparison comparison) {
    Metric seconds = Metric.named("seconds");
    boolean measured =
        !comparison.question().metric().equals(seconds)
            && rows.rows().stream().anyMatch(row -> row.metrics().containsKey(seconds.name()));
    Question asked = comparison.question();
    return measured
        ? Optional.of(
            Comparer.compare(
                rows, new Question(asked.treatment(), asked.replicate(), seconds, 0, "", 0, "")))
        : Optional.empty();
  }
}
