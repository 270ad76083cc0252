package actbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

/** What the loader says of a bad spec, and whether the schema of editors agrees. */
final class Refusals {
  private static final Schema SCHEMA = new Schema(StudyVocabulary.vocabulary());

  private Refusals() {}

  static List<String> problems(String yaml) {
    SpecException thrown =
        catchThrowableOfType(
            SpecException.class,
            () ->
                new SpecLoader(StudyVocabulary.vocabulary())
                    .load("grid.yaml", yaml, "grid", List.of()));
    assertThat(thrown).as("accepted: %s", yaml).isNotNull();
    assertThat(thrown.getMessage().lines().toList())
        .isEqualTo(thrown.problems().stream().map(SpecProblem::toString).toList());
    return thrown.problems().stream().map(SpecProblem::toString).toList();
  }

  /** Wrong wherever it stands: an editor marks it too. */
  static void refusesShape(String yaml, String... messages) throws SpecException {
    assertThat(problems(yaml)).containsExactly(messages);
    assertThat(SCHEMA.accepts(yaml)).as("the schema accepts %s", yaml).isFalse();
  }

  /** Wrong beside what else the spec says, or in a way JSON cannot tell: an editor is silent. */
  static void refusesMeaning(String yaml, String... messages) throws SpecException {
    assertThat(problems(yaml)).containsExactly(messages);
    assertThat(SCHEMA.accepts(yaml)).as("the schema refuses %s", yaml).isTrue();
  }
}
