package actbench.cli;

import actbench.report.Format;
import actbench.report.Report;
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

  @Mixin private ComparisonOptions options;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, md, latex, html, csv or json (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(Report.write(options.compare(options.rows()), format));
    out.flush();
    return 0;
  }
}
