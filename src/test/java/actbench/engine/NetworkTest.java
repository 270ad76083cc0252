package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.buffer.util.DataTypeUtil;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;

/** Networks of our layers, from configuration through training to file and back. */
final class NetworkTest {
  private static ComputationGraph on(EnginePath path, Supplier<ComputationGraphConfiguration> net) {
    EnginePath before = EnginePath.current();
    EnginePath.choose(path);
    try {
      return EngineNetwork.create(net.get());
    } finally {
      EnginePath.choose(before);
    }
  }

  private static List<EnginePath> paths() {
    return Onednn.isAvailable() ? List.of(EnginePath.values()) : List.of(EnginePath.PLAIN);
  }

  private static GraphBuilder graph(DataType type, int size, int channels) {
    return new NeuralNetConfiguration.Builder()
        .seed(5)
        .dataType(type)
        .updater(new Adam(0.01))
        .graphBuilder()
        .addInputs("in")
        .setInputTypes(InputType.convolutional(size, size, channels, CNN2DFormat.NHWC));
  }

  /** A little of everything. */
  private static GraphBuilder zoo(DataType type) {
    return graph(type, 6, 2)
        .addLayer("conv", new Convolution(4, Window.square(3).padding(Padding.SAME)), "in")
        .addLayer(
            "norm", new BatchNormalization().activation(SampleNetworks.function("mish")), "conv")
        .addLayer("deep", Convolution.depthwise(1, Window.square(3).padding(Padding.SAME)), "norm")
        .addLayer("swish", new ActivationLayer(SampleNetworks.function("swish")), "deep")
        .addVertex("add", new ResidualAdd(SampleNetworks.function("tanh")), "norm", "swish")
        .addLayer("down", new Pooling(Pooling.Kind.MEAN, Window.square(2).stride(2)), "add")
        .addLayer("up", new TransposedConvolution(3, Window.square(2).stride(2)), "down")
        .addVertex("both", new Concatenation(), "add", "up", "conv")
        .addLayer("some", new ChannelSlice(3, 11), "both")
        .addLayer("others", new ChannelSlice(0, 3), "both")
        .addLayer("shuffled", new ChannelShuffle(4), "some")
        .addLayer("squeezed", new GlobalPooling(Pooling.Kind.MEAN), "shuffled")
        .addLayer("gate", new Dense(8).activation(SampleNetworks.function("sigmoid")), "squeezed")
        .addVertex("scaled", new ChannelScale(), "shuffled", "gate")
        .addLayer("grouped", new Convolution(4, Window.square(3)).groups(2), "scaled")
        .addLayer("max", Pooling.maximum(2), "grouped")
        .addLayer("one", new Convolution(3, Window.square(1)), "max")
        .addLayer("global", new GlobalPooling(Pooling.Kind.MEAN), "one")
        .addLayer("flat", new Flatten(), "max")
        .addLayer("rest", new GlobalPooling(Pooling.Kind.MEAN), "others")
        .addVertex("features", new Concatenation(), "global", "flat", "rest")
        .addLayer("dense", new Dense(5).activation(SampleNetworks.function("sigmoid")), "features")
        .addLayer("norm2", new BatchNormalization(), "dense")
        .addLayer("out", new Dense(3), "norm2")
        .addLayer("loss", new LossLayer(Loss.SOFTMAX_CROSS_ENTROPY), "out")
        .setOutputs("loss");
  }

  private static INDArray images(int batch, int size, int channels, DataType type, int seed) {
    double[] values =
        new Random(seed).doubles((long) batch * size * size * channels, -1, 1).toArray();
    return Nd4j.createFromArray(values).reshape('c', batch, size, size, channels).castTo(type);
  }

  private static INDArray labels(int batch, int classes, DataType type) {
    INDArray labels = Nd4j.zeros(type, batch, classes);
    for (int i = 0; i < batch; i++) {
      labels.putScalar(i, i % classes, 1);
    }
    return labels;
  }

  private static void fit(ComputationGraph net, INDArray x, INDArray y) {
    net.fit(new INDArray[] {x}, new INDArray[] {y});
  }

