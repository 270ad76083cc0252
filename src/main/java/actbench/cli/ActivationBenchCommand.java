package actbench.cli;

import actbench.activation.ActivationCatalog;
import actbench.activation.ActivationEntry;
import actbench.activation.ActivationFunction;
import actbench.activation.ElementFunction;
import actbench.activation.FunctionText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code actbench activations bench}: what functions cost. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Times functions in nanoseconds an element, on one core of this machine.",
      "FORWARD is f, BACKWARD the upstream gradient times f'. The ratios are of both together,",
      "to ReLU and to two copies of the array. A second a function; keep the machine quiet."
    })
public final class ActivationBenchCommand implements Callable<Integer> {
  private static final String MAIN = "actbench.activation.bench.BenchMain";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FUNCTION",
      description = "Names, formulas, classes (default: the whole catalogue).")
  private List<String> names = List.of();

  @Mixin private ActivationOptions options;

  @Option(
      names = "--elements",
      paramLabel = "N",
      description = "Length of the array (default: ${DEFAULT-VALUE}).")
  private int elements = 262_144;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: text).")
  private ActivationFormat format = ActivationFormat.TEXT;

  @Override
  public Integer call() throws IOException {
    if (elements < 1) {
      throw new ParameterException(spec.commandLine(), "--elements must be at least 1");
    }
    List<ElementFunction> functions =
        options.elements(
            names.isEmpty()
                ? ActivationCatalog.entries().stream()
                    .filter(each -> !each.rowWise())
                    .map(ActivationEntry::name)
                    .toList()
                : names);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("FUNCTION", "FORWARD ns", "BACKWARD ns", "BOTH ns", "x RELU", "x COPY"));
    List<Map<String, Object>> objects = new ArrayList<>();
    try (Probe probe = new Probe(spec.commandLine().getErr(), MAIN, Integer.toString(elements))) {
      double copy = 2 * Double.parseDouble(probe.next());
      ActivationFunction relu = ActivationCatalog.create("relu", Map.of());
      double[] first = times(probe.ask(FunctionText.write(relu)));
      double reference = first[0] + first[1];
      rows.add(List.of("(copy)", fixed(copy / 2), fixed(copy / 2), fixed(copy), "", fixed(1)));
      for (ElementFunction function : functions) {
        double[] cost =
            function.equals(relu) ? first : times(probe.ask(FunctionText.write(function)));
        double both = cost[0] + cost[1];
        rows.add(
            List.of(
                ActivationOptions.label(function),
                fixed(cost[0]),
                fixed(cost[1]),
                fixed(both),
                fixed(both / reference),
                fixed(both / copy)));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("function", ActivationOptions.label(function));
        object.put("forward_ns", cost[0]);
        object.put("backward_ns", cost[1]);
        object.put("relu_ratio", both / reference);
        object.put("copy_ratio", both / copy);
        objects.add(object);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(format.write(new TextTable(rows), objects));
    return ExitCode.OK;
  }

  private static double[] times(String line) {
    String[] parts = line.split("\t", -1);
    return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
  }

  private static String fixed(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
