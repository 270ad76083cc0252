package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.activation.ActivationCatalog;
import actbench.activation.ElementFunction;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The functions that oneDNN computes, against their definitions in double. */
final class ElementwiseTest {
  private static final float[] EXTREMES = {
    0,
    Float.MIN_VALUE,
    1e-40f,
    1e-30f,
    1e-8f,
    22.2f,
    44.4f,
    88,
    89,
    104,
    1e4f,
    (float) 1e13,
    1e20f,
    3e38f
  };

  static Stream<String> names() {
    return ActivationCatalog.names().stream()
        .filter(name -> !ActivationCatalog.find(name).orElseThrow().rowWise());
  }

  private static INDArray arguments() {
    int steps = 4001;
    float[] x = new float[steps + 2 * EXTREMES.length];
    for (int i = 0; i < steps; i++) {
      x[i] = (i - steps / 2) * 0.0513f;
    }
    for (int i = 0; i < EXTREMES.length; i++) {
      x[steps + 2 * i] = EXTREMES[i];
      x[steps + 2 * i + 1] = -EXTREMES[i];
    }
    return Nd4j.createFromArray(x);
  }

  @ParameterizedTest
  @MethodSource("names")
  void isRightForEveryFiniteArgument(String name) {
    ElementFunction function = ActivationCatalog.createElement(name, Map.of());
    Elementwise elementwise =
        Elementwise.of(function, new Site("x", EnginePath.current(), DataType.FLOAT, Map.of(), 0));
    INDArray x = arguments();
    INDArray y = x.ulike();
    INDArray dx = x.ulike();
    elementwise.forward(x, y);
    elementwise.backward(elementwise.worksFromOutput() ? y : x, Nd4j.onesLike(x), dx);
    double[] at = Memory.read(x);
    double[] values = Memory.read(y);
    double[] derivatives = Memory.read(dx);
    for (int i = 0; i < at.length; i++) {
      check(name, at[i], values[i], function.value(at[i]));
      check(name + "'", at[i], derivatives[i], function.derivative(at[i]));
    }
  }

  private static void check(String function, double at, double got, double want) {
    double tolerance = 1e-5 * Math.max(1, Math.abs(want));
    boolean outOfRange = Math.abs(want) > Float.MAX_VALUE && !Double.isNaN(got);
    if (!(Math.abs(got - want) <= tolerance) && !outOfRange) {
      assertThat(got).as("%s(%s)", function, at).isCloseTo(want, within(tolerance));
    }
  }
}