  private static void train(ComputationGraph net, int... batches) {
    for (int i = 0; i < batches.length; i++) {
      fit(net, images(batches[i], 6, 2, DataType.FLOAT, i), labels(batches[i], 3, DataType.FLOAT));
    }
  }

  @Test
  void pathsAgreeOverBatchesOfSeveralSizes() {
    double[] scores = null;
    INDArray parameters = null;
    for (EnginePath path : paths()) {
      ComputationGraph net = on(path, () -> zoo(DataType.FLOAT).build());
      train(net, 8, 5, 8, 1, 8);
      if (parameters != null) {
        assertThat(net.score()).isCloseTo(scores[0], within(1e-5));
        assertThat(net.params().equalsWithEps(parameters, 2e-5)).isTrue();
      }
      scores = new double[] {net.score()};
      parameters = net.params().dup();
    }
  }

  @ParameterizedTest
  @EnumSource
  void repeatsBitForBit(EnginePath path) {
    assumeTrue(paths().contains(path));
    INDArray first = null;
    for (int run = 0; run < 2; run++) {
      ComputationGraph net = on(path, () -> zoo(DataType.FLOAT).build());
      train(net, 8, 8, 3);
      if (first != null) {
        assertThat(net.params().equalsWithEps(first, 0)).isTrue();
      }
      first = net.params().dup();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"relu", "mish", "tanh"})
  void fusedActivationGivesTheSameBits(String function) {
    INDArray[] parameters = new INDArray[2];
    for (int fused = 0; fused < 2; fused++) {
      GraphBuilder graph = graph(DataType.FLOAT, 6, 2);
      Convolution conv = new Convolution(4, Window.square(3));
      if (fused == 1) {
        graph.addLayer("conv", conv.activation(SampleNetworks.function(function)), "in");
        graph.addLayer("flat", new Flatten(), "conv");
      } else {
        graph.addLayer("conv", conv, "in");
        graph.addLayer("act", new ActivationLayer(SampleNetworks.function(function)), "conv");
        graph.addLayer("flat", new Flatten(), "act");
      }
      graph
          .addLayer("out", new Dense(3), "flat")
          .addLayer("loss", new LossLayer(Loss.SOFTMAX_CROSS_ENTROPY), "out")
          .setOutputs("loss");
      ComputationGraph net = on(EnginePath.current(), graph::build);
      train(net, 4, 4);
      parameters[fused] = net.params();
    }
    assertThat(parameters[1].equalsWithEps(parameters[0], 0)).isTrue();
  }

  @Test
  void gradientsOfEveryLayerAreThoseOfDifferences() {
    ComputationGraphConfiguration conf =
        changed(zoo(DataType.DOUBLE).build(), layer -> layer.setIUpdater(new NoOp()));
    ComputationGraph net = on(EnginePath.PLAIN, () -> conf);
    DataTypeUtil.setDTypeForContext(DataType.DOUBLE);
    boolean right =
        GradientCheckUtil.checkGradients(
            new GradientCheckUtil.GraphConfig()
                .net(net)
                .epsilon(1e-6)
                .maxRelError(1e-5)
                .minAbsoluteError(1e-9)
                .subset(true)
                .maxPerParam(5)
                .inputs(new INDArray[] {images(4, 6, 2, DataType.DOUBLE, 9)})
                .labels(new INDArray[] {labels(4, 3, DataType.DOUBLE)}));
    DataTypeUtil.setDTypeForContext(DataType.FLOAT);
    assertThat(right).isTrue();
  }

  private static ComputationGraphConfiguration changed(
      ComputationGraphConfiguration conf, Consumer<EngineLayer> change) {
    conf.getVertices()
        .values()
        .forEach(
            vertex -> {
              if (vertex instanceof LayerVertex layer) {
                change.accept((EngineLayer) layer.getLayerConf().getLayer());
              }
            });
    return conf;
  }

