package actbench.cli;

import actbench.claims.ClaimCatalog;
import actbench.claims.ClaimChecker;
import actbench.report.ClaimsReport;
import actbench.result.ResultException;
import actbench.result.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code actbench verify}: the published claims against results. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Holds the published claims against results: confirmed, not refuted, contradicted.",
      "Of several folders and settings those count for a claim that come nearest to its set-up;",
      "runs of another recipe only point one way. All claims are adjusted for each other."
    },
    footer = {
      "",
      "Examples:",
      "  actbench verify results/mnist-depth",
      "  actbench verify results/study -o claims.html",
      "  actbench verify --list"
    })
public final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "DIR|CSV",
      description =
          "Results folders, folders that hold such, or runs.csv files; each is taken by itself.")
  private List<Path> sources = List.of();

  @Option(names = "--list", description = "List all claims, and what their sources get wrong.")
  private boolean list;

  @Mixin private DocumentOptions options;

  @Override
  public Integer call() throws IOException {
    options.write("Claims", text(), spec.commandLine().getOut());
    return ExitCode.OK;
  }

  private String text() throws IOException {
    if (list) {
      return ClaimsReport.list(ClaimCatalog.claims(), ClaimCatalog.corrections(), options.format());
    }
    if (sources.isEmpty()) {
      throw new ResultException("error: name a results folder, or --list to see the claims");
    }
    Map<String, Rows> grids = Grids.read(sources);
    return ClaimsReport.write(
        String.join(" + ", grids.keySet()),
        ClaimChecker.check(grids, ClaimCatalog.claims()),
        options.format());
  }
}
