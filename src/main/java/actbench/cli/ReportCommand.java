package actbench.cli;

import actbench.compare.Comparison;
import actbench.report.Evidence;
import actbench.report.Format;
import actbench.report.Report;
import actbench.result.OutputFile;
import actbench.result.Rows;
import actbench.spec.Suggestion;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
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
    description = "Writes a report of results: one file with tables, pictures and verdicts.",
    footer = {
      "",
      "Examples:",
      "  actbench report results/mnist-depth",
      "  actbench report results/mnist-depth -o depth.html --baseline relu",
      "  actbench report results/mnist-depth -o table.tex",
      "  actbench report results/a results/b -o both.html",
      "  actbench report results/mnist-depth --figure ranks -o ranks.png"
    })
public final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ComparisonOptions options;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Where to write it (default: report.html in the results folder; several need it).")
  private Path output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "html, md, latex, text, csv or json (default: what FILE ends in: html, md, tex, txt, csv,"
              + " json; else html).")
  private Format format;

  @Option(
      names = "--figure",
      paramLabel = "NAME",
      description =
          "Write one picture alone, to a file that ends in .svg or .png; list names them.")
  private String figure;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Format form = DocumentOptions.format(format, output, Format.HTML);
    Path file = output == null && figure == null ? byDefault(form) : output;
    Rows rows = options.rows();
    Comparison comparison = options.compare(rows);
    Evidence evidence = options.evidence(rows, comparison);
    if (figure == null) {
      OutputFile.write(file, Report.write(comparison, evidence, form));
    } else if (figure.equals("list")) {
      Report.figures(comparison, evidence)
          .forEach((name, title) -> out.println(name + ": " + title));
      out.flush();
      return ExitCode.OK;
    } else {
      file = picture(comparison, evidence);
    }
    DocumentOptions.tell(figure == null ? "Report" : "Figure", file, out);
    out.flush();
    return ExitCode.OK;
  }

  private Path picture(Comparison comparison, Evidence evidence) {
    Set<String> known = Report.figures(comparison, evidence).keySet();
    if (!known.contains(figure)) {
      throw new UserException("unknown figure '" + figure + "'." + Suggestion.of(figure, known));
    }
    Path file = output == null ? Path.of(figure + ".svg") : output;
    String ending = file.toString().toLowerCase(Locale.ROOT);
    if (!ending.endsWith(".svg") && !ending.endsWith(".png")) {
      throw new UserException(
          "cannot write '" + file + "'; expected a name ending in .svg or .png");
    }
    OutputFile.write(file, Report.figure(comparison, evidence, figure, ending.endsWith(".png")));
    return file;
  }

  private Path byDefault(Format form) {
    if (options.sources().size() > 1) {
      throw new UserException(
          "one report of several results; expected -o FILE, which says where to write it");
    }
    Path source = options.sources().get(0);
    String name = "report." + form.ending();
    return Files.isDirectory(source) ? source.resolve(name) : Path.of(name);
  }
}
