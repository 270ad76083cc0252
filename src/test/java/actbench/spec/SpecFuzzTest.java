package actbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import actbench.grid.Grid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever the input, the answer is a plan or a list of problems; and never one the schema denies.
 */
final class SpecFuzzTest {
  private static final List<String> SPECS =
      List.of(
          """
          name: mnist-depth
          dataset: {name: mnist, train: 10000}   # a subset
          model: [depth-net, lenet-4]
          depth: [15, 18]
          activation: [relu, mish, {name: beta-mish, beta: [1, 1.5]}]
          optimizer: {name: sgd, learning-rate: 1e-2, nesterov: true}
          epochs: 2
          seeds: [1, 3]
          exclude:
            - {depth: 18, activation: relu}
          """,
          """
          dataset: xor
          model: mlp
          activation: "mish"
          epochs: 1
          zip:
            - depth: [1, 2]
              width: [10, 20]
            - {batch-size: [1, 4], learning-rate: [.1, 0.4]}
          include:
            - depth: 7
              mixup: none
          """,
          """
          dataset: cifar10
          model: mlp
          epochs: 3
          variants:
            wide: {width: [100, 200], activation: {formula: "x * sigmoid(a * x)", a: [1, 2]}}
            deep:
              depth: [5, 6]
              activation: [swish, relu]
              regularizer: {name: l2, on: all}
              augmentation: none
          """);
  private static final List<String> PIECES =
      List.of(
          "\n",
          "\t",
          " ",
          "  ",
          ":",
          ": ",
          "- ",
          "[",
          "]",
          "{",
          "}",
          ",",
          "'",
          "\"",
          "#",
          "&a ",
          "*a",
          "!!",
          "|",
          ">",
          "?",
          "%",
          "@",
          "---\n",
          "...\n",
          "~",
          "null",
          "true",
          "no",
          ".inf",
          "-.nan",
          "1e999",
          "-1",
          "010",
          "0x1F",
          "\0",
          "\uFEFF",
          "\u0085",
          "\u2028",
          "\ud83d\ude00",
          "\ud83d",
          "\\",
          "\r\n",
          "zip",
          "exclude: ",
          "include: []",
          "variants: ",
          "seeds: ",
          "<<: ",
          "99999999999999999999",
          "name",
          "model",
          "depth",
          "none",
          "[[[",
          "''");

  private static final Schema SCHEMA = new Schema(StudyVocabulary.vocabulary());

  private final SpecLoader loader = new SpecLoader(StudyVocabulary.vocabulary());
  private int accepted;
  private int refused;

  private void expectAnswer(byte[] bytes, List<String> overrides) {
    try {
      String text = SpecFile.decode("fuzz.yaml", bytes);
      Grid.expand(loader.load("fuzz.yaml", text, "fuzz", overrides));
      accepted++;
      if (overrides.isEmpty()) {
        assertThat(SCHEMA.accepts(text)).as("the schema refuses %s", text).isTrue();
      }
    } catch (SpecException e) {
      refused++;
      assertThat(e.problems()).isNotEmpty();
      assertThat(e.problems()).allSatisfy(each -> assertThat(each.message()).doesNotContain("\n"));
    } catch (RuntimeException | StackOverflowError e) {
      fail("for " + overrides + " and\n" + new String(bytes, StandardCharsets.UTF_8), e);
    }
  }

  private static String mutate(String spec, Random random) {
    StringBuilder text = new StringBuilder(spec);
    for (int n = random.nextInt(3); n >= 0 && text.length() > 0; n--) {
      int at = random.nextInt(text.length());
      int until = Math.min(text.length(), at + 1 + random.nextInt(4));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(at, until);
        case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> text.replace(at, until, PIECES.get(random.nextInt(PIECES.size())));
        case 3 -> text.insert(random.nextInt(text.length()), text.substring(at, until));
        default -> changeADigit(text, at, random);
      }
    }
    return text.toString();
  }

  /** Stays well formed, so that what lies behind the reading of YAML is reached too. */
  private static void changeADigit(StringBuilder text, int from, Random random) {
    for (int at = from; at < text.length(); at++) {
      if (Character.isDigit(text.charAt(at))) {
        text.setCharAt(at, (char) ('0' + random.nextInt(10)));
        return;
      }
    }
  }

  @Test
  void answersMutatedText() {
    Random random = new Random(42);
    for (int i = 0; i < 3000; i++) {
      String text = mutate(SPECS.get(i % SPECS.size()), random);
      expectAnswer(text.getBytes(StandardCharsets.UTF_8), List.of());
    }
    assertThat(accepted).isGreaterThan(200);
    assertThat(refused).isGreaterThan(2000);
  }

  @Test
  void answersMutatedBytes() {
    Random random = new Random(43);
    for (int i = 0; i < 1000; i++) {
      byte[] bytes = SPECS.get(i % SPECS.size()).getBytes(StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      expectAnswer(bytes, List.of());
    }
    assertThat(refused).isGreaterThan(300);
  }

  @Test
  void answersMutatedOverrides() {
    Random random = new Random(44);
    List<String> overrides =
        List.of(
            "depth=3,4",
            "optimizer.learning-rate=0.1",
            "activation={name: beta-mish, beta: 2},relu",
            "activation={formula: 'max(x, a * x)', a: 0.5}",
            "activation.beta=1,2",
            "name=x",
            "seeds=1,2");
    byte[] spec = SPECS.get(0).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 1000; i++) {
      expectAnswer(spec, List.of(mutate(overrides.get(i % overrides.size()), random)));
    }
    assertThat(accepted).isGreaterThan(100);
    assertThat(refused).isGreaterThan(300);
  }

  @Test
  void acceptsTheSpecsItStartsFrom() throws SpecException {
    for (String spec : SPECS) {
      assertThat(Grid.expand(loader.load("fuzz.yaml", spec, "fuzz", List.of())).runs())
          .isNotEmpty();
    }
  }
}
