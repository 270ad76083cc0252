package actbench.model;

import actbench.activation.ElementFunction;
import actbench.engine.ActivationLayer;
import actbench.engine.BatchNormalization;
import actbench.engine.Convolution;
import actbench.engine.Dense;
import actbench.engine.Dropout;
import actbench.engine.EngineNetwork;
import actbench.engine.Flatten;
import actbench.engine.GlobalPooling;
import actbench.engine.Loss;
import actbench.engine.LossLayer;
import actbench.engine.Padding;
import actbench.engine.Pooling;
import actbench.engine.ResidualAdd;
import actbench.engine.Tally;
import actbench.engine.Window;
import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The layers of the engine; images are channels last.
 *
 * <p>An activation that alone reads a convolution, a dense layer, a batch normalisation or a sum
 * becomes part of it.
 */
public final class EngineLayers implements Layers {
  private static final String LOSS = "-loss";

  @Override
  public boolean channelsLast() {
    return true;
  }

  @Override
  public ComputationGraph create(NetworkPlan plan) {
    Blueprint blueprint = plan.blueprint();
    Shape in = blueprint.input();
    GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(plan.seed())
            .dataType(DataType.FLOAT)
            .updater(plan.updater())
            .graphBuilder()
            .addInputs(Blueprint.INPUT)
            .setInputTypes(
                InputType.convolutional(in.height(), in.width(), in.channels(), CNN2DFormat.NHWC));
    ElementFunction activation = (ElementFunction) plan.activation().function();
    Map<String, Node> hosts = hosts(blueprint);
    for (Node node : blueprint.nodes()) {
      if (!hosts.containsKey(node.name())) {
        boolean hosting = hosts.containsValue(node);
        String[] inputs =
            node.inputs().stream()
                .map(name -> hosts.containsKey(name) ? hosts.get(name).name() : name)
                .toArray(String[]::new);
        add(graph, node, inputs, hosting ? activation : null, plan);
      }
    }
    Node last = blueprint.nodes().get(blueprint.nodes().size() - 1);
    return EngineNetwork.create(graph.setOutputs(last.name() + LOSS).build());
  }

  private static void add(
      GraphBuilder graph, Node node, String[] inputs, ElementFunction hosted, NetworkPlan plan) {
    if (node.op() instanceof Op.Add) {
      graph.addVertex(
          node.name(), hosted == null ? new ResidualAdd() : new ResidualAdd(hosted), inputs);
    } else if (node.op() instanceof Op.Output output) {
      Loss loss =
          output.task() == Task.BINARY
              ? Loss.SIGMOID_BINARY_CROSS_ENTROPY
              : Loss.SOFTMAX_CROSS_ENTROPY;
      graph.addLayer(node.name(), plan.regularize(new Dense(output.units())), inputs);
      graph.addLayer(node.name() + LOSS, new LossLayer(loss), node.name());
    } else {
      ElementFunction activation = (ElementFunction) plan.activation().function();
      graph.addLayer(node.name(), plan.regularize(layer(node.op(), hosted, activation)), inputs);
    }
  }

  private static BaseLayer layer(Op op, ElementFunction hosted, ElementFunction activation) {
    if (op instanceof Op.Convolution conv) {
      Convolution layer =
          new Convolution(conv.filters(), window(conv.window(), conv.stride(), conv.padding()));
      layer = conv.bias() ? layer : layer.withoutBias();
      return hosted == null ? layer : layer.activation(hosted);
    } else if (op instanceof Op.Dense dense) {
      Dense layer =
          dense.bias() ? new Dense(dense.units()) : new Dense(dense.units()).withoutBias();
      return hosted == null ? layer : layer.activation(hosted);
    } else if (op instanceof Op.BatchNorm norm) {
      BatchNormalization layer =
          new BatchNormalization().momentum(norm.momentum()).epsilon(norm.epsilon());
      return hosted == null ? layer : layer.activation(hosted);
    } else if (op instanceof Op.Activate) {
      return new ActivationLayer(activation);
    } else if (op instanceof Op.MaxPool pool) {
      return new Pooling(
          Pooling.Kind.MAXIMUM, window(pool.window(), pool.stride(), pool.padding()));
    } else if (op instanceof Op.AveragePool pool) {
      return new Pooling(Pooling.Kind.MEAN, window(pool.window(), pool.stride(), pool.padding()));
    } else if (op instanceof Op.GlobalAveragePool) {
      return new GlobalPooling(Pooling.Kind.MEAN);
    } else if (op instanceof Op.Flatten) {
      return new Flatten();
    } else if (op instanceof Op.Dropout dropout) {
      return new Dropout(dropout.rate());
    }
    throw new IllegalStateException("no engine layer for " + op);
  }

  private static Window window(int size, int stride, Op.Padding padding) {
    return Window.square(size)
        .stride(stride)
        .padding(padding == Op.Padding.SAME ? Padding.SAME : Padding.VALID);
  }

  /** By the name of an activation, the node that it becomes part of. */
  private static Map<String, Node> hosts(Blueprint blueprint) {
    Map<String, Node> nodes = new HashMap<>();
    Map<String, Integer> readers = new HashMap<>();
    for (Node node : blueprint.nodes()) {
      nodes.put(node.name(), node);
      node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
    }
    Map<String, Node> hosts = new HashMap<>();
    for (Node node : blueprint.nodes()) {
      Node before = nodes.get(node.inputs().get(0));
      if (node.op() instanceof Op.Activate
          && before != null
          && canHost(before.op())
          && readers.get(before.name()) == 1) {
        hosts.put(node.name(), before);
      }
    }
    return hosts;
  }

  private static boolean canHost(Op op) {
    return op instanceof Op.Convolution
        || op instanceof Op.Dense
        || op instanceof Op.BatchNorm
        || op instanceof Op.Add;
  }

  @Override
  public String vertex(Blueprint blueprint, Node node) {
    Node host = hosts(blueprint).get(node.name());
    return host == null ? node.name() : host.name();
  }

  @Override
  public void assign(Weight weight, float[] values, INDArray target) {
    target.assign(Nd4j.create(values, target.shape(), 'c'));
  }

  @Override
  public Tally tally(ComputationGraph graph) {
    return EngineNetwork.tally(graph);
  }
}
