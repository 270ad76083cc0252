package actbench.spec;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.grid.Grid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/spec.md} to what the loader does. */
final class SpecDocumentationTest {
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private static String text() throws IOException {
    return Files.readString(Path.of("docs", "spec.md"));
  }

  @Test
  void showsExamplesThatLoad() throws IOException, SpecException {
    List<String> examples =
        EXAMPLE.matcher(text()).results().map((MatchResult each) -> each.group(1)).toList();
    Schema schema = new Schema(StudyVocabulary.vocabulary());
    SpecLoader loader = new SpecLoader(StudyVocabulary.vocabulary());
    int[] runs = new int[examples.size()];
    for (int i = 0; i < runs.length; i++) {
      runs[i] =
          Grid.expand(loader.load("doc.yaml", examples.get(i), "doc", List.of())).runs().size();
      assertThat(schema.accepts(examples.get(i))).as(examples.get(i)).isTrue();
    }
    assertThat(runs).containsExactly(48, 6, 4, 4, 3, 4, 2, 6, 8, 7, 15, 11);
  }

  @Test
  void showsOverridesThatWork() throws IOException, SpecException {
    String spec = EXAMPLE.matcher(text()).results().findFirst().orElseThrow().group(1);
    List<String> overrides =
        Pattern.compile("\\| `--set '?([^`']*)'?` \\|")
            .matcher(text())
            .results()
            .map(each -> each.group(1))
            .toList();
    assertThat(overrides).hasSize(7);
    SpecLoader loader = new SpecLoader(StudyVocabulary.vocabulary());
    for (String override : overrides) {
      assertThat(Grid.expand(loader.load("doc.yaml", spec, "doc", List.of(override))).runs())
          .isNotEmpty();
    }
  }

  @Test
  void listsEverySettingWithItsDefault() throws IOException {
    for (Setting setting : Setting.ALL) {
      String row = "\n| `" + setting.key() + "` | ";
      assertThat(text()).contains(row);
      String rest = text().substring(text().indexOf(row) + row.length()).lines().findFirst().get();
      if (setting.presence() == Setting.Presence.REQUIRED) {
        assertThat(rest).contains("| required |");
      } else if (setting.presence() == Setting.Presence.FILLED) {
        assertThat(rest).contains(setting.value().defaultValue().orElseThrow().toString());
      }
    }
  }
}
