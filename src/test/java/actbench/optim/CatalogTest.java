package actbench.optim;

import static actbench.optim.TinyNetwork.choice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.spec.Choice;
import actbench.spec.Term;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CatalogTest {
  /** The command line reads the names without the training libraries. */
  @ParameterizedTest
  @ValueSource(
      strings = {"OptimizerCatalog", "ScheduleCatalog", "RegularizerCatalog", "InitializerCatalog"})
  void needsNoTrainingLibraryForItsNames(String catalog) throws Exception {
    URL own = OptimizerCatalog.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader alone =
        new URLClassLoader(new URL[] {own}, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = Class.forName("actbench.optim." + catalog, true, alone);
      assertThat((List<?>) type.getField("TERMS").get(null)).hasSizeGreaterThan(4);
    }
  }

  @Test
  void makesSomethingOfEveryName() {
    for (Term term : OptimizerCatalog.TERMS) {
      assertThat(Optimizer.of(Choice.of(term.name()), 0.1, new Schedule.Constant()).updater())
          .isNotNull();
      assertThat(term.parameter("learning-rate").orElseThrow().defaultValue()).isPresent();
    }
    for (Term term : RegularizerCatalog.TERMS) {
      assertThat(RegularizerCatalog.regularization(Choice.of(term.name())))
          .hasSize(term.name().equals("none") ? 0 : 1);
    }
    for (Term term : InitializerCatalog.TERMS) {
      assertThat(
              InitializerCatalog.initializer(Choice.of(term.name()))
                  .draw(RandomStream.of(1, term.name()), WeightShape.dense(3, 4)))
          .hasSize(12);
    }
  }

  @Test
  void takesTheStudysSpellings() {
    for (String alias :
        List.of("glorot_uniform", "he_normal", "lecun_uniform", "truncated_normal")) {
      assertThat(InitializerCatalog.initializer(Choice.of(alias)))
          .isEqualTo(InitializerCatalog.initializer(Choice.of(alias.replace('_', '-'))));
    }
    assertThat(RegularizerCatalog.regularization(Choice.of("l1_l2")))
        .isEqualTo(List.of(new Penalty(0.01, 0.01)));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> OptimizerCatalog.rule(Choice.of("adamm")))
        .hasMessage("unknown 'adamm'");
    assertThatThrownBy(() -> OptimizerCatalog.rule(choice("adam", "rho", 0.9)))
        .hasMessage("'adam' has no parameter 'rho'");
  }

  @Test
  void hasTheDefaultsOfKeras() {
    assertThat(
            Stream.of("sgd", "rmsprop", "adagrad", "adadelta", "adam", "adamax", "nadam")
                .map(name -> OptimizerCatalog.rule(Choice.of(name))))
        .containsExactly(
            Sgd.PLAIN,
            new RmsProp(0.9, 1e-7, 0),
            new Adagrad(0, 1e-7),
            new Adadelta(0.95, 1e-7),
            new Adam(0.9, 0.999, 1e-7, false, Definition.KERAS),
            new Adamax(0.9, 0.999, 1e-7, Definition.KERAS),
            new Nadam(0.9, 0.999, 1e-7, 0.004, false));
    assertThat(OptimizerCatalog.rule(Choice.of("nesterov")))
        .isEqualTo(new Sgd(0.9, true, Definition.KERAS));
  }
}
