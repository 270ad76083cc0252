package actbench.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionTest {
  @ParameterizedTest
  @CsvSource({
    "mish, mish, 0",
    "mihs, mish, 1",
    "mis, mish, 1",
    "mishh, mish, 1",
    "mush, mish, 1",
    "'', mish, 4",
    "ca, abc, 3",
    "depth, width, 3",
  })
  void countsTypingMistakes(String a, String b, int mistakes) {
    assertThat(Suggestion.distance(a, b)).isEqualTo(mistakes);
    assertThat(Suggestion.distance(b, a)).isEqualTo(mistakes);
  }

  @Test
  void suggestsOnlyWhatIsNear() {
    List<String> known = List.of("swish", "mish", "learning-rate");
    assertThat(Suggestion.closest("Learning_Rate", known)).contains("learning-rate");
    assertThat(Suggestion.closest("mis", known)).contains("mish");
    assertThat(Suggestion.closest("softplus", known)).isEmpty();
    assertThat(Suggestion.closest("m".repeat(1000), known)).isEmpty();
    assertThat(Suggestion.closest("wish", List.of("swish", "mish"))).contains("mish");
  }
}
