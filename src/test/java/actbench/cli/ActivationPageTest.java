package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.activation.ActivationCatalog;
import actbench.activation.ActivationEntry;
import actbench.activation.ElementFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes the catalogue in {@code docs/activations.md} and its plots, and keeps them current. */
final class ActivationPageTest {
  private static final Path PAGE = Path.of("docs", "activations.md");
  private static final Path PLOTS = Path.of("docs", "activations");
  private static final Path COSTS = Path.of("docs", "activations-cost.json");
  private static final String HEADING = "## Catalogue\n";

  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @Test
  void pageHoldsTheCatalogue() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf(HEADING);
    assertThat(start).as("the heading of the catalogue").isPositive();
    String wanted = page.substring(0, start) + catalogue();
    if (UPDATE) {
      Files.writeString(PAGE, wanted);
    }
    assertThat(Files.readString(PAGE).equals(wanted))
        .as("%s is out of date; rewrite it with -Dgolden.update=true", PAGE)
        .isTrue();
  }

  @Test
  void plotsAreCurrent() throws IOException {
    List<ActivationEntry> drawn =
        ActivationCatalog.entries().stream().filter(each -> !each.rowWise()).toList();
    for (ActivationEntry entry : drawn) {
      Path file = PLOTS.resolve(entry.name() + ".svg");
      ElementFunction function = ActivationCatalog.createElement(entry.name(), Map.of());
      byte[] svg = ActivationPlotCommand.plot(List.of(function), -5, 5).svg();
      if (UPDATE) {
        Files.write(file, svg);
      }
      assertThat(Files.readString(file))
          .as("%s is out of date; rewrite it with -Dgolden.update=true", file)
          .isEqualTo(new String(svg, StandardCharsets.UTF_8));
      assertThat(svg.length).as("size of %s", file).isLessThan(8_000);
    }
    try (Stream<Path> files = Files.list(PLOTS)) {
      assertThat(files).as("no plot of what is gone").hasSize(drawn.size());
    }
  }

  private static String catalogue() throws IOException {
    StringBuilder text = new StringBuilder(HEADING);
    text.append(
        "\nRange, smoothness and monotonicity are those at the default parameters. A function is"
            + " `smooth`, or its derivative\nis continuous `twice` or `once`, or it has a `kink` or"
            + " a `jump`. In formulas `s` is the logistic function and `sp(x) = ln(1 + e^x)`.\n\n");
    text.append(
        """
        | name | parameters | range | smooth | monotone |
        |---|---|---|---|---|
        """);
    for (ActivationEntry entry : ActivationCatalog.entries()) {
      text.append(
          String.format(
              Locale.ROOT,
              "| [%s](#%s) | %s | %s | %s | %s |%n",
              entry.name(),
              entry.name(),
              ActivationListCommand.defaults(entry),
              entry.range().replace("|", "\\|"),
              entry.smoothness().word(),
              entry.monotone() ? "yes" : "no"));
    }
    cost(text);
    ActivationCatalog.entries().forEach(entry -> section(text, entry));
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  /** The last measurement that was kept; a machine's figures cannot be made again by a test. */
  private static void cost(StringBuilder text) throws IOException {
    JsonNode costs = JsonMapper.shared().readTree(Files.readString(COSTS));
    JsonNode environment = costs.get("environment");
    text.append(
        """

        ## Cost

        Nanoseconds an element of an array of %,d floats, on one core, in order of cost: f, the upstream gradient times f', and
        the ratio of both together to ReLU and to two copies of the array (a copy takes %.3f ns). The last column is the cost of the same function
        written as a formula, as a multiple of the built-in one. Measured by
        `actbench activations bench --formulas --format json` on %s, %s: the least of a hundred rounds each, in two runs of half the catalogue.

        | function | forward ns | backward ns | x ReLU | x copy | as a formula |
        |---|---|---|---|---|---|
        """
            .formatted(
                costs.get("elements").intValue(),
                costs.get("copy_ns").doubleValue(),
                environment.get("cpu").stringValue(),
                environment.get("java").stringValue()));
    List<JsonNode> rows = new ArrayList<>();
    costs.get("functions").forEach(rows::add);
    rows.sort(Comparator.comparingDouble(each -> each.get("relu_ratio").doubleValue()));
    for (JsonNode each : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.3f | %.3f | %.2f | %.2f | %s |%n",
              each.get("function").stringValue(),
              each.get("forward_ns").doubleValue(),
              each.get("backward_ns").doubleValue(),
              each.get("relu_ratio").doubleValue(),
              each.get("copy_ratio").doubleValue(),
              each.has("formula_ratio")
                  ? String.format(Locale.ROOT, "%.2f", each.get("formula_ratio").doubleValue())
                  : ""));
    }
  }

  private static void section(StringBuilder text, ActivationEntry entry) {
    text.append("\n### ").append(entry.name()).append("\n\n`").append(entry.formula());
    text.append("`\n\n");
    entry
        .parameters()
        .forEach(
            each ->
                text.append("- `")
                    .append(each.name())
                    .append("`: ")
                    .append(each.meaning())
                    .append("; ")
                    .append(each.allowed())
                    .append(", default ")
                    .append(Words.number(each.defaultValue()))
                    .append(each.trainable() ? ", can be learned" : "")
                    .append('\n'));
    text.append("- Source: ").append(entry.source()).append('\n');
    if (!entry.synonyms().isEmpty()) {
      text.append("- Also known as ").append(String.join(", ", entry.synonyms())).append('\n');
    }
    if (!entry.elsewhere().isEmpty()) {
      List<String> libraries =
          entry.elsewhere().entrySet().stream()
              .map(each -> each.getKey() + " `" + String.join("`, `", each.getValue()) + "`")
              .toList();
      text.append("- In ").append(String.join("; ", libraries)).append('\n');
    }
    if (!entry.note().isEmpty()) {
      text.append("- ").append(entry.note()).append('\n');
    }
    if (!entry.asFormula().isEmpty()) {
      text.append("- As a formula: `").append(entry.asFormula()).append("`\n");
    }
    if (!entry.rowWise()) {
      text.append(
          "\n![%s and its derivative](activations/%s.svg)\n".formatted(entry.name(), entry.name()));
    }
  }
}
