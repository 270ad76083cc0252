package actbench.cli;

import actbench.claims.ClaimCatalog;
import actbench.claims.Reproduced;
import actbench.claims.Reproduction;
import actbench.report.Format;
import actbench.report.StudyReport;
import actbench.result.AtomicFile;
import actbench.result.ResultException;
import actbench.result.ResultFolder;
import actbench.result.ResultReader;
import actbench.result.Roles;
import actbench.result.Rows;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
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
      "Reads the results of the specs in experiments/study by the names of their folders."
    },
    footer = {
      "",
      "Examples:",
      "  actbench tables results/study",
      "  actbench tables results/study --format html -o tables.html --figures figures"
    })
final class TablesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder that holds the results folders.")
  private Path folder;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write the tables (default: standard output).")
  private Path output;

  @Option(
      names = "--figures",
      paramLabel = "DIR",
      description = "Also write the figures by depth and by batch size there, as SVG files.")
  private Path figures;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, md, latex, html or csv (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Override
  public Integer call() throws IOException {
    if (!StudyReport.knows(format)) {
      throw new ResultException(
          "error: tables are not written as "
              + format.word()
              + "; expected text, md, latex, html or csv");
    }
    Map<String, Rows> experiments = experiments();
    List<Reproduced> rows = Reproduction.of(experiments, ClaimCatalog.published());
    String text =
        StudyReport.write(folder.toString(), experiments, rows, ClaimCatalog.criteria(), format);
    PrintWriter out = spec.commandLine().getOut();
    if (figures != null) {
      for (Map.Entry<String, String> file : StudyReport.figures(rows).entrySet()) {
        AtomicFile.write(figures.resolve(file.getKey()), file.getValue());
      }
    }
    if (output == null) {
      out.print(text);
    } else {
      AtomicFile.write(output, text);
      out.println("Tables written to " + output);
    }
    out.flush();
    return ExitCode.OK;
  }

  /** The results below the folder that have at least one run, by the folder's name. */
  private Map<String, Rows> experiments() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new ResultException(folder + ": error: no such folder; expected one with results");
    }
    Map<String, Rows> experiments = new TreeMap<>();
    List<Path> folders;
    try (Stream<Path> inside = Files.list(folder)) {
      folders = inside.filter(TablesCommand::hasResults).sorted().toList();
    }
    for (Path each : folders) {
      experiments.put(each.getFileName().toString(), ResultReader.read(List.of(each), Roles.OWN));
    }
    if (experiments.isEmpty()) {
      throw new ResultException(folder + ": error: no results folder in it");
    }
    return experiments;
  }

  private static boolean hasResults(Path folder) {
    ResultFolder results = new ResultFolder(folder);
    Path journal = results.journal();
    return Files.isRegularFile(results.runsCsv())
        || (Files.isRegularFile(journal) && journal.toFile().length() > 0);
  }
}
