package actbench.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Is shown what enters an activation, before it may be overwritten. */
interface ResponseWatch {
  /** How an activation passes a gradient on: {@code dz = upstream * f'(z)}. */
  interface Slope {
    /** All arrays lie in order; a stretch of whole examples will do. */
    void backward(INDArray z, INDArray upstream, INDArray dz);
  }

  /** Is called at inference. The array must stay as it is. */
  void see(INDArray z, Slope slope);
}
