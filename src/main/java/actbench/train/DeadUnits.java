package actbench.train;

import actbench.data.BatchForm;
import actbench.data.BatchTransform;
import actbench.data.Batches;
import actbench.data.Examples;
import actbench.data.Layout;
import actbench.data.Targets;
import actbench.model.Blueprint;
import actbench.model.Layers;
import actbench.model.Op;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The share of hidden units that no longer react.
 *
 * <p>A unit is a neuron of a dense layer or a channel of a convolution. It is dead when its output
 * after the activation function is the same, to within 1e-6, for all of the first 256 training
 * examples, or the first batch of those with masks, and all positions.
 */
final class DeadUnits {
  private static final double SPREAD = 1e-6;

  private final ComputationGraph graph;
  private final List<String> activations;
  private final INDArray probe;
  private final boolean channelsLast;

  DeadUnits(
      ComputationGraph graph,
      Blueprint blueprint,
      Layers layers,
      Examples examples,
      BatchTransform transform,
      int limit) {
    this.graph = graph;
    this.channelsLast = layers.channelsLast();
    Layout layout = channelsLast ? Layout.NHWC : Layout.NCHW;
    activations =
        blueprint.nodes().stream()
            .filter(node -> node.op() instanceof Op.Activate)
            .map(node -> layers.vertex(blueprint, node))
            .toList();
    Examples first =
        examples.select(IntStream.range(0, Math.min(limit, examples.size())).toArray());
    probe =
        Batches.inOrder(first, new BatchForm(first.size(), layout, Targets.ONE_HOT), transform)
            .next()
            .getFeatures();
  }

  /** In [0, 1]; 0 for a network without hidden units. */
  double share() {
    Map<String, INDArray> outputs = graph.feedForward(probe, false);
    long units = 0;
    long dead = 0;
    for (String activation : activations) {
      INDArray output = outputs.get(activation);
      int[] others = others(output.rank());
      INDArray spread = output.max(others).subi(output.min(others));
      units += spread.length();
      for (float each : spread.toFloatVector()) {
        dead += each <= SPREAD ? 1 : 0;
      }
    }
    return units == 0 ? 0 : (double) dead / units;
  }

  /** All dimensions but that of the units. */
  private int[] others(int rank) {
    int unit = rank == 2 || !channelsLast ? 1 : rank - 1;
    return IntStream.range(0, rank).filter(dimension -> dimension != unit).toArray();
  }
}
