package actbench.optim;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.spec.Parameter;
import actbench.spec.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the names and defaults in {@code docs/optimizers.md} true. */
final class DocumentedCatalogTest {
  @Test
  void namesEveryOptimizerWithItsDefaults() throws IOException {
    List<Parameter> common =
        OptimizerCatalog.TERMS.get(0).parameters().stream()
            .filter(
                each ->
                    OptimizerCatalog.TERMS.stream()
                        .allMatch(term -> term.parameters().contains(each)))
            .toList();
    List<String> want = new ArrayList<>();
    want.add("all of them | " + defaults(common));
    for (Term term : OptimizerCatalog.TERMS) {
      List<Parameter> own =
          term.parameters().stream().filter(each -> !common.contains(each)).toList();
      want.add(term.name() + " | " + defaults(own));
    }
    assertThat(table("Optimizers")).containsExactlyElementsOf(want);
  }

  @Test
  void namesEveryScheduleRegularizerAndInitializerWithItsDefaults() throws IOException {
    assertThat(table("Schedules")).containsExactlyElementsOf(rows(ScheduleCatalog.TERMS));
    assertThat(table("Regularizers")).containsExactlyElementsOf(rows(RegularizerCatalog.TERMS));
    assertThat(table("Initializers")).containsExactlyElementsOf(rows(InitializerCatalog.TERMS));
  }

  private static List<String> rows(List<Term> terms) {
    return terms.stream().map(term -> term.name() + " | " + defaults(term.parameters())).toList();
  }

  private static String defaults(List<Parameter> parameters) {
    return parameters.stream()
        .map(each -> each.name() + "=" + each.defaultValue().map(Object::toString).orElse("-"))
        .map(text -> text.replaceAll("\\.0(?=$|E)", "").replace("E", "e"))
        .collect(Collectors.joining(", "));
  }

  /** The first two cells of each row of the table under a heading. */
  private static List<String> table(String heading) throws IOException {
    List<String> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(Path.of("docs", "optimizers.md"))) {
      if (line.startsWith("## ")) {
        inside = line.equals("## " + heading);
      } else if (inside && line.startsWith("| ") && !line.startsWith("| name ")) {
        String[] cells = line.split("\\|", -1);
        assertThat(cells[3]).as(line).isNotBlank();
        rows.add(cells[1].strip() + " | " + cells[2].strip());
      }
    }
    return rows;
  }
}
