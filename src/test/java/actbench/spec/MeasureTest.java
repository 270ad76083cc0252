package actbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.grid.Grid;
import actbench.grid.RunConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a spec may have watched. */
final class MeasureTest {
  private static final String SPEC = "dataset: mnist\nmodel: mlp\nactivation: mish\nepochs: 1\n";

  private static ExperimentSpec load(String more, String... overrides) throws SpecException {
    return new SpecLoader(StudyVocabulary.vocabulary())
        .load("spec.yaml", SPEC + more, "spec", List.of(overrides));
  }

  @Test
  void isNothingUnlessAskedFor() throws SpecException {
    assertThat(load("").measures()).isEmpty();
  }

  @Test
  void isAWordOrAList() throws SpecException {
    assertThat(load("measure: saturation\n").measures()).containsExactly(Measure.SATURATION);
    assertThat(load("measure: [gradient-norm, dead-units]\n").measures())
        .containsExactlyInAnyOrder(Measure.GRADIENT_NORM, Measure.DEAD_UNITS);
    assertThat(load("", "measure=saturation,mean-activation").measures())
        .containsExactlyInAnyOrder(Measure.SATURATION, Measure.MEAN_ACTIVATION);
  }

  @Test
  void neitherSweepsNorChangesARun() throws SpecException {
    List<RunConfig> plain = Grid.expand(load("")).runs();
    assertThat(Grid.expand(load("measure: [saturation, gradient-norm]\n")).runs()).isEqualTo(plain);
    assertThat(
            Grid.expand(
                    load("measure: saturation\nvariants: [{depth: 3}]\ninclude: [{depth: 4}]\n"))
                .runs())
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "measure: saturatoin|spec.yaml:5:10: error: wrong value for 'measure', found 'saturatoin';"
            + " expected one of dead-units, saturation, mean-activation, gradient-norm. Did you mean"
            + " 'saturation'?",
        "measure: []|spec.yaml:5:10: error: 'measure' is an empty list; expected words",
        "measure: [saturation, saturation]|spec.yaml:5:23: error: 'measure' names 'saturation' twice",
        "measure: {a: 1}|spec.yaml:5:10: error: wrong value for 'measure', found a map; expected one"
            + " of dead-units, saturation, mean-activation, gradient-norm",
        "variants: [{measure: saturation}]|spec.yaml:5:13: error: 'measure' cannot stand here",
      })
  void refusesWhatItDoesNotKnow(String line, String message) {
    assertThatThrownBy(() -> load(line + "\n"))
        .isInstanceOf(SpecException.class)
        .hasMessage(message);
  }
}
