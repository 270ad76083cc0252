package actbench.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.buffer.util.DataTypeUtil;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Functions of the catalogue inside Deeplearning4j. */
final class NeuralActivationTest {
  static Stream<NeuralActivation> activations() {
    return ActivationCatalog.entries().stream()
        .map(entry -> new NeuralActivation(entry.create(Map.of())));
  }

  static Stream<ElementFunction> elements() {
    return ActivationCatalogTest.functions();
  }

  @ParameterizedTest
  @MethodSource("activations")
  void survivesJson(NeuralActivation activation) {
    MultiLayerConfiguration configuration = network(DataType.FLOAT, activation);
    MultiLayerConfiguration restored = MultiLayerConfiguration.fromJson(configuration.toJson());
    assertThat(restored).isEqualTo(configuration);
    DenseLayer layer = (DenseLayer) restored.getConf(0).getLayer();
    assertThat(layer.getActivationFn()).isEqualTo(activation).hasToString(activation.toString());
    assertThat(((NeuralActivation) layer.getActivationFn()).parameters())
        .isEqualTo(activation.parameters());
  }

  @Test
  void keepsParametersThroughJson() {
    NeuralActivation activation = new NeuralActivation("beta-mish", Map.of("beta", 0.1 + 0.2));
    String json = network(DataType.FLOAT, activation).toJson();
    DenseLayer layer = (DenseLayer) MultiLayerConfiguration.fromJson(json).getConf(0).getLayer();
    assertThat(layer.getActivationFn()).isEqualTo(activation);
    assertThat(layer.getActivationFn()).isNotEqualTo(new NeuralActivation("beta-mish", Map.of()));
  }

