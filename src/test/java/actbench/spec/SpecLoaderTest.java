package actbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.grid.Grid;
import actbench.grid.RunConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SpecLoaderTest {
  private static final String SPEC =
      "dataset: mnist\nmodel: depth-net\nactivation: beta-mish\nepochs: 2\n";
  private static final Vocabulary RICH =
      StudyVocabulary.with(
          List.of(Term.of("flip", "", Parameter.number("share", "").defaultTo(0.5))),
          Set.of("mixup", "input-noise"));

  private static List<RunConfig> runs(Vocabulary vocabulary, String yaml) throws SpecException {
    return Grid.expand(new SpecLoader(vocabulary).load("g.yaml", yaml, "g", List.of())).runs();
  }

  private static RunConfig run(String yaml) throws SpecException {
    List<RunConfig> runs = runs(StudyVocabulary.vocabulary(), yaml);
    assertThat(runs).hasSize(1);
    return runs.get(0);
  }

  private static Choice choice(String name, Object... keysAndValues) {
    TreeMap<String, Object> parameters = new TreeMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      parameters.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return new Choice(name, parameters);
  }

  @Test
  void fillsSettingsInAndLeavesParametersWithDefaultsOut() throws SpecException {
    assertThat(run(SPEC).settings())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("dataset", choice("mnist")),
                Map.entry("model", choice("depth-net")),
                Map.entry("activation", choice("beta-mish")),
                Map.entry("optimizer", choice("sgd")),
                Map.entry("learning-rate", 0.01),
                Map.entry("initializer", choice("glorot-uniform")),
                Map.entry("regularizer", choice("none")),
                Map.entry("batch-size", 128L),
                Map.entry("epochs", 2L),
                Map.entry("depth", 15L),
                Map.entry("width", 500L),
                Map.entry("dropout", 0.25),
                Map.entry("batch-norm", true)));
    assertThat(run(SPEC).seed()).isEqualTo(1);
  }

  @Test
  void keepsParametersThatDifferFromTheirDefaults() throws SpecException {
    RunConfig run =
        run(
            SPEC.replace("beta-mish", "{name: beta-mish, beta: 2}")
                + "optimizer: {name: sgd, momentum: 0, nesterov: true}\n");
    assertThat(run.choice("activation")).isEqualTo(choice("beta-mish", "beta", 2.0));
    assertThat(run.choice("optimizer")).isEqualTo(choice("sgd", "nesterov", true));
    assertThat(run(SPEC.replace("beta-mish", "{name: beta-mish, beta: 1.5}"))).isEqualTo(run(SPEC));
  }

  @Test
  void givesEachNumberItsOneType() throws SpecException {
    RunConfig whole = run(SPEC + "dropout: 0\nlearning-rate: 1\n");
    assertThat(whole.settings()).containsEntry("dropout", 0.0).containsEntry("learning-rate", 1.0);
    assertThat(run(SPEC + "dropout: -0.0\nlearning-rate: +1.00e0\n")).isEqualTo(whole);
  }

  @Test
  void resolvesAliases() throws SpecException {
    assertThat(run(SPEC.replace("beta-mish", "lrelu")))
        .isEqualTo(run(SPEC.replace("beta-mish", "{name: leaky-relu, alpha: 0.01}")));
  }

  @Test
  void hoistsTheLearningRate() throws SpecException {
    RunConfig inside = run(SPEC + "optimizer: {name: rmsprop, learning-rate: 0.5}");
    assertThat(inside.number("learning-rate")).isEqualTo(0.5);
    assertThat(inside.choice("optimizer")).isEqualTo(choice("rmsprop"));
    assertThat(run(SPEC + "optimizer: rmsprop\nlearning-rate: 0.5")).isEqualTo(inside);
    assertThat(run(SPEC + "optimizer: rmsprop").number("learning-rate")).isEqualTo(0.001);
  }

  @Test
  void takesSwitchingOffForLeavingOut() throws SpecException {
    RunConfig plain = run(SPEC);
    assertThat(run(SPEC + "mixup: 0\nlabel-smoothing: none\naugmentation: none\nprecision: float"))
        .isEqualTo(plain);
    assertThat(runs(RICH, SPEC + "mixup: [none, 0.2]\naugmentation: [{name: none}, flip]"))
        .hasSize(4)
        .first()
        .isEqualTo(plain);
    assertThatThrownBy(() -> runs(RICH, SPEC + "mixup: [0, none]"))
        .hasMessage("g.yaml:5:12: error: 'mixup' takes the same value twice: none");
  }

  @Test
  void keepsOptionsThatAreGiven() throws SpecException {
    RunConfig run = runs(RICH, SPEC + "mixup: 1\naugmentation: flip").get(0);
    assertThat(run.settings())
        .containsEntry("mixup", 1.0)
        .containsEntry("augmentation", choice("flip"));
  }

  @Test
  void countsOrListsSeeds() throws SpecException {
    assertThat(runs(RICH, SPEC + "seeds: 3"))
        .extracting(RunConfig::seed)
        .containsExactly(1L, 2L, 3L);
    assertThat(runs(RICH, SPEC + "seeds: [9, 2]"))
        .extracting(RunConfig::seed)
        .containsExactly(9L, 2L);
  }

  @Test
  void namesTheExperimentAfterItselfOrItsFile() throws SpecException {
    SpecLoader loader = new SpecLoader(RICH);
    assertThat(loader.load("g.yaml", SPEC, "g", List.of()).name()).isEqualTo("g");
    assertThat(loader.load("g.yaml", SPEC + "name: 2.x", "g", List.of()).name()).isEqualTo("2.x");
    assertThat(loader.load("g.yaml", SPEC, "g", List.of()).text()).isEqualTo(SPEC + "name: g\n");
  }

  @Test
  void refusesVocabulariesThatContradictThemselves() {
    TreeMap<String, List<Term>> terms = new TreeMap<>(StudyVocabulary.vocabulary().terms());
    for (Map.Entry<String, List<Term>> wrong :
        Map.of(
                "optimizer", List.of(Term.of("sgd", "")),
                "initializer", List.of(Term.of("zeros", "")),
                "activation", List.of(Term.of("a", ""), new Term("b", List.of("a"), List.of(), "")),
                "model", List.of(Term.of("m", "", Parameter.flag("epochs", ""))),
                "nonsense", List.of(Term.of("m", "")))
            .entrySet()) {
      TreeMap<String, List<Term>> changed = new TreeMap<>(terms);
      changed.put(wrong.getKey(), wrong.getValue());
      assertThatIllegalArgumentException()
          .as(wrong.getKey())
          .isThrownBy(() -> new Vocabulary(changed, Set.of(), Map.of()));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Vocabulary(terms, Set.of("epochs"), Map.of()));
  }
}
