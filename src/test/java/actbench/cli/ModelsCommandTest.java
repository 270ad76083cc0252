package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.model.Model;
import actbench.model.ModelCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ModelsCommandTest {
  private static final Path DOCUMENT = Path.of("docs", "models.md");
  private static final String BEGIN = "<!-- The table is checked by a test. -->\n";
  private static final String END = "<!-- End of the table. -->\n";

  @Test
  void listsAllWithWhatTheyCost() {
    CliResult list = CliResult.of("models", "list");
    assertThat(list.exitCode()).isZero();
    assertThat(list.err()).isEmpty();
    assertThat(list.out().lines()).hasSize(ModelCatalog.all().size() + 1);
    assertThat(list.out().lines().filter(line -> line.startsWith("resnet-v1 ")))
        .singleElement()
        .asString()
        .containsPattern("resnet-v1 +274,442 +273,066 +40.8 million +685 MB +\\d+ ms +Residual");
  }

  @Test
  void showsLayersWithShapesAndParameters() {
    CliResult shown = CliResult.of("models", "show", "resnet-v1", "--set", "depth=56");
    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out())
        .startsWith("resnet-v1: Residual network")
        .contains("depth: 56 (layers, 6n + 2")
        .containsPattern("conv1 +3x3 +32x32x16 +448 +442,368")
        .containsPattern("add1 +32x32x16 +batch-norm3 activation1\n")
        .contains("861,770 parameters, 857,706 of them trainable");
  }

  @Test
  void countsWhatAnActivationLearns() {
    CliResult shown = CliResult.of("models", "show", "mlp", "--set", "activation=prelu");
    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out())
        .containsPattern("activation1 +learns alpha per channel +128 +128\n")
        .contains("411,402 parameters, 411,402 of them trainable");
    CliResult fixed =
        CliResult.of("models", "show", "mlp", "--set", "activation={name: swish, per: channel}");
    assertThat(fixed.exitCode()).isEqualTo(2);
    assertThat(fixed.err()).contains("'swish' learns none; write 'learnable: true' too");
  }

  @Test
  void givesTheSameAsJson() {
    JsonNode list = json("models", "list", "--format", "json", "--input", "28x28", "--classes=100");
    assertThat(list.size()).isEqualTo(ModelCatalog.all().size());
    JsonNode first = list.get(0);
    assertThat(first.get("name").asString()).isEqualTo("mlp");
    assertThat(first.get("input").get(0).asInt()).isEqualTo(28);
    long parameters = 784 * 128 + 128 + 128 * 128 + 128 + 128 * 100 + 100;
    assertThat(first.get("parameters").asLong()).isEqualTo(parameters);
    assertThat(first.get("trainable_parameters").asLong()).isEqualTo(parameters);
    JsonNode shown = json("models", "show", "lenet-4", "--format=json", "--input=28x28x1");
    assertThat(shown.get("settings").get("width").asInt()).isEqualTo(500);
    assertThat(shown.get("layers").size()).isEqualTo(10);
    assertThat(shown.get("layers").get(0).get("parameters").asInt()).isEqualTo(520);
    assertThat(shown.get("step_seconds").asDouble()).isPositive();
    assertThat(shown.get("memory_bytes").asLong()).isPositive();
  }

  @Test
  void listsWhatDoesNotFitAsSuch() {
    CliResult list = CliResult.of("models", "list", "--input", "4");
    assertThat(list.exitCode()).isZero();
    assertThat(list.out()).containsPattern("(?m)^inception-v3 +- .*the input is too small");
    assertThat(list.out()).containsPattern("(?m)^iris-net +\\d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "show resnet-v3|unknown model 'resnet-v3'. Did you mean 'resnet-v1'?",
        "show resnet-v1 --set depth=21|resnet-v1: depth is 21; expected 6n + 2, such as 20 or 26",
        "show resnet-v1 --set depht=20|'depht'",
        "show resnet-v1 --set depth=20,56|--set takes one value here, not a list",
        "show vgg-16 --input 4|vgg-16: the input is too small",
        "show mlp --input 4xx|wrong value for '--input', found '4xx'; expected a form such as 32x32x3",
        "show mlp --input 0x3|wrong value for '--input', found '0x3'; expected no 0",
        "show mlp --input 4000000000|wrong value for '--input'",
        "show mlp --classes 1|--classes takes at least 2",
      })
  void refusesWhatItDoesNotUnderstand(String arguments, String message) {
    CliResult result = CliResult.of(("models " + arguments).split(" ", -1));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(message).doesNotContain("\tat ");
  }

  @Test
  void isDocumented() throws IOException {
    String text = Files.readString(DOCUMENT).replace("\r\n", "\n");
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    String table = table();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(DOCUMENT, text.substring(0, begin) + table + text.substring(end));
    } else {
      assertThat(text.substring(begin, end)).isEqualTo(table);
    }
  }

  private static String table() {
    JsonNode list = json("models", "list", "--format", "json");
    StringBuilder table =
        new StringBuilder(
            "| name | parameters | multiply-adds | settings | layers | source |\n|---|---|---|---|---|---|\n");
    for (JsonNode model : list) {
      StringBuilder settings = new StringBuilder();
      for (String name : model.get("settings").propertyNames()) {
        settings
            .append(settings.isEmpty() ? "" : ", ")
            .append(name)
            .append('=')
            .append(model.get("settings").get(name).asString());
      }
      table.append(
          "| %s | %,d | %,d | %s | %s | %s |\n"
              .formatted(
                  model.get("name").asString(),
                  model.get("parameters").asLong(),
                  model.get("multiply_adds").asLong(),
                  settings,
                  model.get("summary").asString(),
                  model.get("source").asString()));
    }
    return table.toString();
  }

  @Test
  void namesEveryModelOnce() {
    List<String> names = ModelCatalog.all().stream().map(Model::name).toList();
    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9-]+"));
  }

  private static JsonNode json(String... arguments) {
    CliResult result = CliResult.of(arguments);
    assertThat(result.err()).isEmpty();
    return JsonMapper.builder().build().readTree(result.out());
  }
}
