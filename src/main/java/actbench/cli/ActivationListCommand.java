package actbench.cli;

import actbench.activation.ActivationCatalog;
import actbench.activation.ActivationEntry;
import actbench.report.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code actbench activations list}: the catalogue. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists all functions with formula, range, smoothness, parameters and source.")
public final class ActivationListCommand implements Runnable {
  private static final List<String> HEADER =
      List.of("NAME", "PARAMETERS", "RANGE", "SMOOTH", "MONOTONE", "FORMULA", "SOURCE");

  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, md or json (default: text).")
  private ActivationFormat format = ActivationFormat.TEXT;

  @Override
  public void run() {
    List<List<String>> rows = new ArrayList<>();
    // On a terminal the names of other libraries would push the rest off the screen.
    boolean wide = format == ActivationFormat.MD;
    rows.add(wide ? joined(HEADER, "ALIASES") : HEADER);
    for (ActivationEntry entry : ActivationCatalog.entries()) {
      rows.add(wide ? joined(row(entry), String.join(", ", entry.aliases())) : row(entry));
    }
    Object objects = ActivationCatalog.entries().stream().map(ActivationListCommand::json).toList();
    spec.commandLine().getOut().print(format.write(new TextTable(rows), objects));
  }

  private static List<String> joined(List<String> row, String last) {
    List<String> joined = new ArrayList<>(row);
    joined.add(last);
    return joined;
  }

  private static List<String> row(ActivationEntry entry) {
    return List.of(
        entry.name(),
        defaults(entry),
        entry.range(),
        entry.smoothness().word(),
        entry.monotone() ? "yes" : "no",
        entry.formula(),
        entry.source());
  }

  /** {@code alpha=0.3}, or {@code -} where there are no parameters. */
  static String defaults(ActivationEntry entry) {
    return entry.parameters().isEmpty()
        ? "-"
        : entry.parameters().stream()
            .map(each -> each.name() + "=" + Words.number(each.defaultValue()))
            .collect(Collectors.joining(", "));
  }

  /** What the catalogue knows of a function. */
  static Map<String, Object> json(ActivationEntry entry) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", entry.name());
    object.put("aliases", entry.aliases());
    object.put("elsewhere", entry.elsewhere());
    object.put("formula", entry.formula());
    object.put("range", entry.range());
    object.put("smoothness", entry.smoothness().word());
    object.put("monotone", entry.monotone());
    List<Map<String, Object>> parameters = new ArrayList<>();
    entry
        .parameters()
        .forEach(
            each -> {
              Map<String, Object> parameter = new LinkedHashMap<>();
              parameter.put("name", each.name());
              parameter.put("default", JsonText.number(each.defaultValue()));
              parameter.put("allowed", each.allowed());
              parameter.put("trainable", each.trainable());
              parameter.put("meaning", each.meaning());
              parameters.add(parameter);
            });
    object.put("parameters", parameters);
    object.put("source", entry.source());
    object.put("note", entry.note());
    return object;
  }
}
