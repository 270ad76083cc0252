package actbench.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.spec.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The initializers against {@code initializers.json}, made as a spec makes them. */
final class InitializerTest {
  private static final int DRAWS = 20_000;
  private static final double ERRORS = 4.5;
  private static final JsonNode FILE = Reference.read("initializers.json");
  private static final RandomStreams STREAMS = new RandomStreams(1);

  @TestFactory
  Stream<DynamicTest> hasTheMomentsOfTheReference() {
    List<JsonNode> entries = FILE.get("initializers").valueStream().toList();
    assertThat(entries).hasSize(83);
    return entries.stream()
        .map(entry -> DynamicTest.dynamicTest(title(entry), () -> compare(entry)));
  }

  private static String title(JsonNode entry) {
    return entry.get("name").asString()
        + " "
        + entry.get("convention").asString()
        + " "
        + entry.path("fan_in").asString("")
        + " "
        + entry.path("fan_out").asString("");
  }

  private static void compare(JsonNode entry) {
    WeightShape shape =
        WeightShape.vector(DRAWS)
            .withFans(entry.path("fan_in").asDouble(1), entry.path("fan_out").asDouble(1));
    double[] weights = initializer(entry).draw(STREAMS.initial(title(entry), "W"), shape);
    double want = entry.get("mean").asDouble();
    double variance = entry.get("variance").asDouble();
    double kurtosis = entry.get("excess_kurtosis").asDouble();
    double mean = Arrays.stream(weights).average().orElseThrow();
    assertThat(mean).isCloseTo(want, within(ERRORS * Math.sqrt(variance / DRAWS)));
    double spread = Arrays.stream(weights).map(w -> (w - want) * (w - want)).average().orElse(0);
    assertThat(spread)
        .isCloseTo(variance, within(ERRORS * variance * Math.sqrt((kurtosis + 2) / DRAWS)));
    if (!entry.get("lower").isNull()) {
      double lower = entry.get("lower").asDouble();
      double upper = entry.get("upper").asDouble();
      double least = Arrays.stream(weights).min().orElseThrow();
      double greatest = Arrays.stream(weights).max().orElseThrow();
      double margin = 0.02 * (upper - lower);
      assertThat(least).isBetween(lower * (1 + 1e-12), lower + margin);
      assertThat(greatest).isBetween(upper - margin, upper * (1 + 1e-12));
    }
    for (Map.Entry<String, JsonNode> quantile : entry.get("quantiles").properties()) {
      double share = Double.parseDouble(quantile.getKey());
      double at = quantile.getValue().asDouble();
      double below = Arrays.stream(weights).filter(w -> w <= at).count() / (double) DRAWS;
      assertThat(below)
          .as("share below the quantile of %s", share)
          .isCloseTo(share, within(ERRORS * Math.sqrt(share * (1 - share) / DRAWS)));
    }
  }

  private static Initializer initializer(JsonNode entry) {
    Map<String, Object> parameters = new TreeMap<>();
    JsonNode given = entry.get("params");
    if (given.has("stddev")) {
      parameters.put("stddev", given.get("stddev").asDouble());
    }
    if (given.has("minval")) {
      parameters.put("minimum", given.get("minval").asDouble());
      parameters.put("maximum", given.get("maxval").asDouble());
    }
    String name = entry.get("name").asString();
    if (name.matches("(glorot|he|lecun)_normal")) {
      String definition =
          switch (entry.get("convention").asString()) {
            case "keras22" -> "keras";
            case "truncated_without_correction" -> "keras-2.1";
            default -> "torch";
          };
      parameters.put("definition", definition);
    }
    String own = name.equals("linear_conv_default") ? "torch-default" : name;
    return InitializerCatalog.initializer(new Choice(own, new TreeMap<>(parameters)));
  }

