package actbench.cli;

import actbench.claims.ClaimCatalog;
import actbench.claims.ClaimChecker;
import actbench.report.ClaimsReport;
import actbench.report.Format;
import actbench.result.ResultException;
import actbench.result.ResultReader;
import actbench.result.Roles;
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

/** {@code actbench verify}: the published claims against results. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Holds the published claims against results: confirmed, not refuted, contradicted.",
    footer = {"", "Examples:", "  actbench verify results/mnist-depth", "  actbench verify --list"})
public final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "DIR|CSV",
      description = "Results folders or runs.csv files; several are put together.")
  private List<Path> sources = List.of();

  @Option(names = "--list", description = "List all claims, and what their sources get wrong.")
  private boolean list;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, md, latex, html or csv (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text());
    out.flush();
    return 0;
  }

  private String text() {
    if (!ClaimsReport.knows(format)) {
      throw new ResultException(
          "error: claims are not written as "
              + format.word()
              + "; expected text, md, latex, html"
              + " or csv");
    }
    if (list) {
      return ClaimsReport.list(ClaimCatalog.claims(), ClaimCatalog.corrections(), format);
    }
    if (sources.isEmpty()) {
      throw new ResultException("error: name a results folder, or --list to see the claims");
    }
    Rows rows = ResultReader.read(sources, Roles.OWN);
    return ClaimsReport.write(rows.name(), ClaimChecker.check(rows, ClaimCatalog.claims()), format);
  }
}
