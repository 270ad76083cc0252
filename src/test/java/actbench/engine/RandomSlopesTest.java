package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.activation.ActivationCatalog;
import actbench.activation.ElementFunction;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Randomized leaky ReLU in training and out of it. */
final class RandomSlopesTest {
  private static final ElementFunction RRELU =
      ActivationCatalog.createElement("rrelu", Map.of("lower", 0.1, "upper", 0.5));

  private static LoneLayer layer(DataType type, EnginePath path, INDArray input) {
    return new LoneLayer(new ActivationLayer(RRELU), type, path, input);
  }

  @ParameterizedTest
  @EnumSource
  void drawsASlopeForEachNegativeNumber(EnginePath path) {
    INDArray x = Nd4j.valueArrayOf(new long[] {100, 1000}, -2f);
    INDArray y = layer(DataType.FLOAT, path, x).forward(x, true);
    INDArray slopes = y.div(-2);
    assertThat(slopes.minNumber().doubleValue()).isBetween(0.1, 0.101);
    assertThat(slopes.maxNumber().doubleValue()).isBetween(0.499, 0.5);
    double deviation = 0.4 / Math.sqrt(12);
    assertThat(slopes.meanNumber().doubleValue())
        .isCloseTo(0.3, within(5 * deviation / Math.sqrt(1e5)));
    assertThat(slopes.stdNumber().doubleValue()).isCloseTo(deviation, within(2e-3));
  }

  @Test
  void usesTheMeanOutsideOfTraining() {
    INDArray x = Nd4j.createFromArray(new float[][] {{-2, 3, -0.5f}});
    INDArray y = layer(DataType.FLOAT, EnginePath.current(), x).forward(x, false);
    assertThat(y.equalsWithEps(Nd4j.createFromArray(new float[][] {{-0.6f, 3, -0.15f}}), 1e-6))
        .isTrue();
  }

  /** The function is linear in each number, so the slope of the way back is that of the way on. */
  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void multipliesTheGradientByTheSameSlopes(DataType type) {
    INDArray x = Nd4j.linspace(type, -3, 0.11, 60).reshape(6, 10);
    LoneLayer layer = layer(type, EnginePath.current(), x);
    INDArray y = layer.forward(x, true).dup();
    INDArray dx = layer.backward(Nd4j.onesLike(x));
    assertThat(dx.mul(x).equalsWithEps(y, 1e-6)).isTrue();
  }

  @Test
  void drawsOthersInTheNextPassAndTheSameInTheNextRun() {
    INDArray x = Nd4j.valueArrayOf(new long[] {7, 33}, -1f);
    LoneLayer layer = layer(DataType.FLOAT, EnginePath.current(), x);
    INDArray first = layer.forward(x, true).dup();
    assertThat(layer.forward(x, true)).isNotEqualTo(first);
    assertThat(layer(DataType.FLOAT, EnginePath.PLAIN, x).forward(x, true)).isEqualTo(first);
  }
}
