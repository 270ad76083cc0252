package actbench.model;

import actbench.engine.Tally;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A set of layers that can build any blueprint. */
public interface Layers {
  /** Whether images are rows, columns, channels; else channels come first. */
  boolean channelsLast();

  /** A network ready to train; layers with weights have the names of their nodes. */
  ComputationGraph create(NetworkPlan plan);

  /** The name of the vertex that gives a node's output. */
  String vertex(Blueprint blueprint, Node node);

  /** The name that a layer of this set has for a weight. */
  default String key(Weight weight) {
    return switch (weight.key()) {
      case "kernel" -> "W";
      case "bias" -> "b";
      case "variance" -> "var";
      default -> weight.key();
    };
  }

  /**
   * Puts values into a layer's array.
   *
   * @param values row-major in the weight's own shape, which is Keras'
   * @param target the layer's array, in the layer's shape
   */
  void assign(Weight weight, float[] values, INDArray target);

  /** What a network of this set counts while it trains. */
  Tally tally(ComputationGraph graph);
}
