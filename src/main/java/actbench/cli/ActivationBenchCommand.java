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
import java.util.Optional;
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
      "to ReLU and to two copies of the array. Two seconds a function; keep the machine quiet."
    })
public final class ActivationBenchCommand implements Callable<Integer> {
  private static final String MAIN = "actbench.activation.bench.BenchMain";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FUNCTION",
      completionCandidates = Candidates.Functions.class,
      description = "Names, formulas, classes (default: the whole catalogue).")
  private List<String> names = List.of();

  @Mixin private ActivationOptions options;

  @Option(
      names = "--elements",
      paramLabel = "N",
      description = "Length of the array (default: ${DEFAULT-VALUE}).")
  private int elements = 262_144;

  @Option(
      names = "--formulas",
      description = "Times each function as a formula too, where it can be written as one.")
  private boolean formulas;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, md or json (default: text).")
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
    rows.add(
        row(
            List.of("FUNCTION", "FORWARD ns", "BACKWARD ns", "BOTH ns", "x RELU", "x COPY"),
            "FORMULA ns",
            "x BUILT-IN"));
    List<Map<String, Object>> objects = new ArrayList<>();
    double copy;
    try (Probe probe = new Probe(spec.commandLine().getErr(), MAIN, Integer.toString(elements))) {
      copy = 2 * Double.parseDouble(probe.next());
      ActivationFunction relu = ActivationCatalog.create("relu", Map.of());
      double[] first = times(probe.ask(FunctionText.write(relu)));
      double reference = first[0] + first[1];
      rows.add(
          row(
              List.of("(copy)", fixed(copy / 2), fixed(copy / 2), fixed(copy), "", fixed(1)),
              "",
              ""));
      for (ElementFunction function : functions) {
        double[] cost =
            function.equals(relu) ? first : times(probe.ask(FunctionText.write(function)));
        double both = cost[0] + cost[1];
        Optional<ElementFunction> formula = formulas ? formula(function) : Optional.empty();
        double written = formula.isEmpty() ? 0 : both(probe, formula.get());
        rows.add(
            row(
                List.of(
                    ActivationOptions.label(function),
                    fixed(cost[0]),
                    fixed(cost[1]),
                    fixed(both),
                    fixed(both / reference),
                    fixed(both / copy)),
                formula.isEmpty() ? "" : fixed(written),
                formula.isEmpty() ? "" : fixed(written / both)));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("function", ActivationOptions.label(function));
        object.put("forward_ns", cost[0]);
        object.put("backward_ns", cost[1]);
        object.put("relu_ratio", both / reference);
        object.put("copy_ratio", both / copy);
        if (formula.isPresent()) {
          object.put("formula", formula.get().name());
          object.put("formula_ns", written);
          object.put("formula_ratio", written / both);
        }
        objects.add(object);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("environment", Provenance.facts());
    json.put("elements", elements);
    json.put("copy_ns", copy / 2);
    json.put("functions", objects);
    out.print(format.write(new TextTable(rows), json));
    return ExitCode.OK;
  }

  private static Optional<ElementFunction> formula(ElementFunction function) {
    return ActivationCatalog.find(function.name()).flatMap(entry -> entry.asFormula(function));
  }

  private static double both(Probe probe, ElementFunction function) throws IOException {
    double[] cost = times(probe.ask(FunctionText.write(function)));
    return cost[0] + cost[1];
  }

  /** The cells, and those of the formula where formulas are timed. */
  private List<String> row(List<String> cells, String nanos, String ratio) {
    List<String> row = new ArrayList<>(cells);
    if (formulas) {
      row.addAll(List.of(nanos, ratio));
    }
    return row;
  }

  private static double[] times(String line) {
    String[] parts = line.split("\t", -1);
    return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
  }

  private static String fixed(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
