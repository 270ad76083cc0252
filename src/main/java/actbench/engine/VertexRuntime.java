package actbench.engine;

import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A vertex of ours at work in a network; the arithmetic is a {@link VertexKernel}'s. */
// Deeplearning4j declares setInputs with and without dots.
@SuppressWarnings("overrides")
final class VertexRuntime extends BaseGraphVertex {
  private static final long serialVersionUID = 1L;

  private final transient VertexKernel kernel;
  private final String kind;
  private final String label;

  VertexRuntime(
      ComputationGraph graph,
      String name,
      int index,
      DataType type,
      VertexKernel kernel,
      String kind,
      String label) {
    super(graph, name, index, null, null, type);
    this.kernel = kernel;
    this.kind = kind;
    this.label = label;
  }

  static Site site(ComputationGraph graph, String name, DataType type) {
    EnginePath path = type == DataType.FLOAT ? EnginePath.current() : EnginePath.PLAIN;
    return new Site(name, path, type, Map.of(), graph.conf().getSeed());
  }

  VertexKernel kernel() {
    return kernel;
  }

  @Override
  public INDArray doForward(boolean training, LayerWorkspaceMgr workspaceMgr) {
    if (training) {
      kernel.startStep(graph.getConfiguration().getIterationCount());
    }
    String before = LayerTimes.shared().enter(kind);
    INDArray output = kernel.forward(inputs, training);
    LayerTimes.shared().enter(before);
    return output;
  }

  @Override
  public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaceMgr) {
    String before = LayerTimes.shared().enter(kind);
    INDArray[] gradients = kernel.backward(epsilon);
    LayerTimes.shared().enter(before);
    return new Pair<>(null, gradients);
  }

  @Override
  public boolean hasLayer() {
    return false;
  }

  @Override
  public Layer getLayer() {
    return null;
  }

  @Override
  public void setBackpropGradientsViewArray(INDArray gradients) {
    if (gradients != null) {
      throw new IllegalStateException("vertex '" + getVertexName() + "' has no parameters");
    }
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArrays(
      INDArray[] maskArrays, MaskState currentMaskState, int minibatchSize) {
    return new Pair<>(null, currentMaskState);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  protected boolean canEqual(Object other) {
    return this == other;
  }

  @Override
  public String toString() {
    return label;
  }
}
