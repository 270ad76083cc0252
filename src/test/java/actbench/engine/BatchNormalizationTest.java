package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Batch normalisation and its activation by oneDNN, against the plain path in double. */
final class BatchNormalizationTest {
  private static INDArray random(int seed, double mean, long... shape) {
    long length = 1;
    for (long each : shape) {
      length *= each;
    }
    Random random = new Random(seed);
    double[] values = new double[(int) length];
    for (int i = 0; i < values.length; i++) {
      // Numbers that float has too, so that both precisions see the same.
      values[i] = (float) (mean + random.nextGaussian());
    }
    return Nd4j.createFromArray(values).reshape('c', shape);
  }

  private static BatchNormalization layer(String function) {
    BatchNormalization layer = new BatchNormalization();
    return function.equals("none") ? layer : layer.activation(SampleNetworks.function(function));
  }

  private static LoneLayer lone(String function, DataType type, EnginePath path, INDArray x) {
    LoneLayer layer = new LoneLayer(layer(function), type, path, x);
    long channels = x.size(x.rank() - 1);
    layer.parameter("gamma").assign(random(3, 1, channels).castTo(type));
    layer.parameter("beta").assign(random(4, 0, channels).castTo(type));
    return layer;
  }

  private static void assertClose(String what, INDArray got, INDArray want, double tolerance) {
    double[] a = Memory.read(got);
    double[] b = Memory.read(want);
    assertThat(a).hasSameSizeAs(b);
    for (int i = 0; i < a.length; i++) {
      assertThat(a[i]).as(what).isCloseTo(b[i], within(tolerance * Math.max(1, Math.abs(b[i]))));
    }
  }

  @ParameterizedTest(name = "{0} images of {1}x{1}x{2}, mean {3}, {4}")
  @CsvSource({
    "128, 32, 16, 0, mish",
    "8, 7, 3, 5, none",
    "5, 9, 20, -2, relu",
    "16, 8, 32, 2, relu",
    "3, 6, 1, 0, tanh",
    "2, 2, 3000, 1, swish",
    "64, 8, 64, 3, none",
    "1, 1, 5, 0, none"
  })
  void agreesWithThePlainPathInDouble(
      long batch, long size, long channels, double mean, String function) {
    assumeTrue(Onednn.isAvailable());
    INDArray x = random(1, mean, batch, size, size, channels);
    INDArray dy = random(2, 0, batch, size, size, channels);
    LoneLayer exact = lone(function, DataType.DOUBLE, EnginePath.PLAIN, x);
    INDArray fx = x.castTo(DataType.FLOAT);
    INDArray fdy = dy.castTo(DataType.FLOAT);
    LoneLayer fast = lone(function, DataType.FLOAT, EnginePath.ONEDNN, fx);
    assertClose("y", fast.forward(fx, true), exact.forward(x, true), 1e-5);
    assertClose("dx", fast.backward(fdy), exact.backward(dy), 1e-5);
    // These are sums of n slopes of both signs, which oneDNN adds up in float one after the other.
    double many = Math.sqrt((double) batch * size * size);
    double summed = 0x1p-23 * (Math.abs(mean) + 1) * many;
    double sum = many * Math.min(1e-5, Math.max(1e-6, summed));
    for (String key : new String[] {"gamma", "beta"}) {
      assertClose("d" + key, fast.gradient(key), exact.gradient(key), sum);
    }
    for (String key : new String[] {"mean", "var"}) {
      assertClose(key, fast.parameter(key), exact.parameter(key), 1e-5);
    }
    assertClose("inference", fast.forward(fx, false), exact.forward(x, false), 1e-5);
    assertClose("dx with fixed statistics", fast.backward(fdy), exact.backward(dy), 1e-5);
  }

  @Test
  void agreesOverRowsOfFeatures() {
    assumeTrue(Onednn.isAvailable());
    INDArray x = random(1, 0, 128, 500);
    LoneLayer exact = lone("mish", DataType.DOUBLE, EnginePath.PLAIN, x);
    INDArray fx = x.castTo(DataType.FLOAT);
    LoneLayer fast = lone("mish", DataType.FLOAT, EnginePath.ONEDNN, fx);
    assertClose("y", fast.forward(fx, true), exact.forward(x, true), 1e-5);
    assertClose("dx", fast.backward(fx), exact.backward(x), 1e-5);
  }

  @Test
  void leavesWhatComesInAlone() {
    assumeTrue(Onednn.isAvailable());
    INDArray x = random(1, 0, 4, 6, 6, 16).castTo(DataType.FLOAT);
    INDArray dy = random(2, 0, 4, 6, 6, 16).castTo(DataType.FLOAT);
    INDArray before = x.dup();
    INDArray gradientBefore = dy.dup();
    LoneLayer layer = lone("mish", DataType.FLOAT, EnginePath.ONEDNN, x);
    layer.forward(x, true);
    layer.backward(dy);
    assertThat(x).isEqualTo(before);
    assertThat(dy).isEqualTo(gradientBefore);
  }
}
