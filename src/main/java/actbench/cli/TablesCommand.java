package actbench.cli;

import actbench.claims.ClaimCatalog;
import actbench.claims.Reproduced;
import actbench.claims.Reproduction;
import actbench.report.StudyReport;
import actbench.result.OutputFile;
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

/** {@code actbench tables}: the tables and figures of the study from what results there are. */
@Command(
    name = "tables",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the study's tables, published and found here, from the results there are.",
      "Reads the results of the specs in experiments/study by the names of their folders,",
      "and any others that meet a published recipe."
    },
    footer = {
      "",
      "Examples:",
      "  actbench tables results/study",
      "  actbench tables results/study -o tables.html --figures figures"
    })
final class TablesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder that holds the results folders.")
  private Path folder;

  @Option(
      names = "--figures",
      paramLabel = "DIR",
      description = "Also write the figures by depth and by batch size there, as SVG files.")
  private Path figures;

  @Mixin private DocumentOptions options;

  @Override
  public Integer call() throws IOException {
    Map<String, Rows> experiments = Grids.inside(folder);
    List<Reproduced> rows = Reproduction.of(experiments, ClaimCatalog.published());
    String text =
        StudyReport.write(
            folder.toString(), experiments, rows, ClaimCatalog.criteria(), options.format());
    if (figures != null) {
      for (Map.Entry<String, String> file : StudyReport.figures(rows).entrySet()) {
        OutputFile.write(figures.resolve(file.getKey()), file.getValue());
      }
    }
    options.write("Tables", text, spec.commandLine().getOut());
    return ExitCode.OK;
  }
}
