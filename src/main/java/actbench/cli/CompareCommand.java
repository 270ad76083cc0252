package actbench.cli;

import actbench.compare.Comparison;
import actbench.report.Format;
import actbench.report.Report;
import actbench.result.Rows;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code actbench compare}: tables of wins from results. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Compares activations by the results of their runs.",
    footer = {
      "",
      "Examples:",
      "  actbench compare results/mnist-depth --by depth --baseline relu",
      "  actbench compare results/a results/b --metric test_loss --format md",
      "  actbench compare other.csv --treatment method --block task --replicate fold --metric auc"
    })
public final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ComparisonOptions options;

  @Option(
      names = {"-a", "--all"},
      description = "The whole text: tests, intervals, ranks, criteria and stability too.")
  private boolean all;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, md, latex, html, csv or json, with everything (default: a short text).")
  private Format format;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean brief = format == null && !all;
    if (brief) {
      options.checkBrief();
    }
    Rows rows = options.rows();
    Comparison comparison = options.compare(rows);
    out.print(
        brief
            ? Report.brief(comparison, Terminal.columns(), "More: --all; pictures: actbench report")
            : Report.write(
                comparison,
                options.evidence(rows, comparison),
                format == null ? Format.TEXT : format));
    out.flush();
    return 0;
  }
}
