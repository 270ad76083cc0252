package actbench.train;

import actbench.engine.EngineNetwork;
import actbench.engine.EngineNetwork.Placed;
import actbench.engine.LayerParameter.Role;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What the activation functions of a network have learned so far. */
final class LearnedValues {
  private LearnedValues() {}

  /**
   * The parameters of activations by metric: {@code learned_beta/activation1} where a layer has one
   * value, {@code learned_alpha_mean/activation1} with {@code _min} and {@code _max} where each
   * channel has its own.
   */
  static SortedMap<String, Double> of(ComputationGraph graph) {
    SortedMap<String, Double> values = new TreeMap<>();
    for (Placed each : EngineNetwork.parameters(graph)) {
      if (each.parameter().role() == Role.ACTIVATION) {
        String name = "learned_" + each.parameter().key().replace('-', '_');
        String layer = "/" + each.layer();
        INDArray learned = each.values();
        if (learned.length() == 1) {
          values.put(name + layer, learned.getDouble(0));
        } else {
          values.put(name + "_mean" + layer, learned.meanNumber().doubleValue());
          values.put(name + "_min" + layer, learned.minNumber().doubleValue());
          values.put(name + "_max" + layer, learned.maxNumber().doubleValue());
        }
      }
    }
    return values;
  }
}
