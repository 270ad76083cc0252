package actbench.engine;

import actbench.activation.ElementFunction;
import actbench.activation.NeuralActivation;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** The sum of two branches of one shape, and an activation of it if wanted. */
public final class ResidualAdd extends GraphVertex {
  private static final long serialVersionUID = 1L;

  @JsonProperty private NeuralActivation activation;

  /** The sum alone. */
  public ResidualAdd() {}

  /** The sum with a function applied. */
  public ResidualAdd(ElementFunction function) {
    activation = new NeuralActivation(function);
  }

  @Override
  public ResidualAdd clone() {
    ResidualAdd copy = new ResidualAdd();
    copy.activation = activation;
    return copy;
  }

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    Site site = VertexRuntime.site(graph, name, type);
    AddKernel kernel =
        new AddKernel(
            site,
            activation == null
                ? null
                : Elementwise.of((ElementFunction) activation.function(), site));
    return new VertexRuntime(graph, name, index, type, kernel, toString());
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    if (inputs.length != 2 || !inputs[0].equals(inputs[1])) {
      throw new IllegalArgumentException(
          "a residual sum takes two inputs of one shape, found " + List.of(inputs));
    }
    return inputs[0];
  }

  @Override
  public MemoryReport getMemoryReport(InputType... inputs) {
    return new LayerMemoryReport.Builder(null, getClass(), inputs[0], inputs[0])
        .standardMemory(0, 0)
        .workingMemory(0, 0, 0, 2 * inputs[0].arrayElementsPerExample())
        .cacheMemory(0, 0)
        .build();
  }

  @Override
  public long numParams(boolean backprop) {
    return 0;
  }

  @Override
  public int minVertexInputs() {
    return 2;
  }

  @Override
  public int maxVertexInputs() {
    return 2;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResidualAdd add && Objects.equals(activation, add.activation);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(activation);
  }

  @Override
  public String toString() {
    return "ResidualAdd[" + (activation == null ? "" : activation) + "]";
  }
}
