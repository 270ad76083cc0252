package actbench.engine;

import actbench.activation.ActivationCatalog;
import actbench.activation.ElementFunction;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Sgd;

/** The networks of the speed targets, built of our layers. */
final class SampleNetworks {
  private final GraphBuilder graph;
  private final ElementFunction activation;
  private String last = "input";
  private int count;

  private SampleNetworks(ElementFunction activation, DataType type, InputType input) {
    this.activation = activation;
    graph =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .dataType(type)
            .updater(new Sgd(0.01))
            .graphBuilder()
            .addInputs("input")
            .setInputTypes(input);
  }

  static ElementFunction function(String name) {
    return ActivationCatalog.createElement(name, Map.of());
  }

  static ComputationGraphConfiguration of(String model, ElementFunction activation, DataType type) {
    return switch (model) {
      case "resnet-v1-20" -> resnet(activation, type, 3);
      case "lenet-4" -> lenet(activation, type);
      case "mini-vgg" -> miniVgg(activation, type);
      case "depth-net" -> depthNet(activation, type, 22);
      default -> throw new IllegalArgumentException(model);
    };
  }

  static long[] input(String model) {
    return model.startsWith("resnet") ? new long[] {32, 32, 3} : new long[] {28, 28, 1};
  }

  private static InputType image(int size, int channels) {
    return InputType.convolutional(size, size, channels, CNN2DFormat.NHWC);
  }

  private SampleNetworks then(Layer layer) {
    String name = "l" + count++;
    graph.addLayer(name, layer, last);
    last = name;
    return this;
  }

  private ComputationGraphConfiguration end(long classes) {
    then(new Dense(classes)).then(new LossLayer(Loss.SOFTMAX_CROSS_ENTROPY));
    return graph.setOutputs(last).build();
  }

  private Convolution conv(int filters, int kernel, int stride, Padding padding) {
    return new Convolution(filters, Window.square(kernel).stride(stride).padding(padding));
  }

  static ComputationGraphConfiguration resnet(ElementFunction f, DataType type, int blocks) {
    SampleNetworks net = new SampleNetworks(f, type, image(32, 3));
    net.then(net.conv(16, 3, 1, Padding.SAME)).then(new BatchNormalization().activation(f));
    for (int stage = 0; stage < 3; stage++) {
      for (int block = 0; block < blocks; block++) {
        net.block(16 << stage, stage > 0 && block == 0);
      }
    }
    return net.then(new GlobalPooling(Pooling.Kind.MEAN)).end(10);
  }

  private void block(int filters, boolean down) {
    String before = last;
    then(conv(filters, 3, down ? 2 : 1, Padding.SAME));
    then(new BatchNormalization().activation(activation));
    then(conv(filters, 3, 1, Padding.SAME)).then(new BatchNormalization());
    String deep = last;
    String shortcut = before;
    if (down) {
      last = before;
      then(conv(filters, 1, 2, Padding.SAME));
      shortcut = last;
    }
    last = "add" + count++;
    graph.addVertex(last, new ResidualAdd(activation), shortcut, deep);
  }

  static ComputationGraphConfiguration lenet(ElementFunction f, DataType type) {
    SampleNetworks net = new SampleNetworks(f, type, image(28, 1));
    return net.then(net.conv(20, 5, 1, Padding.SAME).activation(f))
        .then(Pooling.maximum(2))
        .then(net.conv(50, 5, 1, Padding.SAME).activation(f))
        .then(Pooling.maximum(2))
        .then(new Flatten())
        .then(new Dense(500).activation(f))
        .end(10);
  }

  static ComputationGraphConfiguration miniVgg(ElementFunction f, DataType type) {
    SampleNetworks net = new SampleNetworks(f, type, image(28, 1));
    for (int filters : new int[] {32, 64}) {
      for (int i = 0; i < 2; i++) {
        net.then(net.conv(filters, 3, 1, Padding.SAME).activation(f))
            .then(new BatchNormalization());
      }
      net.then(Pooling.maximum(2)).then(new Dropout(0.25));
    }
    return net.then(new Flatten())
        .then(new Dense(512).activation(f))
        .then(new BatchNormalization())
        .then(new Dropout(0.5))
        .end(10);
  }

  static ComputationGraphConfiguration depthNet(ElementFunction f, DataType type, int hidden) {
    SampleNetworks net = new SampleNetworks(f, type, image(28, 1));
    net.then(net.conv(20, 5, 1, Padding.VALID).activation(f))
        .then(net.conv(50, 5, 1, Padding.VALID).activation(f))
        .then(Pooling.maximum(2))
        .then(new Dropout(0.25))
        .then(new Flatten());
    for (int i = 0; i < hidden; i++) {
      net.then(new Dense(500)).then(new BatchNormalization().activation(f)).then(new Dropout(0.25));
    }
    return net.end(10);
  }
}
