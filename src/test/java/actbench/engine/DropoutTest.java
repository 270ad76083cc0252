package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What dropout drops, and what that depends on. */
final class DropoutTest {
  private static INDArray ones(long... shape) {
    return Nd4j.ones(DataType.FLOAT, shape);
  }

  private static LoneLayer layer(Dropout conf, EnginePath path, INDArray input) {
    return new LoneLayer(conf, DataType.FLOAT, path, input);
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheMeanAndDropsTheShare(EnginePath path) {
    INDArray x = ones(100, 1000);
    INDArray y = layer(new Dropout(0.25), path, x).forward(x, true);
    double dropped = y.eq(0).castTo(DataType.DOUBLE).meanNumber().doubleValue();
    assertThat(dropped).isCloseTo(0.25, within(5 * Math.sqrt(0.25 * 0.75 / 1e5)));
    assertThat(y.maxNumber().floatValue()).isEqualTo((float) (1 / 0.75));
  }

  @Test
  void dropsTheSameOnBothPathsAndAtEachRepeat() {
    INDArray x = ones(7, 33);
    INDArray first = layer(new Dropout(0.5), EnginePath.current(), x).forward(x, true).dup();
    INDArray again = layer(new Dropout(0.5), EnginePath.PLAIN, x).forward(x, true);
    assertThat(again).isEqualTo(first);
  }

  @Test
  void dropsOthersAtTheNextStep() {
    INDArray x = ones(7, 33);
    LoneLayer layer = layer(new Dropout(0.5), EnginePath.current(), x);
    INDArray first = layer.forward(x, true).dup();
    layer.startStep(1);
    assertThat(layer.forward(x, true)).isNotEqualTo(first);
    layer.startStep(0);
    assertThat(layer.forward(x, true)).isEqualTo(first);
  }

  @Test
  void passesTheGradientWhereItPassedTheValue() {
    INDArray x = ones(7, 33);
    LoneLayer layer = layer(new Dropout(0.5), EnginePath.current(), x);
    INDArray y = layer.forward(x, true).dup();
    assertThat(layer.backward(x)).isEqualTo(y);
  }

  @Test
  void doesNothingAtInference() {
    INDArray x = Nd4j.rand(DataType.FLOAT, 7, 33);
    assertThat(layer(new Dropout(0.5), EnginePath.current(), x).forward(x, false)).isEqualTo(x);
  }

  @Test
  void dropsWholeChannels() {
    INDArray x = ones(4, 5, 5, 16);
    INDArray y = layer(new Dropout(0.5).wholeChannels(), EnginePath.current(), x).forward(x, true);
    INDArray means = y.mean(1, 2);
    for (double mean : means.ravel().castTo(DataType.DOUBLE).toDoubleVector()) {
      assertThat(mean).isIn(0.0, 2.0);
    }
    assertThat(means.eq(0).castTo(DataType.DOUBLE).sumNumber().doubleValue()).isBetween(8.0, 56.0);
  }

  @Test
  void streamsDifferByNameAndSeed() {
    assertThat(CounterRandom.stream(1, "a")).isNotEqualTo(CounterRandom.stream(1, "b"));
    assertThat(CounterRandom.stream(1, "a")).isNotEqualTo(CounterRandom.stream(2, "a"));
  }

  @Test
  void rejectsARateOutOfRange() {
    assertThatThrownBy(() -> new Dropout(1))
        .hasMessage("dropout rate is 1.0; expected 0 to below 1");
  }
}
