package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.activation.ActivationCatalog;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ActivationsCommandTest {
  @TempDir Path folder;

  private static String out(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "activations";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    CliResult result = CliResult.of(all);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result.out();
  }

  @Test
  void listsTheWholeCatalogue() {
    assertThat(out("list").lines()).hasSize(ActivationCatalog.names().size() + 1);
    assertThat(out("list", "--format", "md"))
        .contains("\n|---|")
        .contains("| beta-mish | beta=")
        .contains(" | BetaMish, beta_mish |");
    JsonNode json = JsonMapper.shared().readTree(out("list", "--format", "json"));
    assertThat(json.size()).isEqualTo(ActivationCatalog.names().size());
    for (JsonNode each : json) {
      assertThat(each.get("formula").stringValue()).isNotBlank();
      assertThat(each.get("range").stringValue()).isNotBlank();
      assertThat(each.get("source").stringValue()).isNotBlank();
      if (each.get("name").stringValue().equals("swish")) {
        assertThat(each.get("aliases").toString()).contains("swish-1", "SiLU", "silu");
        assertThat(each.at("/elsewhere/PyTorch").toString()).isEqualTo("[\"SiLU\",\"silu\"]");
      }
    }
  }

  @Test
  void showsParametersAndHowToWriteThem() {
    assertThat(out("show", "elu"))
        .contains("depth of the negative side; above 0, default 1")
        .contains("activation: {name: elu, alpha: 1}");
    assertThat(out("show", "softmax")).contains("not for hidden layers");
  }

  /** Mish at 1 and beta-Mish at -3 to the 12 digits that mpmath gives. */
  @Test
  void evaluatesInDouble() {
    JsonNode mish =
        JsonMapper.shared().readTree(out("eval", "mish", "--at", "0,1", "--format", "json"));
    assertThat(mish.get(0).get("derivative").doubleValue()).isCloseTo(0.6, within(1e-15));
    assertThat(mish.get(1).get("value").doubleValue()).isCloseTo(0.865098388267, within(1e-12));
    JsonNode beta =
        JsonMapper.shared()
            .readTree(
                out("eval", "beta-mish", "--beta", "1.5", "--at", "-3,0,25", "--format", "json"));
    assertThat(beta.get(0).get("x").doubleValue()).isEqualTo(-3);
    assertThat(beta.get(0).get("value").doubleValue()).isCloseTo(-0.218256784728, within(1e-12));
    assertThat(beta.get(2).get("value").doubleValue()).isEqualTo(25);
  }

  @Test
  void takesParametersInSeveralWays() {
    String want = out("eval", "beta-mish", "--beta", "2", "--at", "-1");
    assertThat(out("eval", "beta-mish", "-p", "beta=2", "--at", "-1")).isEqualTo(want);
    assertThat(out("eval", "beta-mish(beta=2)", "--at", "-1")).isEqualTo(want);
    assertThat(out("eval", "BetaMish", "--param", "beta=2", "--at", "-1")).isEqualTo(want);
    assertThat(out("eval", "x*tanh(beta*softplus(x))", "--beta", "2", "--at", "0"))
        .isEqualTo(out("eval", "beta-mish(beta=2)", "--at", "0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          gelo; error: unknown activation 'gelo'. Did you mean 'gelu'?
          x * sgmoid(x); formula:1:5: error: unknown function 'sgmoid'
          2 * x + 1*2; the formula is linear in x
          elu(alpha=0); parameter 'alpha' of 'elu' must be above 0, found 0
          elu(alpha=1x); has a parameter that is no number: 'alpha=1x'
          softmax; acts on a whole row
          no.such.Function; no class 'no.such.Function' on the class path
          """)
  void refusesWhatIsNoFunction(String function, String message) {
    CliResult result = CliResult.of("activations", "eval", function, "--at", "1");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(message).doesNotContain("\tat ");
  }

  @Test
  void refusesAParameterThatNobodyHas() {
    CliResult result = CliResult.of("activations", "eval", "mish", "--beta", "2", "--at", "1");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("no function here has a parameter 'beta'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plot.svg", "plot.PNG"})
  void plotsSeveralFunctions(String name) throws Exception {
    Path file = folder.resolve(name);
    out("plot", "mish", "hardshrink", "beta-mish", "--beta", "1.5", "-o", file.toString());
    if (name.endsWith("svg")) {
      assertThat(Files.readString(file)).contains("beta-mish(beta=1.5)");
      DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    } else {
      BufferedImage image = ImageIO.read(file.toFile());
      assertThat(image.getWidth()).isEqualTo(1280);
      assertThat(image.getRGB(2, 2)).isEqualTo(0xffffffff);
    }
  }

  @Test
  void plotLeavesNothingBehindWhenRefused() throws IOException {
    CliResult other =
        CliResult.of("activations", "plot", "mish", "-o", folder.resolve("a.gif").toString());
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).contains("expected a name ending in .svg or .png");
    CliResult range = CliResult.of("activations", "plot", "mish", "--from", "2", "--to", "2");
    assertThat(range.exitCode()).isEqualTo(2);
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void checksAFormulaInAJvmOfItsOwn() {
    JsonNode good =
        JsonMapper.shared()
            .readTree(out("check", "x*sigmoid(beta*x)", "--beta", "1.5", "--format", "json"));
    assertThat(good.get("fit").booleanValue()).isTrue();
    assertThat(good.get("checks").size()).isEqualTo(8);
  }

  @Test
  void condemnsAClassWithAWrongDerivative() {
    CliResult result = CliResult.of("activations", "check", "actbench.activation.check.WrongSlope");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("NOT fit for training: 1 of 8 checks failed")
        .containsPattern("f' is the slope of f +no +wrong at 24[0-9]{2} of 4801 places");
  }

  /** The figures are the machine's; that there are some for each function is ours. */
  @Test
  void benchTimesEachFunction() {
    List<String> lines =
        out("bench", "mish", "x*tanh(x)", "--elements", "1000", "--format", "md").lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(3)).startsWith("| mish | ");
    assertThat(lines.get(4)).matches("\\| x\\*tanh\\(x\\) (\\| [0-9]+\\.[0-9]{3} ){5}\\|");
  }

  @Test
  void benchTimesFormulasBesideWhatTheyMean() {
    String json =
        out(
            "bench",
            "relu(max-value=6)",
            "elu(alpha=2)",
            "--formulas",
            "--elements",
            "100",
            "--format",
            "json");
    JsonNode costs = JsonMapper.shared().readTree(json).get("functions");
    assertThat(costs.get(0).has("formula")).as("relu(x) has no limit").isFalse();
    assertThat(costs.get(1).get("formula").stringValue()).isEqualTo("if(x, x, alpha * expm1(x))");
    assertThat(JsonMapper.shared().readTree(json).at("/environment/cpu").stringValue())
        .isNotBlank();
    assertThat(costs.get(1).get("formula_ratio").doubleValue()).isPositive();
  }

  @Test
  void answersWithoutTheTrainingLibrary() throws Exception {
    String output =
        ChildJvm.output(List.of("-verbose:class"), "activations", "eval", "mish", "--at", "1");
    assertThat(output).contains("0.86509838826731").doesNotContain(" org.nd4j.");
  }
}
