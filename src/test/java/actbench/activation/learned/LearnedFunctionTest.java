package actbench.activation.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import actbench.activation.ActivationCatalog;
import actbench.activation.ActivationEntry;
import actbench.activation.ActivationException;
import actbench.activation.ElementFunction;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is learned of a function, in float and in double. */
final class LearnedFunctionTest {
  private static final int N = 192;

  static Stream<String> names() {
    return ActivationCatalog.entries().stream()
        .filter(entry -> !entry.learnable().isEmpty())
        .map(ActivationEntry::name);
  }

  private static LearnedFunction learned(String name) {
    return LearnedFunction.of(ActivationCatalog.createElement(name, Map.of()));
  }

  @Test
  void areThoseWithSomethingToLearn() {
    assertThat(names()).containsExactly("prelu", "srelu", "beta-mish", "swish", "e-swish");
    assertThatThrownBy(() -> learned("relu"))
        .isInstanceOf(ActivationException.class)
        .hasMessage("'relu' has no parameter to be learned");
  }

  /** Values near 0, on both sides of all thresholds, and in both tails. */
  private static float[] arguments() {
    Random random = new Random(3);
    float[] x = new float[N];
    for (int i = 0; i < N; i++) {
      x[i] = (float) (4 * random.nextGaussian());
    }
    float[] special = {0, -0f, 1e-30f, -1e-30f, 20, -20, 88.5f, -88.5f, 1e4f, -1e4f, 1e30f, -1e30f};
    System.arraycopy(special, 0, x, 0, special.length);
    return x;
  }

  private static float[][] filled(double[] values) {
    float[][] p = new float[values.length][N];
    for (int k = 0; k < p.length; k++) {
      Arrays.fill(p[k], (float) values[k]);
    }
    return p;
  }

  /** Near 0 as differences are, and relative to what a sum over channels would see. */
  private static double tolerance(double want, double scale) {
    return 4e-6 * Math.max(Math.abs(want), Math.min(scale, 1));
  }

  private static void check(LearnedFunction function, double... values) {
    float[] x = arguments();
    float[] upstream = new float[N];
    for (int i = 0; i < N; i++) {
      upstream[i] = 1 + i % 3;
    }
    float[][] p = filled(values);
    float[][] work = new float[LearnedFunction.WORK][N];
    Arrays.stream(work).forEach(each -> Arrays.fill(each, Float.NaN));
    float[] y = new float[N];
    float[] dx = new float[N];
    float[][] dp = new float[values.length][N];
    function.forward(x, p, y, N, work);
    function.backward(x, upstream, p, dx, dp, N, work);
    double[] rounded = Arrays.stream(values).map(each -> (float) each).toArray();
    ElementFunction exact = function.at(rounded);
    for (int i = 0; i < N; i++) {
      String at = function.start().name() + Arrays.toString(values) + " at " + x[i];
      double value = exact.value(x[i]);
      assertThat((double) y[i]).as(at).isCloseTo(value, within(tolerance(value, Math.abs(x[i]))));
      double slope = upstream[i] * exact.derivative(x[i]);
      assertThat((double) dx[i]).as("slope " + at).isCloseTo(slope, within(tolerance(slope, 1)));
      for (int k = 0; k < values.length; k++) {
        double want = upstream[i] * function.derivative(k, x[i], rounded);
        if (Math.abs(want) > Float.MAX_VALUE) {
          // With a beta of 0 the slope does not decay, and x^2 / 4 has no float.
          assertThat((double) dp[k][i]).isEqualTo(Math.copySign(Double.POSITIVE_INFINITY, want));
          continue;
        }
        assertThat((double) dp[k][i])
            .as(function.names().get(k) + " " + at)
            .isCloseTo(want, within(tolerance(want, 1)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void floatsAgreeWithDoublesAtTheStart(String name) {
    LearnedFunction function = learned(name);
    check(
        function,
        function.names().stream()
            .mapToDouble(each -> function.start().parameters().get(each))
            .toArray());
  }

  @Test
  void floatsAgreeWithDoublesWhereverLearningGoes() {
    check(learned("prelu"), -0.4);
    check(learned("prelu"), 1.7);
    check(learned("srelu"), 1.5, 2, -0.25, -0.5);
    check(learned("srelu"), -1, 0.5, 0.5, 0.25);
    // Thresholds at numbers that occur, and at the same number.
    check(learned("srelu"), 0, 2, -20, -0.5);
    check(learned("srelu"), 20, 0.5, 20, -0.5);
    for (double beta : new double[] {-1.3, 0, 0.2, 3.7}) {
      check(learned("swish"), beta);
      check(learned("beta-mish"), beta);
      check(learned("e-swish"), beta);
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.MIN_VALUE, Float.MIN_NORMAL, Float.MAX_VALUE})
  void theSmallestPositiveNumberIsPositive(float x) {
    LearnedFunction prelu = learned("prelu");
    float[] dx = new float[1];
    prelu.backward(
        new float[] {x},
        new float[] {1},
        new float[][] {{0.25f}},
        dx,
        new float[1][1],
        1,
        new float[LearnedFunction.WORK][1]);
    assertThat(dx[0]).isEqualTo(1);
  }

  @Test
  void derivativesAreThoseOfDifferences() {
    double[][] srelu = {{0.75, 0.5, -1.25, 0.25}, {-1, 0.5, 0.5, 0.25}};
    for (double[] values : srelu) {
      differences(learned("srelu"), values);
    }
    for (double value : new double[] {-0.7, 0.1, 2.5}) {
      for (String name : new String[] {"prelu", "swish", "beta-mish", "e-swish"}) {
        differences(learned(name), value);
      }
    }
  }

  private static void differences(LearnedFunction function, double... values) {
    double step = 1e-6;
    for (double x : new double[] {-3.1, -0.9, -0.2, 0.3, 0.6, 1.4, 4.2}) {
      double rise = function.at(values).value(x + step) - function.at(values).value(x - step);
      assertThat(function.at(values).derivative(x)).isCloseTo(rise / (2 * step), within(1e-7));
      for (int k = 0; k < values.length; k++) {
        double[] up = values.clone();
        double[] down = values.clone();
        up[k] += step;
        down[k] -= step;
        double change = function.at(up).value(x) - function.at(down).value(x);
        assertThat(function.derivative(k, x, values))
            .as(function.names().get(k) + " of " + function.start().name() + " at " + x)
            .isCloseTo(change / (2 * step), within(1e-7));
      }
    }
  }

  @Test
  void sreluStaysContinuousWhenItsThresholdsCross() {
    ElementFunction crossed = learned("srelu").at(-1, 0.5, 0.5, 0.25);
    assertThat(crossed.value(0.5)).isEqualTo(0.5);
    assertThat(crossed.value(Math.nextDown(0.5))).isCloseTo(0.5, within(1e-15));
  }
}
