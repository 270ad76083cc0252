package actbench.engine;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network whose updates are done on the gradients where they lie.
 *
 * <p>Deeplearning4j M2.1 hands its updater a reshaped view of the gradients, which the updater
 * takes for those of another network: it then cuts new views for every parameter at every step,
 * each a view of the one before.
 */
final class EngineGraph extends ComputationGraph {
  private static final long serialVersionUID = 1L;

  EngineGraph(ComputationGraphConfiguration configuration) {
    super(configuration);
  }

  /** Gradients that answer with the very array that the updater compares with. */
  private static final class Own extends DefaultGradient {
    private static final long serialVersionUID = 1L;

    private final transient INDArray flat;

    Own(INDArray flat) {
      super(flat);
      this.flat = flat;
    }

    @Override
    public INDArray gradient() {
      return flat;
    }
  }

  @Override
  protected void calcBackpropGradients(
      boolean clearLayers, boolean truncatedBPTT, INDArray... externalEpsilons) {
    super.calcBackpropGradients(clearLayers, truncatedBPTT, externalEpsilons);
    Gradient own = new Own(flattenedGradients);
    gradient.gradientForVariable().forEach(own::setGradientFor);
    gradient = own;
  }
}
