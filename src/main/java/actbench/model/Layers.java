package actbench.model;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A set of layers that can build any blueprint. */
public interface Layers {
  /** Whether images are rows, columns, channels; else channels come first. */
  boolean channelsLast();

  /** The configuration of the network; nodes keep their names. */
  ComputationGraphConfiguration configure(NetworkPlan plan);

  /** The name that a layer of this set has for a weight. */
  String key(Node node, Weight weight);

  /**
   * Puts values into a layer's array.
   *
   * @param values row-major in the weight's own shape, which is Keras'
   * @param target the layer's array, in the layer's shape
   */
  void assign(Weight weight, float[] values, INDArray target);
}
