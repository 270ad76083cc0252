package actbench.cli;

import actbench.activation.ElementFunction;
import actbench.activation.FunctionText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code actbench activations check}: whether a function is fit for training. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Checks whether a function is fit for training, as the catalogue's own are.",
      "Exit code 0 if it is, 1 if it is not, 2 if there is no such function."
    },
    footer = {
      "",
      "Examples:",
      "  actbench activations check mish",
      "  actbench activations check 'x * sigmoid(beta * x)' --beta 1.5",
      "  ACTBENCH_CLASSPATH=classes actbench activations check my.Function"
    })
public final class ActivationCheckCommand implements Callable<Integer> {
  private static final String MAIN = "actbench.activation.check.CheckMain";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FUNCTION",
      completionCandidates = Candidates.Functions.class,
      description = "A name, formula or class.")
  private String name;

  @Mixin private ActivationOptions options;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, md or json (default: text).")
  private ActivationFormat format = ActivationFormat.TEXT;

  @Override
  public Integer call() throws IOException {
    ElementFunction function = options.elements(List.of(name)).get(0);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("CHECK", "PASSED", "FOUND"));
    try (Probe probe = new Probe(spec.commandLine().getErr(), MAIN, FunctionText.write(function))) {
      probe.rest().forEach(line -> rows.add(List.of(line.split("\t", -1))));
    }
    long checks = rows.size() - 1L;
    long failed = rows.stream().filter(row -> row.get(1).equals("no")).count();
    boolean fit = checks > 0 && failed == 0;
    String verdict =
        fit
            ? "fit for training: " + checks + " of " + checks + " checks passed"
            : checks == 0
                ? "could not be checked"
                : "NOT fit for training: " + failed + " of " + checks + " checks failed";
    PrintWriter out = spec.commandLine().getOut();
    out.print(format.write(new TextTable(rows), json(function, fit, rows)));
    if (format != ActivationFormat.JSON) {
      out.println();
      out.println(ActivationOptions.label(function) + ": " + verdict);
    }
    return fit ? ExitCode.OK : ExitCode.FAILED;
  }

  private static Map<String, Object> json(
      ElementFunction function, boolean fit, List<List<String>> rows) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("function", ActivationOptions.label(function));
    json.put("fit", fit);
    List<Map<String, Object>> checks = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      Map<String, Object> check = new LinkedHashMap<>();
      check.put("check", row.get(0));
      check.put("passed", row.get(1).equals("yes"));
      check.put("found", row.get(2));
      checks.add(check);
    }
    json.put("checks", checks);
    return json;
  }
}
