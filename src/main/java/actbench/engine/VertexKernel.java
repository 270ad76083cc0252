package actbench.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The arithmetic of a vertex with several inputs. Arrays are owned as in {@link Kernel}. */
interface VertexKernel {
  /** The output for the inputs; in training it keeps what {@link #backward} needs. */
  INDArray forward(INDArray[] inputs, boolean training);

  /** The gradients with respect to the last training inputs. */
  INDArray[] backward(INDArray gradient);

  /**
   * Says that the gradients may be one and the same array: no input's gradient is added to before
   * all others have been used.
   */
  default void shareGradient() {}

  /** As {@link Kernel#startStep}. */
  default void startStep(int step) {}

  /** As {@link Kernel#watch}. */
  default void watch(ResponseWatch watch) {}
}
