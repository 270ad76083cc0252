package actbench.train;

import actbench.data.BatchForm;
import actbench.data.BatchTransform;
import actbench.data.Batches;
import actbench.data.Examples;
import actbench.data.Layout;
import actbench.data.Targets;
import actbench.engine.Saturation;
import actbench.model.Blueprint;
import actbench.model.Layers;
import actbench.model.Node;
import actbench.model.Op;
import actbench.spec.Measure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the hidden units make of the first 256 training examples, or the first batch of those with
 * masks, without dropout.
 *
 * <p>A unit is a neuron of a dense layer or a channel of a convolution, and has a response to each
 * example, or each position in it. It is dead when its responses, after the activation function,
 * are the same to within 1e-6. Where a number stands for a whole network, each unit counts once.
 */
final class HiddenUnits {
  private static final double SPREAD = 1e-6;

  private final ComputationGraph graph;
  private final SortedMap<String, String> vertices = new TreeMap<>();
  private final INDArray probe;
  private final boolean channelsLast;
  private final Collection<Measure> measures;

  HiddenUnits(
      ComputationGraph graph,
      Blueprint blueprint,
      Layers layers,
      Examples examples,
      BatchTransform transform,
      int limit,
      Collection<Measure> measures) {
    this.graph = graph;
    this.channelsLast = layers.channelsLast();
    this.measures = List.copyOf(measures);
    for (Node node : blueprint.nodes()) {
      if (node.op() instanceof Op.Activate) {
        vertices.put(node.name(), layers.vertex(blueprint, node));
      }
    }
    Layout layout = channelsLast ? Layout.NHWC : Layout.NCHW;
    Examples first =
        examples.select(IntStream.range(0, Math.min(limit, examples.size())).toArray());
    probe =
        Batches.inOrder(first, new BatchForm(first.size(), layout, Targets.ONE_HOT), transform)
            .next()
            .getFeatures();
  }

  /** A number by layer and its mean over all units. */
  private static final class ByLayer {
    private final SortedMap<String, Double> shares = new TreeMap<>();
    private double sum;
    private long units;

    void add(String layer, double mean, long count) {
      shares.put(layer, mean);
      sum += mean * count;
      units += count;
    }

    void write(String name, boolean layers, SortedMap<String, Double> to) {
      to.put(name, units == 0 ? 0 : sum / units);
      if (layers) {
        shares.forEach((layer, share) -> to.put(name + "/" + layer, share));
      }
    }
  }

  /** Values by metric: {@code dead_units} always, what else is asked for with each layer's own. */
  SortedMap<String, Double> values() {
    Saturation saturation = new Saturation(graph);
    boolean saturated = measures.contains(Measure.SATURATION);
    if (saturated) {
      saturation.start();
    }
    Map<String, INDArray> outputs = graph.feedForward(probe, false);
    Map<String, Double> flat = saturated ? saturation.stop() : Map.of();
    boolean means = measures.contains(Measure.MEAN_ACTIVATION);
    ByLayer dead = new ByLayer();
    ByLayer mean = new ByLayer();
    ByLayer swallowed = new ByLayer();
    for (Map.Entry<String, String> each : vertices.entrySet()) {
      INDArray output = outputs.get(each.getValue());
      INDArray spread = spread(output);
      dead.add(each.getKey(), dead(spread), spread.length());
      if (means) {
        mean.add(each.getKey(), output.meanNumber().doubleValue(), spread.length());
      }
      if (flat.containsKey(each.getValue())) {
        swallowed.add(each.getKey(), flat.get(each.getValue()), spread.length());
      }
    }
    SortedMap<String, Double> values = new TreeMap<>();
    dead.write("dead_units", measures.contains(Measure.DEAD_UNITS), values);
    if (means) {
      mean.write("mean_activation", true, values);
    }
    if (saturated) {
      swallowed.write("saturated_units", true, values);
    }
    return values;
  }

  /** How far apart the responses of each unit are. */
  private INDArray spread(INDArray output) {
    int unit = output.rank() == 2 || !channelsLast ? 1 : output.rank() - 1;
    int[] others =
        IntStream.range(0, output.rank()).filter(dimension -> dimension != unit).toArray();
    return output.max(others).subi(output.min(others));
  }

  private static double dead(INDArray spread) {
    long dead = 0;
    for (float each : spread.toFloatVector()) {
      dead += each <= SPREAD ? 1 : 0;
    }
    return (double) dead / spread.length();
  }
}
