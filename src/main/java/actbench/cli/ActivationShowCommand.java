package actbench.cli;

import actbench.activation.ActivationCatalog;
import actbench.activation.ActivationEntry;
import actbench.activation.ActivationFunction;
import actbench.activation.ElementFunction;
import actbench.report.JsonText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code actbench activations show}: all that is known of one function. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Tells all that is known of one function, with some of its values.")
public final class ActivationShowCommand implements Runnable {
  private static final List<Double> PLACES = List.of(-10.0, -3.0, -1.0, 0.0, 1.0, 3.0, 10.0);

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
      description = "text or json (default: text); json is for names of the catalogue.")
  private ActivationFormat format = ActivationFormat.TEXT;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    ActivationFunction function = options.functions(List.of(name)).get(0);
    Optional<ActivationEntry> entry = ActivationCatalog.find(function.name());
    if (format == ActivationFormat.JSON && entry.isPresent()) {
      out.print(JsonText.of(ActivationListCommand.json(entry.get())));
      return;
    }
    out.println(function.label());
    entry.ifPresent(each -> out.print(new TextTable(facts(each)).text().indent(2)));
    if (function instanceof ElementFunction element) {
      out.println();
      out.print(ActivationEvalCommand.table(element, PLACES).text().indent(2));
    }
  }

  private static List<List<String>> facts(ActivationEntry entry) {
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of("formula", entry.formula()));
    facts.add(List.of("range", entry.range()));
    facts.add(List.of("smooth", entry.smoothness().word()));
    facts.add(List.of("monotone", entry.monotone() ? "yes" : "no"));
    entry
        .parameters()
        .forEach(
            each ->
                facts.add(
                    List.of(
                        each.name(),
                        each.meaning()
                            + "; "
                            + each.allowed()
                            + ", default "
                            + Words.number(each.defaultValue())
                            + (each.trainable() ? ", can be learned" : ""))));
    if (!entry.learnable().isEmpty()) {
      facts.add(
          List.of(
              "learned",
              entry.learnedByDefault()
                  ? "yes, values for each channel; 'learnable: false' keeps them fixed"
                  : "with 'learnable: true', one value for a layer"));
    }
    facts.add(List.of("source", entry.source()));
    if (!entry.synonyms().isEmpty()) {
      facts.add(List.of("also", String.join(", ", entry.synonyms())));
    }
    entry
        .elsewhere()
        .forEach((library, names) -> facts.add(List.of(library, String.join(", ", names))));
    if (!entry.note().isEmpty()) {
      facts.add(List.of("note", entry.note()));
    }
    if (!entry.asFormula().isEmpty()) {
      facts.add(List.of("as a formula", entry.asFormula()));
    }
    facts.add(List.of("in a spec", spec(entry)));
    return facts;
  }

  private static String spec(ActivationEntry entry) {
    if (entry.rowWise()) {
      return "not for hidden layers";
    }
    String parameters =
        entry.parameters().stream()
            .filter(each -> Double.isFinite(each.defaultValue()))
            .map(each -> ", " + Names.key(each) + ": " + Words.number(each.defaultValue()))
            .collect(Collectors.joining());
    return "activation: "
        + (parameters.isEmpty() ? entry.name() : "{name: " + entry.name() + parameters + "}");
  }
}
