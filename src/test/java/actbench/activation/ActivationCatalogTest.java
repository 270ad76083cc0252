package actbench.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function of the catalogue against values from outside, differences and its own tails. */
final class ActivationCatalogTest {
  private static final double[] EXTREMES = {
    0, -0.0, 1e-45, -1e-45, 1e-38, -1e-38, 1e-20, -1e-20, 22.2, -22.2, 44.4, -44.4, 88, -88, 89,
    -89, 104, -104, 709.8, -709.8, 746, -746, 1e4, -1e4, 1e10, -1e10, 3.4e38, -3.4e38
  };
  private static final double[] VAST = {
    Double.MIN_VALUE, -Double.MIN_VALUE, 1e155, -1e155, Double.MAX_VALUE, -Double.MAX_VALUE
  };

  static List<ReferenceValues> references() {
    return ReferenceValues.all();
  }

  static Stream<ElementFunction> functions() {
    return Stream.concat(
            ActivationCatalog.entries().stream()
                .filter(entry -> !entry.rowWise())
                .map(entry -> ActivationCatalog.createElement(entry.name(), Map.of())),
            Stream.concat(references().stream().map(ReferenceValues::function), variants()))
        .distinct();
  }

  private static Stream<ElementFunction> variants() {
    return Stream.of(
        ActivationCatalog.createElement("relu", Map.of("max-value", 6.0, "negative-slope", 0.1)),
        ActivationCatalog.createElement("relu", Map.of("threshold", 1.0)),
        ActivationCatalog.createElement("beta-mish", Map.of("beta", -0.7)),
        ActivationCatalog.createElement("beta-mish", Map.of("beta", 2.0)),
        ActivationCatalog.createElement("swish", Map.of("beta", -2.0)),
        ActivationCatalog.createElement("soft-clipping", Map.of("alpha", 50.0)),
        ActivationCatalog.createElement("aria2", Map.of("alpha", 3.0, "beta", 2.0)),
        ActivationCatalog.createElement("softplus", Map.of("beta", 3.0)));
  }

  @Test
  void holdsEveryFunctionOfTheStudy() {
    assertThat(references()).hasSize(51);
    assertThat(references().stream().mapToInt(each -> each.points().size()).sum()).isEqualTo(8285);
    assertThat(ActivationCatalog.names()).doesNotHaveDuplicates().hasSize(46);
  }

  @ParameterizedTest
  @MethodSource("references")
  void agreesWithReferenceValues(ReferenceValues reference) {
    ElementFunction function = reference.function();
    for (double[] point : reference.points()) {
      double x = point[0];
      assertClose(function, "f", x, function.value(x), point[1]);
      assertClose(function, "f'", x, function.derivative(x), point[2]);
      for (int i = 0; i < reference.trainable().size(); i++) {
        String parameter = reference.trainable().get(i);
        assertClose(
            function, parameter, x, function.parameterDerivative(parameter, x), point[3 + i]);
      }
    }
  }

  static List<ReferenceValues> kinks() {
    return ReferenceValues.kinks();
  }

  @ParameterizedTest
  @MethodSource("kinks")
  void takesOneSideAtEachKink(ReferenceValues reference) {
    ElementFunction function = reference.function();
    for (double[] kink : reference.points()) {
      double x = kink[0];
      assertClose(function, "f", x, function.value(x), kink[1]);
      double got = function.derivative(x);
      double nearer = Math.abs(got - kink[2]) < Math.abs(got - kink[3]) ? kink[2] : kink[3];
      assertClose(function, "f'", x, got, nearer);
    }
  }

  /** Relative, in the tails too; the absolute part serves roots and subnormal numbers. */
  private static void assertClose(
      ElementFunction function, String what, double x, double got, double want) {
    assertThat(got)
        .as("%s of %s at %s", what, function, x)
        .isCloseTo(want, within(1e-12 * Math.abs(want) + rootNoise(x, want)));
  }

  private static double rootNoise(double x, double want) {
    // Where a function crosses 0 between its tails its terms cancel to a few units of the last bit.
    return Math.abs(x) < 10 && Math.abs(want) < 0.5 ? 1e-15 : 1e-310;
  }

