package actbench.cli;

import actbench.activation.ElementFunction;
import actbench.report.FunctionPlot;
import actbench.result.OutputFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code actbench activations plot}: functions and derivatives as a picture. */
@Command(
    name = "plot",
    mixinStandardHelpOptions = true,
    description = "Draws functions and their derivatives, several in one picture.")
public final class ActivationPlotCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FUNCTION",
      completionCandidates = Candidates.Functions.class,
      description = "Names, formulas, classes.")
  private List<String> names;

  @Mixin private ActivationOptions options;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "A file that ends in .svg or .png (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("activations.svg");

  @Option(names = "--from", paramLabel = "X", description = "Least x (default: ${DEFAULT-VALUE}).")
  private double from = -5;

  @Option(names = "--to", paramLabel = "X", description = "Largest x (default: ${DEFAULT-VALUE}).")
  private double to = 5;

  @Override
  public void run() {
    String ending = file.toString().toLowerCase(Locale.ROOT);
    boolean png = ending.endsWith(".png");
    if (!png && !ending.endsWith(".svg")) {
      throw new ParameterException(
          spec.commandLine(),
          "cannot write '" + file + "'; expected a name ending in .svg or .png");
    }
    if (!(from < to) || !Double.isFinite(to - from)) {
      throw new ParameterException(spec.commandLine(), "--from must be below --to");
    }
    FunctionPlot plot = plot(options.elements(names), from, to);
    OutputFile.write(file, png ? plot.png() : plot.svg());
    spec.commandLine().getOut().println(file);
  }

  static FunctionPlot plot(List<ElementFunction> functions, double from, double to) {
    List<FunctionPlot.Curve> curves = new ArrayList<>();
    new LinkedHashSet<>(functions)
        .forEach(
            each ->
                curves.add(
                    new FunctionPlot.Curve(
                        ActivationOptions.label(each), each::value, each::derivative)));
    return new FunctionPlot(curves, from, to);
  }
}