  @Test
  void countsFansAsKerasDoes() {
    for (JsonNode each : FILE.get("fans")) {
      WeightShape shape =
          switch (each.get("layer").asString()) {
            case "dense" -> WeightShape.dense(each.get("in").asInt(), each.get("out").asInt());
            case "conv2d" ->
                WeightShape.convolution(
                    each.get("kernel").get(0).asInt(),
                    each.get("kernel").get(1).asInt(),
                    each.get("in_channels").asInt(),
                    each.get("out_channels").asInt());
            default ->
                WeightShape.depthwise(
                    each.get("kernel").get(0).asInt(),
                    each.get("kernel").get(1).asInt(),
                    each.get("channels").asInt(),
                    each.get("depth_multiplier").asInt());
          };
      double[] want = Reference.numbers(each.get("keras22"));
      assertThat(new double[] {shape.fanIn(), shape.fanOut()}).as(each.toString()).isEqualTo(want);
    }
    assertThat(WeightShape.transposedConvolution(3, 3, 16, 8).fanIn()).isEqualTo(72);
    assertThat(WeightShape.vector(16).fanIn()).isEqualTo(4);
  }

  @Test
  void drawsOrthonormalRowsOrColumns() {
    for (WeightShape shape :
        List.of(
            WeightShape.dense(5, 5),
            WeightShape.dense(3, 7),
            WeightShape.dense(9, 4),
            WeightShape.dense(200, 200),
            WeightShape.convolution(3, 3, 16, 32))) {
      double gain = 1.5;
      double[] w =
          new Initializer.Orthogonal(gain).draw(STREAMS.initial(shape.toString(), "W"), shape);
      int rows = shape.rows();
      int columns = shape.columns();
      boolean wide = rows < columns;
      int count = Math.min(rows, columns);
      for (int a = 0; a < count; a++) {
        for (int b = 0; b <= a; b++) {
          double dot = 0;
          for (int i = 0; i < Math.max(rows, columns); i++) {
            dot +=
                wide
                    ? w[a * columns + i] * w[b * columns + i]
                    : w[i * columns + a] * w[i * columns + b];
          }
          assertThat(dot).isCloseTo(a == b ? gain * gain : 0, within(1e-11));
        }
      }
    }
  }

  /** The entries of a uniformly distributed orthogonal matrix have mean 0 and variance 1/n. */
  @Test
  void drawsOrthogonalMatricesWithoutPreference() {
    int n = 5;
    int matrices = 4000;
    RandomStream stream = STREAMS.named("haar");
    double[] sums = new double[n * n];
    double[] squares = new double[n * n];
    for (int k = 0; k < matrices; k++) {
      double[] w = new Initializer.Orthogonal(1).draw(stream, WeightShape.dense(n, n));
      for (int i = 0; i < w.length; i++) {
        sums[i] += w[i] / matrices;
        squares[i] += w[i] * w[i] / matrices;
      }
    }
    // Of an entry: variance 1/n, fourth moment 3/(n(n+2)).
    double error = Math.sqrt(1.0 / n / matrices);
    double squareError = Math.sqrt((3.0 / (n * (n + 2)) - 1.0 / (n * n)) / matrices);
    for (int i = 0; i < sums.length; i++) {
      assertThat(sums[i]).isCloseTo(0, within(4.5 * error));
      assertThat(squares[i]).isCloseTo(1.0 / n, within(4.5 * squareError));
    }
  }

  @Test
  void roundsSinglePrecisionFromTheSameDraws() {
    Initializer he = InitializerCatalog.initializer(Choice.of("he-normal"));
    WeightShape shape = WeightShape.dense(30, 20);
    double[] exact = he.draw(STREAMS.initial("a", "W"), shape);
    float[] rounded = he.drawSingle(STREAMS.initial("a", "W"), shape);
    assertThat(rounded).hasSize(600);
    for (int i = 0; i < rounded.length; i++) {
      assertThat(rounded[i]).isEqualTo((float) exact[i]);
    }
  }

  @Test
  void takesNothingFromTheStreamForConstants() {
    RandomStream stream = STREAMS.named("c");
    Choice seven = new Choice("constant", new TreeMap<>(Map.of("value", 7.0)));
    assertThat(InitializerCatalog.initializer(seven).draw(stream, WeightShape.vector(3)))
        .containsExactly(7, 7, 7);
    assertThat(
            InitializerCatalog.initializer(Choice.of("ones")).draw(stream, WeightShape.vector(2)))
        .containsExactly(1, 1);
    assertThat(
            InitializerCatalog.initializer(Choice.of("zeros")).draw(stream, WeightShape.vector(1)))
        .containsExactly(0);
    assertThat(stream.nextLong()).isEqualTo(STREAMS.named("c").nextLong());
  }
}
