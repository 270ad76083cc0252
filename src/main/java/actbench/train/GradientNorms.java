package actbench.train;

import actbench.engine.EngineNetwork;
import actbench.engine.EngineNetwork.Placed;
import actbench.engine.LayerParameter.Role;
import actbench.spec.Measure;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;

/**
 * The Euclidean norm of the gradient of the mean loss of a batch, without penalties and before
 * clipping: of each layer's kernel and bias, and of all that is trained. The mean over a few
 * batches of an epoch, evenly spread.
 */
final class GradientNorms extends BaseTrainingListener {
  private static final int SAMPLES = 8;
  private static final String METRIC = "gradient_norm";

  private final List<Placed> parameters;
  private final SortedMap<String, Double> sums = new TreeMap<>();
  private int samples;
  private boolean wanted;

  GradientNorms(ComputationGraph graph) {
    parameters =
        EngineNetwork.parameters(graph).stream()
            .filter(each -> each.parameter().role().trained())
            .toList();
  }

  /** The norms in a network, if they are to be measured. */
  static Optional<GradientNorms> of(ComputationGraph graph, Collection<Measure> measures) {
    return measures.contains(Measure.GRADIENT_NORM)
        ? Optional.of(new GradientNorms(graph))
        : Optional.empty();
  }

  void startEpoch() {
    sums.clear();
    samples = 0;
  }

  /** Says which batch of how many comes next, counted from 1; returns whether it is looked at. */
  boolean next(int batch, int count) {
    wanted = (long) batch * SAMPLES / count > (batch - 1L) * SAMPLES / count;
    return wanted;
  }

  @Override
  public void onGradientCalculation(Model model) {
    if (!wanted) {
      return;
    }
    wanted = false;
    samples++;
    ComputationGraph graph = (ComputationGraph) model;
    SortedMap<String, Double> squares = new TreeMap<>();
    for (Placed each : parameters) {
      Role role = each.parameter().role();
      double norm =
          graph
              .getLayer(each.layer())
              .gradient()
              .getGradientFor(each.parameter().key())
              .norm2Number()
              .doubleValue();
      squares.merge(METRIC, norm * norm, Double::sum);
      if (role == Role.WEIGHT || role == Role.BIAS) {
        squares.merge(METRIC + "/" + each.layer(), norm * norm, Double::sum);
      }
    }
    // The gradient is still the sum over the batch: Deeplearning4j divides in the updater.
    int batch = graph.batchSize();
    squares.forEach((name, square) -> sums.merge(name, Math.sqrt(square) / batch, Double::sum));
  }

  /** The means by metric: {@code gradient_norm}, {@code gradient_norm/conv1}. */
  SortedMap<String, Double> values() {
    SortedMap<String, Double> values = new TreeMap<>();
    sums.forEach((name, sum) -> values.put(name, sum / samples));
    return values;
  }
}
