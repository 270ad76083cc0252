package actbench.train;

import actbench.grid.RunConfig;
import actbench.model.Blueprint;
import actbench.model.Layers;
import actbench.model.Node;
import actbench.model.Op;
import actbench.model.Weight;
import actbench.optim.Initializer;
import actbench.optim.InitializerCatalog;
import actbench.optim.RandomStreams;
import actbench.optim.WeightShape;
import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * Draws the weights a network starts from.
 *
 * <p>Each kernel has its own random stream, named after layer and weight, so that it starts alike
 * under every activation function and with every set of layers. The fingerprint leaves out what an
 * activation function itself learns, so that it is the same for all of them.
 */
final class InitialWeights {
  private final Initializer kernels;
  private final RandomStreams streams;

  InitialWeights(RunConfig run, RandomStreams streams) {
    this.kernels = InitializerCatalog.initializer(run.choice("initializer"));
    this.streams = streams;
  }

  /** Fills the graph's weights and returns the fingerprint of what was drawn. */
  String assign(Blueprint blueprint, Layers layers, ComputationGraph graph) {
    Fingerprint fingerprint = new Fingerprint();
    for (Node node : blueprint.nodes()) {
      if (node.op() instanceof Op.Activate) {
        // Parameters of activations start at given values, and differ where all else is paired.
        continue;
      }
      for (Weight weight : node.weights()) {
        float[] values = draw(node, weight);
        fingerprint.add(values);
        layers.assign(weight, values, graph.getLayer(node.name()).getParam(layers.key(weight)));
      }
    }
    return fingerprint.hex();
  }

  private float[] draw(Node node, Weight weight) {
    if (weight.key().equals("kernel")) {
      WeightShape shape = new WeightShape(weight.shape(), weight.fanIn(), weight.fanOut());
      return kernels.drawSingle(streams.initial(node.name(), weight.key()), shape);
    }
    float[] values = new float[weight.size()];
    if (weight.key().equals("gamma") || weight.key().equals("variance")) {
      Arrays.fill(values, 1);
    }
    return values;
  }
}
