package actbench.engine;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What Deeplearning4j saves of a vertex of ours: several inputs, one output, no parameters. */
public abstract sealed class EngineVertex extends GraphVertex
    permits ChannelScale, Concatenation, ResidualAdd {
  private static final long serialVersionUID = 1L;

  EngineVertex() {}

  abstract VertexKernel kernel(Site site);

  /** All that makes two vertices of one class differ. */
  abstract Object settings();

  /** The fewest and most inputs it takes. */
  abstract int[] inputs();

  abstract InputType outputType(InputType... inputs);

  @Override
  public abstract EngineVertex clone();

  @Override
  public final org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    Site site = VertexRuntime.site(graph, name, type);
    return new VertexRuntime(
        graph, name, index, type, kernel(site), LayerTimes.kind(getClass()), toString());
  }

  @Override
  public final InputType getOutputType(int layerIndex, InputType... inputs) {
    return outputType(inputs);
  }

  @Override
  public final MemoryReport getMemoryReport(InputType... inputs) {
    InputType output = outputType(inputs);
    return new LayerMemoryReport.Builder(null, getClass(), inputs[0], output)
        .standardMemory(0, 0)
        .workingMemory(0, 0, 0, 2 * output.arrayElementsPerExample())
        .cacheMemory(0, 0)
        .build();
  }

  @Override
  public final long numParams(boolean backprop) {
    return 0;
  }

  @Override
  public final int minVertexInputs() {
    return inputs()[0];
  }

  @Override
  public final int maxVertexInputs() {
    return inputs()[1];
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof EngineVertex vertex
        && vertex.getClass() == getClass()
        && vertex.settings().equals(settings());
  }

  @Override
  public final int hashCode() {
    return settings().hashCode();
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + settings();
  }
}
