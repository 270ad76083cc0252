package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import actbench.activation.ActivationCatalog;
import actbench.activation.ActivationEntry;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Functions of the user's own and names of other libraries, from the spec to the results. */
@Timeout(240)
final class OwnActivationsTest {
  private static final String CLASS = "my.pack.ArctanGate";

  @TempDir Path folder;

  private Path spec(String activation) throws IOException {
    String text =
        """
        name: own
        dataset: {name: digits, train: 400, test: 200}
        model: mlp
        depth: 2
        width: 24
        optimizer: {name: sgd, learning-rate: 0.05, momentum: 0.9}
        batch-size: 16
        epochs: 10
        """;
    return Files.writeString(
        folder.resolve("own.yaml"), text + "activation: " + activation, StandardCharsets.UTF_8);
  }

  private static List<String> ids(Path spec) {
    CliResult result = CliResult.of("plan", spec.toString(), "--format", "json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    List<String> ids = new ArrayList<>();
    for (JsonNode run : JsonMapper.shared().readTree(result.out()).get("runs")) {
      ids.add(run.get("id").stringValue());
    }
    return ids;
  }

  /** The formula is another program than the built-in function, but the same function. */
  @Test
  void aFormulaTrainsLikeTheBuiltInFunction() throws IOException {
    Path spec = spec("[swish, {formula: \"x * sigmoid(beta * x)\", beta: 1}]");
    CliResult result =
        CliResult.of("run", spec.toString(), "--results-dir", folder.toString(), "--quiet");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("x * sigmoid(beta * x) (beta=1.0)");
    Path runs = folder.resolve("own/runs.csv");
    List<Double> losses = RunsCsv.numbers(runs, "test_loss");
    assertThat(losses.get(1)).isCloseTo(losses.get(0), offset(1e-3));
    List<Double> accuracies = RunsCsv.numbers(runs, "test_accuracy");
    assertThat(accuracies.get(1)).isEqualTo(accuracies.get(0)).isGreaterThan(0.5);
    assertThat(Files.readString(runs)).contains(",x * sigmoid(beta * x) (beta=1.0),");
    CliResult compared =
        CliResult.of(
            "compare",
            folder.resolve("own").toString(),
            "--baseline",
            "x * sigmoid(beta * x) (beta=1.0)",
            "--format",
            "md");
    assertThat(compared.exitCode()).as(compared.err()).isZero();
  }

  @Test
  void aFormulaIsTimedInANetwork() {
    CliResult result =
        CliResult.of(
            "bench",
            "step",
            "--model",
            "mlp",
            "--activation",
            "{formula: 'x * tanh(exp(x))'}",
            "--warmup",
            "1",
            "--steps",
            "2");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("x * tanh(exp(x))");
  }

  @Test
  void formulasAreValidatedWithoutTheTrainingLibrary() throws Exception {
    Path good = spec("{formula: \"x * tanh(softplus(a * x))\", a: [1, 2]}");
    assertThat(ChildJvm.output(List.of("-verbose:class"), "validate", good.toString()))
        .contains("2 runs, no problems")
        .doesNotContain(" org.nd4j.");
    Path bad = spec("{formula: \"x * tanh(softplos(a * x))\", a: 1}");
    assertThat(ChildJvm.output(List.of(), "validate", bad.toString()))
        .startsWith(
            bad + ":9:33: error: unknown function 'softplos'; expected one of exp, expm1, log,")
        .contains("Did you mean 'softplus'?")
        .hasLineCount(1);
  }

  /** Compiles the class that the page shows. */
  private String classPath() throws IOException {
    String page = Files.readString(Path.of("docs", "activations.md"));
    Matcher example = Pattern.compile("(?s)```java\n(.*?)```").matcher(page);
    assertThat(example.find()).as("an example in Java").isTrue();
    return classPath(example.group(1));
  }

  private String classPath(String text) throws IOException {
    Path source = folder.resolve("ArctanGate.java");
    Files.writeString(source, text);
    String own = System.getProperty("java.class.path");
    String classes = Files.createDirectories(folder.resolve("classes")).toString();
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", own, "-d", classes, source.toString());
    assertThat(failed).isZero();
    return own + File.pathSeparator + classes;
  }

  private static String output(String classPath, String... arguments) throws Exception {
    ProcessBuilder child = ChildJvm.of(List.of(), arguments);
    child.command().set(child.command().indexOf("-cp") + 1, classPath);
    Process process = child.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return text + "exit " + process.waitFor();
  }

  @Test
  void theClassInTheDocumentsIsCheckedAndTrained() throws Exception {
    String classPath = classPath();
    assertThat(output(classPath, "activations", "check", CLASS))
        .contains("fit for training: 8 of 8 checks passed")
        .endsWith("exit 0");
    Path good = spec("{name: " + CLASS + ", slope: [1, 2]}");
    assertThat(
            output(
                classPath, "run", good.toString(), "--results-dir", folder.toString(), "--quiet"))
        .containsPattern(CLASS + "@[0-9a-f]{8}[(]slope=2.0[)]")
        .endsWith("exit 0");
    assertThat(RunsCsv.numbers(folder.resolve("own/runs.csv"), "test_accuracy"))
        .hasSize(2)
        .allMatch(each -> each > 0.5);
    Path bad = spec("{name: " + CLASS + ", slope: 0}");
    assertThat(output(classPath, "validate", bad.toString()))
        .isEqualTo(
            bad
                + ":9:20: error: class 'my.pack.ArctanGate' refuses {slope=0.0}: slope must be above"
                + " 0, found 0.0\nexit 2");
    assertThat(output(System.getProperty("java.class.path"), "validate", spec(CLASS).toString()))
        .contains(":9:13: error: no class 'my.pack.ArctanGate' on the class path");
  }

  @Test
  void aChangedClassIsAnotherFunction() throws Exception {
    Path spec = spec(CLASS);
    String[] plan = {"plan", spec.toString(), "--format", "json"};
    String before = output(classPath(), plan);
    assertThat(output(classPath(), plan)).isEqualTo(before);
    String changed = Files.readString(folder.resolve("ArctanGate.java")).replace("0.5", "0.25");
    String after = output(classPath(changed), plan);
    assertThat(before)
        .containsPattern("\"id\":\"digits-mlp-d2-my.pack.arctangate-s1-[0-9a-f]{8}\"");
    assertThat(after.lines().filter(line -> line.contains("\"id\"")))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(
            before.lines().filter(line -> line.contains("\"id\"")).toList());
    assertThat(output(classPath(), "validate", spec("{name: " + CLASS + ", sha256: 1}").toString()))
        .contains(":9:", "error: sha256 is the checksum of the class");
  }

  @Test
  void namesOfOtherLibrariesMeanTheSameRun() throws IOException {
    int names = 0;
    for (ActivationEntry entry : ActivationCatalog.entries()) {
      if (!entry.rowWise() && !entry.aliases().isEmpty()) {
        List<String> wanted = ids(spec(entry.name()));
        for (String alias : entry.aliases()) {
          assertThat(ids(spec("'" + alias + "'"))).as(alias).isEqualTo(wanted);
          assertThat(CliResult.of("activations", "show", alias).out()).startsWith(entry.name());
          names++;
        }
      }
    }
    assertThat(names).isGreaterThan(60);
    assertThat(ids(spec("{name: LeakyReLU, alpha: 0.01}")))
        .isEqualTo(ids(spec("{name: leaky-relu, alpha: 0.01}")));
  }
}
