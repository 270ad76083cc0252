package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PredictCommandTest {
  private static final String SPEC =
      """
      name: digits
      dataset: {name: digits, train: 400}
      model: mlp
      depth: 1
      width: 32
      activation: mish
      learning-rate: 0.1
      batch-size: 32
      epochs: 3
      normalization: mean-std
      seeds: 1
      """;

  @TempDir Path folder;

  /** A worker trains and keeps; other processes load: the scores must agree. */
  @Test
  void predictsWhatTheRunMeasured() throws IOException {
    Path model = train(SPEC);
    CliResult csv = CliResult.of("predict", model.toString(), "--data", "digits");
    assertThat(csv.exitCode()).as(csv.err()).isZero();
    List<String> lines = csv.out().lines().toList();
    assertThat(lines).hasSize(361);
    assertThat(lines.get(0)).startsWith("example,label,top1,top2,top3,p_0,p_1,");
    String runs = Files.readString(folder.resolve("digits/runs.csv"));
    List<String> header = List.of(runs.lines().toList().get(0).split(",", -1));
    String accuracy = runs.lines().toList().get(1).split(",", -1)[header.indexOf("test_accuracy")];
    long right =
        lines.stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .filter(cells -> cells[1].equals(cells[2]))
            .count();
    assertThat(right / 360.0).isEqualTo(Double.parseDouble(accuracy)).isGreaterThan(0.5);
    double sum = 0;
    for (String cell : List.of(lines.get(1).split(",", -1)).subList(5, 15)) {
      sum += Double.parseDouble(cell);
    }
    assertThat(sum).isBetween(0.9999, 1.0001);
    assertThat(csv.err()).contains("accuracy ", "top-3 ", "of 360 examples");

    Path pictures = folder.resolve("pictures");
    picture(pictures.resolve("1/one.png"));
    picture(pictures.resolve("none.jpg"));
    CliResult json =
        CliResult.of(
            "predict",
            model.toString(),
            "--data",
            pictures.toString(),
            "--top",
            "2",
            "--format",
            "json");
    assertThat(json.exitCode()).as(json.err()).isZero();
    JsonNode document = JsonMapper.builder().build().readTree(json.out());
    assertThat(document.get("examples").intValue()).isEqualTo(2);
    JsonNode first = document.get("predictions").get(0);
    assertThat(first.get("example").stringValue()).isEqualTo("1/one.png");
    assertThat(first.get("label").stringValue()).isEqualTo("1");
    assertThat(first.get("top").size()).isEqualTo(2);
    assertThat(document.get("predictions").get(1).get("label").isNull()).isTrue();

    Files.createDirectories(pictures.resolve("cats"));
    refuses(model, pictures.toString(), "folder 'cats' is no class of the network");
    Path table = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n");
    refuses(model, table.toString(), "the network learnt from 'digits', which has no columns");
    refuses(model, "iris", "data set 'iris' has examples of 4; the network takes 8x8");
    refuses(
        model,
        "digit",
        "'digit' is neither a file, a folder nor a data set. Did you mean 'digits'?");
    byte[] bytes = Files.readAllBytes(model);
    Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, 900));
    refuses(cut, "digits", "cut.zip");
  }

  /** Two clouds of points on a line, below and above 10; only one column says which. */
  @Test
  void knowsTheColumnsOfATable() throws IOException {
    StringBuilder points = new StringBuilder("x,noise,side\n");
    for (int i = 0; i < 40; i++) {
      points.append(i % 2 == 0 ? 5 + i * 0.1 : 11 + i * 0.1).append(",").append(i % 7);
      points.append(i % 2 == 0 ? ",low\n" : ",high\n");
    }
    Files.writeString(folder.resolve("points.csv"), points);
    Path model =
        train(
            """
            name: digits
            dataset: {csv: points.csv, target: side}
            normalization: standardize
            model: mlp
            depth: 1
            width: 8
            activation: mish
            optimizer: {name: adam, learning-rate: 0.05}
            batch-size: 8
            epochs: 30
            """);
    CliResult known = table(model, "side,extra,noise,x\nhigh,a,1,16\nlow,b,2,4\nlow,c,6,17\n");
    assertThat(known.exitCode()).as(known.err()).isZero();
    List<String> lines = known.out().lines().toList();
    assertThat(lines.get(0)).isEqualTo("example,label,top1,top2,p_high,p_low");
    assertThat(lines.get(1)).startsWith("0,high,high,low,");
    assertThat(lines.get(2)).startsWith("1,low,low,high,");
    assertThat(lines.get(3)).startsWith("2,low,high,low,");
    assertThat(known.err()).contains("accuracy 66.67 %, top-2 100.00 % of 3 examples");

    CliResult asked = table(model, "x,noise\n16,1\n4,2\n17,6\n");
    assertThat(asked.exitCode()).as(asked.err()).isZero();
    assertThat(asked.out().lines().toList())
        .isEqualTo(lines.stream().map(line -> line.replaceFirst(",(high|low),", ",,")).toList());
    assertThat(asked.err()).doesNotContain("accuracy");

    assertThat(table(model, "nois,x\n1,16\n").err())
        .contains("new.csv:1:1: error: no column 'noise', which the network takes.")
        .contains("Did you mean 'nois'?");
    assertThat(table(model, "x,noise,side\n16,1,high\n4,1,lwo\n").err())
        .contains("new.csv:3:5: error: 'lwo' in column 'side' is no class of the network.")
        .contains("Did you mean 'low'?");
    assertThat(table(model, "x,noise,x\n16,1,16\n").err())
        .contains("new.csv:1:1: error: columns 1 and 3 have the same name 'x'");
    assertThat(table(model, "x,noise\n16,\n").err())
        .contains("new.csv:2:4: error: an empty cell in column 'noise'");
  }

  private CliResult table(Path model, String rows) throws IOException {
    Path file = Files.writeString(folder.resolve("new.csv"), rows);
    return CliResult.of("predict", model.toString(), "--data", file.toString());
  }

  private static void refuses(Path model, String data, String message) {
    CliResult result = CliResult.of("predict", model.toString(), "--data", data);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(message).doesNotContain("\tat ");
  }

  private static void picture(Path file) throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int y = 2; y < 14; y++) {
      image.setRGB(7, y, 0xffffff);
      image.setRGB(8, y, 0xffffff);
    }
    Files.createDirectories(file.getParent());
    String name = file.getFileName().toString();
    ImageIO.write(image, name.substring(name.indexOf('.') + 1), file.toFile());
  }

  private Path train(String text) throws IOException {
    Path spec = Files.writeString(folder.resolve("d.yaml"), text, StandardCharsets.UTF_8);
    CliResult run =
        CliResult.of(
            "run",
            spec.toString(),
            "--results-dir",
            folder.toString(),
            "--keep-models",
            "--quiet",
            "--jobs",
            "1");
    assertThat(run.exitCode()).as(run.err()).isZero();
    try (var files = Files.list(folder.resolve("digits/models"))) {
      return files.filter(file -> file.toString().endsWith("-last.zip")).findFirst().orElseThrow();
    }
  }
}