  @Test
  void goesOnFromAFileAsIfNothingHadHappened(@TempDir Path folder) throws IOException {
    ComputationGraph net = on(EnginePath.current(), () -> zoo(DataType.FLOAT).build());
    train(net, 8, 8);
    Path file = folder.resolve("net.zip");
    ModelSerializer.writeModel(net, file.toFile(), true);
    assertThat(Files.size(file)).isPositive();
    ComputationGraph restored = EngineNetwork.restore(file.toFile());
    assertThat(restored.getConfiguration()).isEqualTo(net.getConfiguration());
    INDArray x = images(4, 6, 2, DataType.FLOAT, 77);
    assertThat(restored.outputSingle(x).equalsWithEps(net.outputSingle(x), 0)).isTrue();
    train(net, 8, 5);
    train(restored, 8, 5);
    assertThat(restored.params().equalsWithEps(net.params(), 0)).isTrue();
  }

  @Test
  void answersStayWhenTheNetworkIsAskedAgain() {
    ComputationGraph net = on(EnginePath.current(), () -> zoo(DataType.FLOAT).build());
    INDArray first = net.outputSingle(images(4, 6, 2, DataType.FLOAT, 1));
    INDArray copy = first.dup();
    net.outputSingle(images(4, 6, 2, DataType.FLOAT, 2));
    train(net, 4);
    assertThat(first.equalsWithEps(copy, 0)).isTrue();
  }

  @Test
  void questionsBetweenStepsChangeNothing() {
    ComputationGraph asked = on(EnginePath.current(), () -> zoo(DataType.FLOAT).build());
    ComputationGraph left = on(EnginePath.current(), () -> zoo(DataType.FLOAT).build());
    train(asked, 8);
    asked.outputSingle(images(13, 6, 2, DataType.FLOAT, 4));
    train(asked, 8);
    train(left, 8);
    train(left, 8);
    assertThat(asked.params().equalsWithEps(left.params(), 0)).isTrue();
  }

  @Test
  void takesImagesOfAnyMemoryOrder() {
    ComputationGraph net = on(EnginePath.current(), () -> zoo(DataType.FLOAT).build());
    INDArray x = images(4, 6, 2, DataType.FLOAT, 1);
    INDArray channelsFirst = x.permute(0, 3, 1, 2).dup('c').permute(0, 2, 3, 1);
    assertThat(net.outputSingle(channelsFirst).equalsWithEps(net.outputSingle(x), 0)).isTrue();
  }

  @Test
  void namesParametersInTheOrderOfTheirMemory() {
    ComputationGraph net = on(EnginePath.current(), () -> zoo(DataType.FLOAT).build());
    net.params()
        .assign(Nd4j.arange((double) net.numParams()).castTo(DataType.FLOAT).reshape(1, -1));
    long next = 0;
    for (EngineNetwork.Placed each : EngineNetwork.parameters(net)) {
      assertThat(Memory.read(each.values())[0]).isEqualTo((double) next);
      next += each.parameter().length();
    }
    assertThat(next).isEqualTo(net.numParams());
  }

  @Test
  void regularisesWeightsAlone() {
    ComputationGraphConfiguration conf =
        new NeuralNetConfiguration.Builder()
            .l2(0.5)
            .updater(new Sgd(1))
            .graphBuilder()
            .addInputs("in")
            .setInputTypes(InputType.feedForward(2))
            .addLayer("dense", new Dense(2), "in")
            .addLayer("norm", new BatchNormalization(), "dense")
            .addLayer("loss", new LossLayer(Loss.MEAN_SQUARED_ERROR), "norm")
            .setOutputs("loss")
            .build();
    EngineLayer dense = (EngineLayer) layer(conf, "dense");
    EngineLayer norm = (EngineLayer) layer(conf, "norm");
    assertThat(dense.getRegularizationByParam("W")).hasSize(1);
    assertThat(dense.getRegularizationByParam("b")).isEmpty();
    for (String key : List.of("gamma", "beta", "mean", "var")) {
      assertThat(norm.getRegularizationByParam(key)).isNull();
    }
  }

  private static Object layer(ComputationGraphConfiguration conf, String name) {
    return ((LayerVertex) conf.getVertices().get(name)).getLayerConf().getLayer();
  }
}
