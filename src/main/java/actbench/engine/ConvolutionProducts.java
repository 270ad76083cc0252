package actbench.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The products of a convolution with its weights, for one shape, on one path. */
interface ConvolutionProducts {
  /** Sets y to the convolution of x plus the bias. */
  void forward(INDArray x, INDArray y);

  /** Whether {@link #forward} applies the function that it was made with. */
  default boolean takesIn() {
    return false;
  }

  /** Sets dx to the gradient with respect to x, given that with respect to y. */
  void data(INDArray dy, INDArray dx);

  /** Sets dw and, where there is a bias, db to the gradients of the parameters. */
  void weights(INDArray x, INDArray dy, INDArray dw, INDArray db);
}
