package actbench.cli;

import actbench.activation.ElementFunction;
import actbench.report.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code actbench activations eval}: values and derivatives in double precision. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description = "Prints value and derivative of a function, in double precision.")
public final class ActivationEvalCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FUNCTION",
      completionCandidates = Candidates.Functions.class,
      description = "A name, formula or class.")
  private String name;

  @Option(
      names = "--at",
      paramLabel = "X,...",
      required = true,
      split = ",",
      hideParamSyntax = true,
      description = "Where: one number or several.")
  private List<Double> places;

  @Mixin private ActivationOptions options;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, md or json (default: text).")
  private ActivationFormat format = ActivationFormat.TEXT;

  @Override
  public void run() {
    ElementFunction function = options.elements(List.of(name)).get(0);
    List<Map<String, Object>> points = new ArrayList<>();
    for (double x : places) {
      Map<String, Object> point = new LinkedHashMap<>();
      point.put("x", JsonText.number(x));
      point.put("value", JsonText.number(function.value(x)));
      point.put("derivative", JsonText.number(function.derivative(x)));
      points.add(point);
    }
    spec.commandLine().getOut().print(format.write(table(function, places), points));
  }

  static TextTable table(ElementFunction function, List<Double> places) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("X", "VALUE", "DERIVATIVE"));
    for (double x : places) {
      rows.add(
          List.of(
              Words.number(x),
              Words.number(function.value(x)),
              Words.number(function.derivative(x))));
    }
    return new TextTable(rows);
  }
}
