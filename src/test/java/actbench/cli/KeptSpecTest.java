package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.grid.Grid;
import actbench.spec.ExperimentSpec;
import actbench.spec.SpecException;
import actbench.spec.SpecLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The spec that results keep gives the same runs under the same name. */
final class KeptSpecTest {
  private static final SpecLoader LOADER = new SpecLoader(Names.vocabulary());

  static List<Path> specs() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("experiments"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void givesTheSameRunsWithAndWithoutChanges(Path file) throws SpecException {
    ExperimentSpec plain = LOADER.load(file, List.of());
    assertSame(plain, file);
    ExperimentSpec changed =
        LOADER.load(file, List.of("seeds=2", "name=other", "epochs=1,3", "optimizer={name: adam}"));
    assertSame(changed, file);
    assertThat(changed.text()).contains("#   --set epochs=1,3\n", "\nname: other\n");
    assertThat(changed.name()).isEqualTo("other");
  }

  private static void assertSame(ExperimentSpec spec, Path file) throws SpecException {
    // Paths of data start at the file, whatever the text is.
    ExperimentSpec kept = LOADER.loadText(file.toString(), spec.text(), List.of());
    assertThat(kept.name()).isEqualTo(spec.name());
    assertThat(kept.keys()).containsExactlyElementsOf(spec.keys());
    assertThat(kept.measures()).isEqualTo(spec.measures());
    assertThat(Grid.expand(kept).runs()).isEqualTo(Grid.expand(spec).runs());
    assertThat(kept.text()).as("what is kept of what was kept").isEqualTo(spec.text());
  }

  private static String kept(String text, String... overrides) throws SpecException {
    return LOADER.loadText("quick", text, List.of(overrides)).text();
  }

  @Test
  void isTheFileWithItsName() throws SpecException {
    String spec = "dataset: mnist\nmodel: mlp # small\nactivation: [relu, mish]\nepochs: 1";
    assertThat(kept("name: mine\n" + spec)).isEqualTo("name: mine\n" + spec);
    assertThat(kept(spec)).isEqualTo(spec + "\nname: quick\n");
    assertThat(kept("---\n" + spec + "\n...\n"))
        .startsWith("# As it was run.\nname: quick\ndataset: mnist\nmodel: mlp\n")
        .endsWith(
            """
            # The file itself:
            # ---
            # dataset: mnist
            # model: mlp # small
            # activation: [relu, mish]
            # epochs: 1
            # ...
            """);
    assertThat(kept("{dataset: mnist, model: mlp, activation: relu, epochs: 1}\n"))
        .contains("activation: relu\nepochs: 1\n\n# The file itself:\n# {dataset: mnist");
  }

  @Test
  void keepsTextsAndNumbersApart() throws SpecException {
    String odd =
        """
        dataset: mnist
        model: mlp
        epochs: 1
        regularizer: [none, {name: l2, l2: 1e-4}]
        activation: [{formula: "x\\n * tanh(a * x)", a: [0.5, 2]}]
        """;
    assertThat(kept(odd, "epochs=2"))
        .contains(
            "regularizer:\n  - none\n  - {name: l2, l2: 1e-4}\n",
            "  - {formula: \"x\\u000a * tanh(a * x)\", a: [0.5, 2]}\n",
            "\nepochs: 2\n");
  }

  @Test
  void letsNothingOutOfAComment() throws SpecException {
    String spec = "dataset: mnist\nmodel: mlp\nactivation: relu\nepochs: 1\n";
    String kept = kept(spec, "activation={formula: 'x *\n tanh(x)'}");
    assertThat(kept)
        .contains(
            "#   --set activation={formula: 'x *  tanh(x)'}\n",
            "\nactivation: {formula: \"x * tanh(x)\"}\n");
  }
}
