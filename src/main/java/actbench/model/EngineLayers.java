package actbench.model;

import actbench.activation.ElementFunction;
import actbench.engine.ActivationLayer;
import actbench.engine.Convolution;
import actbench.engine.Dense;
import actbench.engine.EngineNetwork;
import actbench.engine.Loss;
import actbench.engine.LossLayer;
import actbench.engine.Tally;
import actbench.engine.Window;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The layers of the engine; images are channels last.
 *
 * <p>A function that alone reads a convolution, a dense layer, a batch normalisation or a sum
 * becomes part of it.
 */
public final class EngineLayers implements Layers {
  private static final String LOSS = "-loss";

  private final EngineParts parts = new EngineParts();

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
    ElementFunction activation = plan.activation().function();
    Map<String, Node> hosts = hosts(blueprint);
    Map<String, ElementFunction> hosted = new HashMap<>();
    for (Node node : blueprint.nodes()) {
      if (hosts.containsKey(node.name())) {
        hosted.put(
            hosts.get(node.name()).name(),
            node.op() instanceof Op.Fixed fixed ? EngineParts.function(fixed) : activation);
      }
    }
    for (Node node : blueprint.nodes()) {
      if (!hosts.containsKey(node.name())) {
        String[] inputs =
            node.inputs().stream()
                .map(name -> hosts.containsKey(name) ? hosts.get(name).name() : name)
                .toArray(String[]::new);
        add(graph, node, inputs, Optional.ofNullable(hosted.get(node.name())), plan);
      }
    }
    Node last = blueprint.nodes().get(blueprint.nodes().size() - 1);
    return EngineNetwork.create(graph.setOutputs(last.name() + LOSS).build());
  }

  private void add(
      GraphBuilder graph,
      Node node,
      String[] inputs,
      Optional<ElementFunction> hosted,
      NetworkPlan plan) {
    if (node.op() instanceof Op.Output output) {
      graph.addLayer(node.name(), plan.regularize(new Dense(output.units())), inputs);
      graph.addLayer(node.name() + LOSS, new LossLayer(output.loss()), node.name());
    } else if (node.op() instanceof Op.MaskOutput masks) {
      Convolution pixels = new Convolution(1, Window.square(1));
      graph.addLayer(node.name(), plan.regularize(pixels), inputs);
      graph.addLayer(node.name() + LOSS, new LossLayer(masks.loss()), node.name());
    } else if (node.op() instanceof Op.CapsuleOutput) {
      graph.addLayer(node.name() + LOSS, new LossLayer(Loss.MARGIN), inputs);
    } else if (node.op() instanceof Op.Activate activate) {
      BaseLayer layer =
          activate
              .changing()
              .map(EngineParts::changing)
              .orElseGet(() -> new ActivationLayer(plan.activation().function()));
      graph.addLayer(node.name(), layer, inputs);
    } else {
      Optional<GraphVertex> vertex = parts.vertex(node.op(), hosted);
      if (vertex.isPresent()) {
        graph.addVertex(node.name(), vertex.get(), inputs);
      } else {
        BaseLayer layer =
            parts
                .layer(node.op(), hosted)
                .orElseThrow(() -> new IllegalStateException("no engine part for " + node.op()));
        graph.addLayer(node.name(), plan.regularize(layer), inputs);
      }
    }
  }

  /** By the name of an activation, the node that it becomes part of. */
  private Map<String, Node> hosts(Blueprint blueprint) {
    Map<String, Node> nodes = new HashMap<>();
    Map<String, Integer> readers = new HashMap<>();
    for (Node node : blueprint.nodes()) {
      nodes.put(node.name(), node);
      node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
    }
    Map<String, Node> hosts = new HashMap<>();
    for (Node node : blueprint.nodes()) {
      Node before = nodes.get(node.inputs().get(0));
      if (isFixed(node.op())
          && before != null
          && parts.canHost(before.op())
          && readers.get(before.name()) == 1) {
        hosts.put(node.name(), before);
      }
    }
    return hosts;
  }

  private static boolean isFixed(Op op) {
    return op instanceof Op.Fixed
        || (op instanceof Op.Activate activate && activate.changing().isEmpty());
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
