package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.buffer.util.DataTypeUtil;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;

/** Each layer and vertex by itself: its gradients by differences, and from a file and back. */
final class EveryLayerTest {
  private static final int SIZE = 6;
  private static final int CHANNELS = 6;

  /** A part of a network between a convolution that feeds it and a dense layer that reads it. */
  private interface Part {
    void add(GraphBuilder graph);
  }

  private static Map<String, Part> parts() {
    Map<String, Part> parts = new TreeMap<>();
    layer(parts, new ActivationLayer(SampleNetworks.function("mish")));
    layer(parts, new BatchNormalization().activation(SampleNetworks.function("tanh")));
    layer(parts, new CapsuleRouting(3, 2, 3).squash(1, 1e-8).accumulating());
    layer(parts, new ChannelShuffle(3));
    layer(parts, new ChannelSlice(1, 5));
    layer(parts, new Convolution(4, Window.square(3).stride(2)).groups(2));
    layer(parts, new Dense(4));
    layer(parts, new Dropout(0.4));
    layer(parts, new Flatten());
    layer(parts, new GlobalPooling(Pooling.Kind.MAXIMUM));
    layer(parts, new LearnedActivation(SampleNetworks.function("swish"), true));
    layer(parts, new Multiplication(-1.5));
    layer(parts, Pooling.maximum(2));
    layer(parts, new TransposedConvolution(3, Window.square(2).stride(2)));
    parts.put("LossLayer", graph -> graph.addLayer("part", new Multiplication(1), "before"));
    parts.put(
        "ChannelScale",
        graph ->
            graph
                .addLayer("gate", new GlobalPooling(Pooling.Kind.MEAN), "before")
                .addVertex("part", new ChannelScale(), "before", "gate"));
    parts.put(
        "Concatenation", graph -> graph.addVertex("part", new Concatenation(), "before", "beside"));
    parts.put(
        "ResidualAdd",
        graph ->
            graph.addVertex(
                "part", new ResidualAdd(SampleNetworks.function("softplus")), "before", "beside"));
    return parts;
  }

  private static void layer(Map<String, Part> parts, EngineLayer layer) {
    parts.put(
        layer.getClass().getSimpleName(),
        graph -> {
          if (layer instanceof Dense) {
            graph.addLayer("flat", new Flatten(), "before").addLayer("part", layer, "flat");
          } else {
            graph.addLayer("part", layer, "before");
          }
        });
  }

  static Stream<String> names() {
    return parts().keySet().stream();
  }

  private static Convolution around(int filters) {
    return new Convolution(filters, Window.square(3).padding(Padding.SAME));
  }

  private static ComputationGraphConfiguration network(String name, DataType type, IUpdater rule) {
    GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(5)
            .dataType(type)
            .updater(rule)
            .graphBuilder()
            .addInputs("in")
            .setInputTypes(InputType.convolutional(SIZE, SIZE, 2, CNN2DFormat.NHWC))
            .addLayer("before", around(CHANNELS), "in")
            .addLayer("beside", around(CHANNELS), "in");
    parts().get(name).add(graph);
    // What is beside is read in every network, so that it has a gradient.
    graph
        .addLayer("rest", new GlobalPooling(Pooling.Kind.MEAN), "beside")
        .addLayer("level", reader(name), "part")
        .addVertex("all", new Concatenation(), "level", "rest")
        .addLayer("out", new Dense(3), "all")
        .addLayer("loss", new LossLayer(Loss.SOFTMAX_CROSS_ENTROPY), "out")
        .setOutputs("loss");
    return graph.build();
  }

  /** Makes a row of what the part gives. */
  private static EngineLayer reader(String name) {
    return switch (name) {
      case "CapsuleRouting", "Dense", "Flatten", "GlobalPooling" -> new Multiplication(1);
      default -> new Flatten();
    };
  }

  private static INDArray images(DataType type) {
    double[] values = new Random(9).doubles(3L * SIZE * SIZE * 2, -1, 1).toArray();
    return Nd4j.createFromArray(values).reshape('c', 3, SIZE, SIZE, 2).castTo(type);
  }

  @Test
  void noneIsForgotten() {
    assertThat(
            new ClassFileImporter()
                .importPackages("actbench.engine").stream()
                    .filter(
                        each ->
                            each.isAssignableTo(EngineLayer.class)
                                || each.isAssignableTo(EngineVertex.class))
                    .filter(each -> !each.getModifiers().contains(JavaModifier.ABSTRACT))
                    .map(each -> each.getSimpleName())
                    .collect(Collectors.toSet()))
        .isEqualTo(parts().keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void gradientsAreThoseOfDifferences(String name) {
    ComputationGraph net = EngineNetwork.create(network(name, DataType.DOUBLE, new NoOp()));
    DataTypeUtil.setDTypeForContext(DataType.DOUBLE);
    try {
      assertThat(
              GradientCheckUtil.checkGradients(
                  new GradientCheckUtil.GraphConfig()
                      .net(net)
                      .epsilon(1e-6)
                      .maxRelError(1e-5)
                      .minAbsoluteError(1e-9)
                      .subset(true)
                      .maxPerParam(8)
                      .inputs(new INDArray[] {images(DataType.DOUBLE)})
                      .labels(new INDArray[] {Nd4j.eye(3).castTo(DataType.DOUBLE)})))
          .isTrue();
    } finally {
      DataTypeUtil.setDTypeForContext(DataType.FLOAT);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void goesOnFromAFile(String name, @TempDir Path folder) throws IOException {
    ComputationGraph net = EngineNetwork.create(network(name, DataType.FLOAT, new Sgd(0.1)));
    INDArray[] x = {images(DataType.FLOAT)};
    INDArray[] y = {Nd4j.eye(3).castTo(DataType.FLOAT)};
    net.fit(x, y);
    Path file = folder.resolve("net.zip");
    ModelSerializer.writeModel(net, file.toFile(), true);
    ComputationGraph restored = EngineNetwork.restore(file.toFile());
    assertThat(restored.getConfiguration()).isEqualTo(net.getConfiguration());
    assertThat(restored.outputSingle(x[0])).isEqualTo(net.outputSingle(x[0]));
    net.fit(x, y);
    restored.fit(x, y);
    assertThat(restored.params()).isEqualTo(net.params());
  }
}