  @ParameterizedTest
  @MethodSource("functions")
  void staysFiniteForEveryFiniteNumber(ElementFunction function) {
    for (double x : EXTREMES) {
      assertThat(function.value(x)).as("%s at %s", function, x).isFinite();
      assertThat(function.derivative(x)).as("%s' at %s", function, x).isFinite();
      for (String parameter : trainable(function)) {
        assertThat(function.parameterDerivative(parameter, x))
            .as("%s at %s", parameter, x)
            .isFinite();
      }
    }
    for (double x : VAST) {
      assertThat(function.value(x)).as("%s at %s", function, x).isNotNaN();
      assertThat(function.derivative(x)).as("%s' at %s", function, x).isNotNaN();
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void passesNanOn(ElementFunction function) {
    assertThat(function.value(Double.NaN)).as("%s", function).isNaN();
    assertThat(function.derivative(Double.NaN)).as("%s'", function).isNaN();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void hasALimitAtInfinity(ElementFunction function) {
    double right = function.value(Double.POSITIVE_INFINITY);
    assertThat(right).as("%s at inf", function).isNotNaN();
    assertThat(Double.isInfinite(right) || Math.abs(right - function.value(1e5)) < 1e-4)
        .as("%s at inf is %s, at 1e5 %s", function, right, function.value(1e5))
        .isTrue();
    if (!function.name().equals("sine-relu")) {
      double left = function.value(Double.NEGATIVE_INFINITY);
      assertThat(Double.isInfinite(left) || Math.abs(left - function.value(-1e5)) < 1e-4)
          .as("%s at -inf is %s, at -1e5 %s", function, left, function.value(-1e5))
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void derivativeIsTheLimitOfDifferences(ElementFunction function) {
    int kinks = 0;
    double h = 1e-5;
    for (int i = -2400; i <= 2400; i++) {
      double x = i / 200.0 + 1e-3;
      double got = function.derivative(x);
      double difference = (function.value(x + h) - function.value(x - h)) / (2 * h);
      if (Math.abs(got - difference) > 1e-8 * Math.max(1, Math.abs(got))) {
        kinks++;
      }
    }
    assertThat(kinks).as("points of %s where f' is not its slope", function).isZero();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void derivativeAtAKinkIsOneSided(ElementFunction function) {
    for (double x : new double[] {-3, -2.5, -2, -1.25, -1, -0.5, 0, 0.5, 0.75, 1, 2, 2.5, 3, 6}) {
      double got = function.derivative(x);
      double left = function.derivative(x - 1e-7);
      double right = function.derivative(x + 1e-7);
      assertThat(Math.min(Math.abs(got - left), Math.abs(got - right)))
          .as("%s' at %s: %s between %s and %s", function, x, got, left, right)
          .isLessThan(1e-5);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void parameterDerivativesAreLimitsOfDifferences(ElementFunction function) {
    double h = 1e-6;
    for (String parameter : trainable(function)) {
      double value = function.parameters().get(parameter);
      ElementFunction above = function.with(parameter, value + h);
      ElementFunction below = function.with(parameter, value - h);
      for (int i = -240; i <= 240; i++) {
        double x = i / 20.0 + 1e-3;
        double difference = (above.value(x) - below.value(x)) / (2 * h);
        assertThat(function.parameterDerivative(parameter, x))
            .as("d%s of %s at %s", parameter, function, x)
            .isCloseTo(difference, within(1e-7 * Math.max(1, Math.abs(difference))));
      }
    }
  }

  private static List<String> trainable(ElementFunction function) {
    return ActivationCatalog.find(function.name()).orElseThrow().parameters().stream()
        .filter(Parameter::trainable)
        .map(Parameter::name)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void entryTellsTheTruth(ElementFunction function) {
    ActivationEntry entry = ActivationCatalog.find(function.name()).orElseThrow();
    if (!function.equals(entry.create(Map.of()))) {
      return;
    }
    boolean falls = false;
    double largestJump = 0;
    double step = 1e-3;
    for (double x = -20; x < 20; x += step) {
      double rise = function.value(x + step) - function.value(x);
      falls |= rise < -1e-12;
      largestJump = Math.max(largestJump, Math.abs(rise));
    }
    assertThat(falls).as("%s falls somewhere", function).isEqualTo(!entry.monotone());
    double jump = entry.name().equals("sine-relu") ? 5e-4 : 0.1;
    if (!entry.name().equals("sine-relu")) {
      assertThat(largestJump > jump)
          .as("%s jumps by %s", function, largestJump)
          .isEqualTo(entry.smoothness() == Smoothness.JUMP);
    }
  }
}