  @Test
  void survivesJavaSerialization() throws Exception {
    NeuralActivation activation = new NeuralActivation("elu", Map.of("alpha", 0.5));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(activation);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Object restored = in.readObject();
      assertThat(restored).isEqualTo(activation).hasToString("elu(alpha=0.5)");
    }
  }

  @ParameterizedTest
  @MethodSource("elements")
  void worksInPlaceOnViewsOfAnyOrder(ElementFunction function) {
    NeuralActivation activation = new NeuralActivation(function);
    INDArray whole = Nd4j.linspace(DataType.FLOAT, -6.013, 12.0 / 479, 480).reshape(10, 6, 8);
    INDArray[] views = {
      whole.dup(),
      whole.dup('f'),
      whole.dup().permute(2, 0, 1),
      whole.dup().get(NDArrayIndex.interval(3, 7)),
      whole.dup().get(NDArrayIndex.all(), NDArrayIndex.interval(1, 2, 5), NDArrayIndex.all()),
      whole.dup('f').get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(2, 5)),
      whole.dup().reshape(480).get(NDArrayIndex.interval(5, 480)),
      whole.dup().get(NDArrayIndex.point(4)).transpose(),
    };
    for (INDArray view : views) {
      INDArray before = view.dup('c');
      INDArray epsilon = before.rsub(1.5);
      INDArray[] upstreams = {epsilon.dup('c'), epsilon.dup('f')};
      INDArray z = view.dup();
      assertThat(activation.getActivation(view, true)).isSameAs(view);
      assertValues(function, before, null, view);
      for (INDArray upstream : upstreams) {
        INDArray copy = z.dup();
        INDArray gradient = activation.backprop(copy, upstream).getFirst();
        assertValues(function, before, epsilon, gradient);
        assertThat(upstream).isEqualTo(epsilon);
      }
      view.assign(z);
      INDArray gradient = activation.backprop(view, upstreams[0]).getFirst();
      assertValues(function, before, epsilon, gradient);
    }
  }

  private static void assertValues(
      ElementFunction function, INDArray x, INDArray upstream, INDArray got) {
    float[] xs = x.dup('c').data().asFloat();
    float[] us = upstream == null ? null : upstream.dup('c').data().asFloat();
    float[] want = new float[xs.length];
    if (us == null) {
      function.forward(xs, want, 0, xs.length);
    } else {
      function.backward(xs, us, want, 0, xs.length);
    }
    assertThat(got.dup('c').data().asFloat()).as("%s", function).containsExactly(want);
  }

  @Test
  void leavesWhatIsOutsideTheViewAlone() {
    INDArray whole = Nd4j.valueArrayOf(new long[] {6, 4}, -2f);
    INDArray view = whole.get(NDArrayIndex.interval(2, 4));
    new NeuralActivation("relu", Map.of()).getActivation(view, false);
    assertThat(whole.sumNumber().doubleValue()).isEqualTo(-2.0 * 16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mish", "relu", "beta-mish", "softmax"})
  void servesEveryFloatingType(String name) {
    NeuralActivation activation = new NeuralActivation(name, Map.of());
    INDArray x = Nd4j.linspace(DataType.DOUBLE, -3, 0.25, 24).reshape(4, 6);
    INDArray want = activation.getActivation(x.dup(), false);
    INDArray wantGradient = activation.backprop(x.dup(), x.rsub(1)).getFirst();
    for (DataType type : new DataType[] {DataType.FLOAT, DataType.FLOAT16, DataType.BFLOAT16}) {
      INDArray typed = x.castTo(type);
      INDArray got = activation.getActivation(typed.dup(), false);
      assertThat(got.dataType()).isEqualTo(type);
      double tolerance = type == DataType.FLOAT ? 1e-6 : 0.02;
      assertThat(got.castTo(DataType.DOUBLE).equalsWithEps(want, tolerance)).isTrue();
      INDArray gradient = activation.backprop(typed.dup(), typed.rsub(1)).getFirst();
      assertThat(gradient.castTo(DataType.DOUBLE).equalsWithEps(wantGradient, 4 * tolerance))
          .isTrue();
    }
  }

  @Test
  void acceptsEmptyArrays() {
    NeuralActivation activation = new NeuralActivation("mish", Map.of());
    assertThat(activation.getActivation(Nd4j.empty(DataType.FLOAT), false).isEmpty()).isTrue();
  }

  @Test
  void refusesAGradientOfAnotherShape() {
    NeuralActivation activation = new NeuralActivation("mish", Map.of());
    assertThatThrownBy(() -> activation.backprop(Nd4j.ones(2, 3), Nd4j.ones(3, 2)))
        .hasMessageContaining("shape");
  }

  /** Softmax over channels of images, as in segmentation. */
  @Test
  void softmaxActsAlongDimensionOne() {
    INDArray x = Nd4j.rand(DataType.FLOAT, 2, 3, 4, 5);
    INDArray y = new NeuralActivation("softmax", Map.of()).getActivation(x, false);
    assertThat(y.sum(1).equalsWithEps(Nd4j.ones(DataType.FLOAT, 2, 4, 5), 1e-6)).isTrue();
  }

  /** Derivatives are checked elsewhere; this is about who overwrites what in a network. */
  @ParameterizedTest
  @ValueSource(strings = {"mish", "beta-mish", "swish", "gelu", "isrlu"})
  void passesTheGradientCheckOfDeeplearning4j(String name) {
    ElementFunction function = ActivationCatalog.createElement(name, Map.of());
    MultiLayerNetwork network =
        new MultiLayerNetwork(network(DataType.DOUBLE, new NeuralActivation(function)));
    network.init();
    INDArray x = Nd4j.linspace(DataType.DOUBLE, -1.9, 0.27, 15).reshape(5, 3);
    INDArray y =
        Nd4j.eye(5).castTo(DataType.DOUBLE).get(NDArrayIndex.all(), NDArrayIndex.interval(0, 2));
    DataType before = DataTypeUtil.getDtypeFromContext();
    DataTypeUtil.setDTypeForContext(DataType.DOUBLE);
    try {
      assertThat(
              GradientCheckUtil.checkGradients(
                  new GradientCheckUtil.MLNConfig()
                      .net(network)
                      .epsilon(1e-6)
                      .maxRelError(1e-5)
                      .minAbsoluteError(1e-8)
                      .exitOnFirstError(true)
                      .input(x)
                      .labels(y)))
          .isTrue();
    } finally {
      DataTypeUtil.setDTypeForContext(before);
    }
  }

  private static MultiLayerConfiguration network(DataType type, NeuralActivation activation) {
    return new NeuralNetConfiguration.Builder()
        .dataType(type)
        .seed(12345)
        .updater(type == DataType.DOUBLE ? new NoOp() : new Sgd(0.1))
        .weightInit(WeightInit.XAVIER)
        .list()
        .layer(new DenseLayer.Builder().nIn(3).nOut(4).activation(activation).build())
        .layer(
            new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .nIn(4)
                .nOut(2)
                .activation(new NeuralActivation("softmax", Map.of()))
                .build())
        .build();
  }
}
