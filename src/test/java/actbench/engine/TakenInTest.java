package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A function that a kernel of oneDNN takes in gives the bits that it gives afterwards; but for the
 * gradient through a batch normalisation, where a zero may have the other sign and what is not
 * finite stops at a unit that is off.
 */
final class TakenInTest {
  private static final Site SITE = new Site("x", EnginePath.ONEDNN, DataType.FLOAT, Map.of(), 0);

  private static Elementwise function(String name) {
    return Elementwise.of(SampleNetworks.function(name), SITE);
  }

  private static INDArray random(int seed, long... shape) {
    return finite(seed, shape).putScalar(7, Float.NaN);
  }

  private static INDArray finite(int seed, long... shape) {
    Random random = new Random(seed);
    float[] values = new float[(int) LongStream.of(shape).reduce(1, Math::multiplyExact)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Nd4j.createFromArray(values).reshape('c', shape);
  }

  private static void assertSame(INDArray got, INDArray want) {
    assertThat(got.dup().data().asFloat()).isEqualTo(want.dup().data().asFloat());
  }

  /** As {@link #assertSame}, but for the sign of 0. */
  private static void assertEqual(INDArray got, INDArray want) {
    assertSame(got.add(0), want.add(0));
  }

  private static Convolution convolution(int filters) {
    return new Convolution(filters, new Window(3, 3, 1, 1, 1, 1, Padding.SAME));
  }

  private static Convolution small(int filters) {
    return new Convolution(filters, new Window(1, 1, 2, 2, 1, 1, Padding.VALID));
  }

  static Stream<Arguments> layers() {
    Supplier<Convolution> sixteen = () -> convolution(16);
    Supplier<Convolution> five = () -> convolution(5);
    Supplier<Convolution> plain = () -> small(4);
    return Stream.of("relu", "leaky-relu")
        .flatMap(
            each ->
                Stream.of(
                    Arguments.of(each, sixteen, new long[] {8, 6, 6, 16}),
                    Arguments.of(each, five, new long[] {4, 7, 7, 3}),
                    // oneDNN cannot do this one, so that it goes the plain way.
                    Arguments.of(each, plain, new long[] {4, 6, 6, 3})));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void inConvolutions(String name, Supplier<Convolution> made, long[] shape) {
    assumeTrue(Onednn.isAvailable());
    check(name, made.get(), made.get().activation(SampleNetworks.function(name)), random(1, shape));
  }

  @Test
  void inDenseLayers() {
    assumeTrue(Onednn.isAvailable());
    check(
        "relu",
        new Dense(33),
        new Dense(33).activation(SampleNetworks.function("relu")),
        random(1, 20, 50));
  }

  private static void check(String name, EngineLayer bare, EngineLayer whole, INDArray x) {
    LoneLayer linear = new LoneLayer(bare, DataType.FLOAT, EnginePath.ONEDNN, x);
    LoneLayer fused = new LoneLayer(whole, DataType.FLOAT, EnginePath.ONEDNN, x);
    INDArray weights = random(2, linear.parameter("W").length());
    weights.putScalar(7, 1);
    for (LoneLayer each : new LoneLayer[] {linear, fused}) {
      each.parameter("W").assign(weights.reshape(each.parameter("W").shape()));
    }
    Elementwise after = function(name);
    INDArray z = linear.forward(x, true).dup();
    INDArray y = z.ulike();
    after.forward(z, y);
    assertSame(fused.forward(x, true), y);
    INDArray dy = random(3, y.shape());
    INDArray dz = y.ulike();
    after.backward(y, dy, dz);
    assertSame(fused.backward(dy), linear.backward(dz));
    assertSame(fused.gradient("W"), linear.gradient("W"));
    assertSame(fused.forward(x, false), y);
  }

  static Stream<Arguments> normalizations() {
    Supplier<BatchNormalization> affine = BatchNormalization::new;
    Supplier<BatchNormalization> bare = () -> new BatchNormalization().withoutScaleAndShift();
    return Stream.of(
        Arguments.of(affine, new long[] {32, 8, 8, 16}, true),
        Arguments.of(bare, new long[] {5, 7, 7, 48}, true),
        Arguments.of(affine, new long[] {64, 512}, true),
        // Channels that leave a rest beside whole vectors are done one after the other.
        Arguments.of(affine, new long[] {4, 7, 7, 5}, false),
        Arguments.of(affine, new long[] {64, 300}, false));
  }

  @ParameterizedTest
  @MethodSource("normalizations")
  void inNormalizations(Supplier<BatchNormalization> made, long[] shape, boolean takes) {
    assumeTrue(Onednn.isAvailable());
    INDArray x = finite(1, shape);
    BatchNormalization bare = made.get();
    LoneLayer linear = new LoneLayer(bare, DataType.FLOAT, EnginePath.ONEDNN, x);
    LoneLayer fused =
        new LoneLayer(
            made.get().activation(SampleNetworks.function("relu")),
            DataType.FLOAT,
            EnginePath.ONEDNN,
            x);
    Map<String, INDArray> parameters = new HashMap<>();
    for (LayerParameter each : bare.parameters()) {
      INDArray values = linear.parameter(each.key());
      parameters.put(each.key(), values);
      if (each.key().equals("gamma") || each.key().equals("beta")) {
        values.assign(finite(each.key().length(), values.length()).reshape(values.shape()));
        fused.parameter(each.key()).assign(values);
      }
    }
    Site site = new Site("x", EnginePath.ONEDNN, DataType.FLOAT, parameters, 0);
    assertThat(bare.kernel(site).takeIn(function("relu")))
        .isEqualTo(takes ? Kernel.Share.BOTH : Kernel.Share.NONE);
    Elementwise after = function("relu");
    long[] fewer = shape.clone();
    fewer[0] = shape[0] / 2;
    for (boolean training : new boolean[] {true, false, true}) {
      for (INDArray batch : new INDArray[] {x, finite(4, fewer), x}) {
        INDArray y = linear.forward(batch, training).dup();
        after.forward(y, y);
        assertSame(fused.forward(batch, training), y);
        INDArray dy = finite(3, batch.shape());
        INDArray dz = y.ulike();
        after.backward(y, dy, dz);
        assertEqual(fused.backward(dy), linear.backward(dz));
        for (String key : parameters.keySet()) {
          assertEqual(fused.gradient(key), linear.gradient(key));
          assertSame(fused.parameter(key), linear.parameter(key));
        }
      }
    }
  }

  @Test
  void inSums() {
    assumeTrue(Onednn.isAvailable());
    INDArray[] inputs = {random(1, 5, 4, 4, 3), random(2, 5, 4, 4, 3)};
    Elementwise after = function("relu");
    VertexKernel linear = new AddKernel(SITE, null);
    VertexKernel fused = new AddKernel(SITE, function("relu"));
    INDArray y = linear.forward(inputs, true).dup();
    after.forward(y, y);
    assertSame(fused.forward(inputs, true), y);
    INDArray dy = random(3, y.shape());
    INDArray dz = y.ulike();
    after.backward(y, dy, dz);
    for (INDArray each : fused.backward(dy)) {
      assertSame(each, dz);
    }
  }
}
