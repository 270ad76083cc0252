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
  /** Examples that are looked at, if they have no masks. */
  static final int EXAMPLES = 256;

  private final ComputationGraph graph;
  private final SortedMap<String, String> vertices = new TreeMap<>();
  private final Batches probe;
  private final boolean channelsLast;
  private final Collection<Measure> measures;

  /**
   * A look at the hidden units of a network.
   *
   * @param examples what it is given
   * @param limit examples that it is given at a time
   */
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
    probe = Batches.inOrder(examples, new BatchForm(limit, layout, Targets.ONE_HOT), transform);
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
    boolean means = measures.contains(Measure.MEAN_ACTIVATION);
    ByLayer dead = new ByLayer();
    ByLayer mean = new ByLayer();
    ByLayer swallowed = new ByLayer();
    responses()
        .forEach(
            (layer, response) -> {
              long units = response.units();
              dead.add(layer, response.dead(), units);
              mean.add(layer, response.mean(), units);
              // Layers that are not ours tell nothing of slopes.
              if (!Double.isNaN(response.flat())) {
                swallowed.add(layer, response.flat(), units);
              }
            });
    boolean saturated = measures.contains(Measure.SATURATION);
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

  /** All responses, by layer. */
  private SortedMap<String, UnitResponses> responses() {
    Saturation saturation = new Saturation(graph);
    boolean saturated = measures.contains(Measure.SATURATION);
    SortedMap<String, UnitResponses> responses = new TreeMap<>();
    probe.startEpoch(1);
    while (probe.hasNext()) {
      if (saturated) {
        saturation.start();
      }
      Map<String, INDArray> outputs = graph.feedForward(probe.next().getFeatures(), false);
      Map<String, Double> flat = saturated ? saturation.stop() : Map.of();
      vertices.forEach(
          (layer, vertex) ->
              responses
                  .computeIfAbsent(layer, each -> new UnitResponses(channelsLast))
                  .add(outputs.get(vertex), flat.getOrDefault(vertex, Double.NaN)));
    }
    return responses;
  }
}
