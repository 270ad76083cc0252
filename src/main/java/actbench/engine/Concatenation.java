package actbench.engine;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Lays the channels of several images, or the features of several rows, side by side. */
public final class Concatenation extends GraphVertex {
  private static final long serialVersionUID = 1L;

  /** A concatenation of whatever its inputs are. */
  public Concatenation() {}

  @Override
  public Concatenation clone() {
    return new Concatenation();
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
    return new VertexRuntime(graph, name, index, type, new ConcatenationKernel(site), toString());
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... inputs) {
    if (inputs[0] instanceof InputType.InputTypeFeedForward) {
      return InputType.feedForward(
          Arrays.stream(inputs).mapToLong(InputType::arrayElementsPerExample).sum());
    }
    InputType.InputTypeConvolutional first = EngineLayer.image("concatenation", inputs[0]);
    long channels = 0;
    for (InputType input : inputs) {
      InputType.InputTypeConvolutional image = EngineLayer.image("concatenation", input);
      if (image.getHeight() != first.getHeight() || image.getWidth() != first.getWidth()) {
        throw new IllegalArgumentException(
            "a concatenation takes images of one size, found " + Arrays.toString(inputs));
      }
      channels += image.getChannels();
    }
    return EngineLayer.image(first.getHeight(), first.getWidth(), channels);
  }

  @Override
  public MemoryReport getMemoryReport(InputType... inputs) {
    InputType output = getOutputType(0, inputs);
    return new LayerMemoryReport.Builder(null, getClass(), inputs[0], output)
        .standardMemory(0, 0)
        .workingMemory(0, 0, 0, output.arrayElementsPerExample())
        .cacheMemory(0, 0)
        .build();
  }

  @Override
  public long numParams(boolean backprop) {
    return 0;
  }

  @Override
  public int minVertexInputs() {
    return 1;
  }

  @Override
  public int maxVertexInputs() {
    return Integer.MAX_VALUE;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Concatenation;
  }

  @Override
  public int hashCode() {
    return Concatenation.class.hashCode();
  }

  @Override
  public String toString() {
    return "Concatenation[]";
  }
}
