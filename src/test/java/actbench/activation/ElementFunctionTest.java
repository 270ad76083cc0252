package actbench.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.activation.kernel.TileKernels;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The float kernels of every function against its double form, and against themselves. */
final class ElementFunctionTest {
  private static final float[] EXTREMES = {
    0,
    -0f,
    1.4e-45f,
    -1.4e-45f,
    1e-38f,
    -1e-38f,
    1e-20f,
    -1e-20f,
    22.2f,
    -22.2f,
    44.4f,
    -44.4f,
    87.4f,
    88,
    -88,
    88.8f,
    -88.8f,
    104,
    -104,
    1e4f,
    -1e4f,
    1e6f,
    -1.1e6f,
    1e10f,
    -1e10f,
    Float.MAX_VALUE,
    -Float.MAX_VALUE
  };

  static Stream<ElementFunction> functions() {
    return ActivationCatalogTest.functions();
  }

  @Test
  void runsOnVectors() {
    assertThat(TileKernels.vectorized()).as("tests run with the vector module").isTrue();
    assertThat(TileKernels.find("mish", Map.of())).isPresent();
    ActivationCatalogTest.functions()
        .forEach(
            function ->
                assertThat(TileKernels.find(function.name(), function.parameters()))
                    .as("%s", function)
                    .isPresent());
  }

  private static float[] samples() {
    SplittableRandom random = new SplittableRandom(7);
    float[] x = new float[2_500];
    System.arraycopy(EXTREMES, 0, x, 0, EXTREMES.length);
    for (int i = EXTREMES.length; i < x.length; i++) {
      double wide = random.nextDouble(-110, 110);
      double narrow = random.nextDouble(-6, 6);
      double tiny = Math.copySign(Math.pow(10, random.nextDouble(-40, 0)), narrow);
      x[i] = (float) (i % 4 == 0 ? wide : i % 4 == 1 ? tiny : narrow);
    }
    return x;
  }

  @ParameterizedTest
  @MethodSource("functions")
  void floatAgreesWithDouble(ElementFunction function) {
    float[] x = samples();
    float[] y = new float[x.length];
    float[] dx = new float[x.length];
    float[] upstream = new float[x.length];
    Arrays.fill(upstream, 1);
    function.forward(x, y, 0, x.length);
    function.backward(x, upstream, dx, 0, x.length);
    for (int i = 0; i < x.length; i++) {
      assertClose(function, "f", x[i], y[i], function.value(x[i]));
      assertClose(function, "f'", x[i], dx[i], function.derivative(x[i]));
    }
  }

  /** Relative in the tails; the absolute part serves roots, where the terms cancel. */
  private static void assertClose(
      ElementFunction function, String what, float x, float got, double want) {
    assertThat(got).as("%s of %s at %s", what, function, x).isNotNaN();
    boolean overflow = Float.isInfinite(got) && Math.abs(want) > 0.999 * Float.MAX_VALUE;
    double noise = Math.abs(x) < 10 ? 1.5e-7 : 2e-38;
    // In a tail like e^(-rate x) the rounding of rate x counts as often as that is large.
    double tail = Math.abs(want) < 1e-3 ? 5e-7 * Math.max(Math.abs(x) - 6, 0) : 0;
    double steep = 7e-7 + Math.min(tail, 1e-5);
    // A float parameter is not quite the double one; the wave of sine-relu has roots everywhere.
    double root = function.name().equals("sine-relu") ? 1e-9 : 0;
    if (!overflow && !(Math.abs(got - want) <= steep * Math.abs(want) + noise + root)) {
      throw new AssertionError(
          "%s of %s at %s is %s in float, %s in double".formatted(what, function, x, got, want));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void bordersOfTilesChangeNoBit(ElementFunction function) {
    float[] x = samples();
    float[] upstream = x.clone();
    for (int i = 0; i < upstream.length; i++) {
      upstream[i] = (i % 17) / 8f - 1;
    }
    float[] whole = new float[x.length];
    float[] wholeGradient = new float[x.length];
    function.forward(x, whole, 0, x.length);
    function.backward(x, upstream, wholeGradient, 0, x.length);
    float[] parts = x.clone();
    float[] partGradient = x.clone();
    int[] steps = {1, 7, 8, 9, 511, 513, 3};
    for (int from = 0, k = 0; from < x.length; k++) {
      int to = Math.min(from + steps[k % steps.length], x.length);
      function.forward(parts, parts, from, to);
      function.backward(partGradient, upstream, partGradient, from, to);
      from = to;
    }
    assertThat(parts).containsExactly(whole);
    assertThat(partGradient).containsExactly(wholeGradient);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void passesNanOn(ElementFunction function) {
    float[] x = new float[9];
    Arrays.fill(x, Float.NaN);
    function.forward(x, x, 0, x.length);
    for (float y : x) {
      assertThat(y).as("%s", function).isNaN();
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void gradientInTrainableParametersAgreesWithDouble(ElementFunction function) {
    float[] x = samples();
    float[] upstream = new float[x.length];
    float[] gradient = new float[x.length];
    Arrays.fill(upstream, 0.5f);
    for (String parameter : function.parameters().keySet()) {
      if (!ActivationCatalog.find(function.name())
          .flatMap(entry -> entry.parameter(parameter))
          .orElseThrow()
          .trainable()) {
        float[] empty = new float[0];
        assertThatThrownBy(() -> function.parameterGradient(parameter, empty, empty, empty, 0, 0))
            .hasMessageContaining("not trainable");
        continue;
      }
      function.parameterGradient(parameter, x, upstream, gradient, 0, x.length);
      for (int i = 0; i < x.length; i++) {
        assertClose(
            function,
            parameter,
            x[i],
            2 * gradient[i],
            function.parameterDerivative(parameter, x[i]));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.75})
  void threadsChangeNoBit(double beta) {
    ElementFunction function = ActivationCatalog.createElement("beta-mish", Map.of("beta", beta));
    int length = 10 * TilePool.TILE + 5;
    FloatBuffer x = FloatBuffer.allocate(length);
    FloatBuffer upstream = FloatBuffer.allocate(length);
    for (int i = 0; i < length; i++) {
      x.put(i, (i % 1013) / 50f - 10);
      upstream.put(i, (i % 7) - 3);
    }
    float[] y = new float[length];
    float[] dx = new float[length];
    function.forward(x.array(), y, 0, length);
    function.backward(x.array(), upstream.array(), dx, 0, length);
    for (int threads : new int[] {1, 3}) {
      TilePool pool = new TilePool(threads);
      FloatBuffer got = FloatBuffer.allocate(length);
      pool.forward(function, x, got, length);
      assertThat(got.array()).containsExactly(y);
      pool.backward(function, x, upstream, got, length);
      assertThat(got.array()).containsExactly(dx);
      pool.close();
    }
  }
}
