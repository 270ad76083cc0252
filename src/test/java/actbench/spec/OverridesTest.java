package actbench.spec;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.grid.Grid;
import actbench.grid.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OverridesTest {
  private static final String SPEC =
      "dataset: mnist\nmodel: depth-net\nactivation: [relu, beta-mish]\nepochs: 2\n";

  private static Plan plan(String keys, String... overrides) throws SpecException {
    return Grid.expand(
        new SpecLoader(StudyVocabulary.vocabulary())
            .load("grid.yaml", SPEC + keys, "grid", List.of(overrides)));
  }

  private static List<String> labels(Plan plan, String setting) {
    return plan.runs().stream().map(run -> run.label(setting)).distinct().toList();
  }

  @Test
  void replacesASetting() throws SpecException {
    assertThat(labels(plan("depth: [15, 18]", "depth=20"), "depth")).containsExactly("20");
  }

  @Test
  void sweepsOverCommas() throws SpecException {
    assertThat(labels(plan("", "depth=20,25"), "depth")).containsExactly("20", "25");
    assertThat(labels(plan("", "depth=[20, 25]"), "depth")).containsExactly("20", "25");
    assertThat(labels(plan("", "activation={name: beta-mish, beta: 2},relu"), "activation"))
        .containsExactly("beta-mish(beta=2.0)", "relu");
  }

  @Test
  void givesWhatTheFileLacks() throws SpecException {
    assertThat(labels(plan("", "name=other", "batch-norm=false"), "batch-norm"))
        .containsExactly("false");
    assertThat(plan("", "name=other").name()).isEqualTo("other");
    assertThat(plan("", "seeds=3").runs()).hasSize(6);
    assertThat(plan("", "seeds=3,5").runs()).extracting(run -> run.seed()).contains(3L, 5L);
  }

  @Test
  void reachesIntoAChoice() throws SpecException {
    assertThat(labels(plan("", "activation.beta=1,2"), "activation"))
        .containsExactly("relu", "beta-mish(beta=1.0)", "beta-mish(beta=2.0)");
    assertThat(labels(plan("", "optimizer.momentum=0.9"), "optimizer"))
        .containsExactly("sgd(momentum=0.9)");
    assertThat(labels(plan("", "optimizer=rmsprop", "optimizer.momentum=0.9"), "optimizer"))
        .containsExactly("rmsprop(momentum=0.9)");
  }

  @Test
  void setsTheLearningRateWhereverItIsGiven() throws SpecException {
    for (String override : List.of("learning-rate=0.5", "optimizer.learning-rate=0.5")) {
      for (String keys :
          List.of(
              "",
              "learning-rate: [0.1, 0.2]",
              "optimizer: {name: adam, learning-rate: 0.1}",
              "optimizer: [sgd, {name: adam, learning-rate: [0.1, 0.2]}]",
              "zip: {optimizer: [{name: sgd, learning-rate: 0.1}], depth: [15]}",
              "variants: [{learning-rate: 0.1}, {depth: 18}]")) {
        assertThat(labels(plan(keys, override), "learning-rate")).as(keys).containsExactly("0.5");
      }
    }
  }

  @Test
  void holdsInEveryPartOfTheSpec() throws SpecException {
    assertThat(labels(plan("zip: {depth: [15, 18], width: [1, 2]}", "depth=20"), "depth"))
        .containsExactly("20");
    assertThat(plan("zip: {depth: [15, 18]}", "depth=20").runs()).hasSize(2);
    assertThat(labels(plan("variants: {a: {depth: 15}, b: {width: 9}}", "depth=20"), "depth"))
        .containsExactly("20");
    assertThat(labels(plan("include: [{depth: 15, activation: mish}]", "depth=20,25"), "depth"))
        .containsExactly("20", "25");
  }

  @Test
  void letsAnExclusionOfWhatItChangedMatchNothing() throws SpecException {
    assertThat(plan("exclude: [{activation: relu}]", "activation=mish").runs()).hasSize(1);
  }
}
