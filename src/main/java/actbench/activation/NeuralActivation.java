package actbench.activation;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A function of the catalogue as Deeplearning4j knows it.
 *
 * <p>It is saved as name and parameters, and restored in any JVM that has this class, without
 * registration. Stateless; layers and threads may share it. As Deeplearning4j asks, {@link
 * #getActivation} and {@link #backprop} overwrite their first argument, which may be a view of any
 * order. Float, double and the half precisions are served.
 */
public final class NeuralActivation implements IActivation {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final TreeMap<String, Double> parameters;
  private transient volatile ActivationFunction function;

  /**
   * The activation of this name.
   *
   * @throws ActivationException for an unknown name or parameter, or a value out of range
   */
  public NeuralActivation(
      @JsonProperty("name") String name,
      @JsonProperty("parameters") Map<String, Double> parameters) {
    this(ActivationCatalog.create(name, parameters == null ? Map.of() : parameters));
  }

  /** The activation that applies this function. */
  public NeuralActivation(ActivationFunction function) {
    this.name = function.name();
    this.parameters = new TreeMap<>(function.parameters());
    this.function = function;
  }

  /** The function it applies. */
  public ActivationFunction function() {
    ActivationFunction known = function;
    if (known == null) {
      // Java serialisation leaves the transient field empty.
      known = ActivationCatalog.create(name, parameters);
      function = known;
    }
    return known;
  }

  /** The name in the catalogue. */
  public String name() {
    return name;
  }

  /** Values by parameter name. */
  public SortedMap<String, Double> parameters() {
    return function().parameters();
  }

  @Override
  public INDArray getActivation(INDArray in, boolean training) {
    ArrayTiles.forward(function(), in);
    return in;
  }

  @Override
  public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
    if (!in.equalShapes(epsilon)) {
      throw new IllegalArgumentException(
          "gradient of shape "
              + epsilon.shapeInfoToString()
              + " for activations of shape "
              + in.shapeInfoToString());
    }
    ArrayTiles.backward(function(), in, epsilon);
    return new Pair<>(in, null);
  }

  @Override
  public int numParams(int inputSize) {
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NeuralActivation activation
        && name.equals(activation.name)
        && parameters.equals(activation.parameters);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, parameters);
  }

  @Override
  public String toString() {
    return function().label();
  }
}
