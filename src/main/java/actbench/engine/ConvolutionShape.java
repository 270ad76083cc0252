package actbench.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/** All that a convolution's arithmetic depends on, for one size of image and batch. */
record ConvolutionShape(
    long batch, long height, long width, long inputs, long outputs, long groups, Window window) {

  Window.Frame frame() {
    return window.over(height, width);
  }

  long inputsPerGroup() {
    return inputs / groups;
  }

  long outputsPerGroup() {
    return outputs / groups;
  }

  long[] inputShape() {
    return new long[] {batch, height, width, inputs};
  }

  long[] outputShape() {
    Window.Frame frame = frame();
    return new long[] {batch, frame.height(), frame.width(), outputs};
  }

  /**
   * The products of a convolution of this shape; the bias and the function after it may be null.
   */
  ConvolutionProducts products(Site site, INDArray weight, INDArray bias, Elementwise after) {
    return site.onednn() && !breaksOnednn()
        ? new OnednnConvolution(this, weight, bias, after)
        : new PlainConvolution(this, site, weight, bias);
  }

  /**
   * oneDNN 2.5.2 writes beyond its own memory in strided 1x1 convolutions where the input channels
   * do not fill its vectors of 8.
   */
  private boolean breaksOnednn() {
    return window.cells() == 1
        && window.strideHeight() * window.strideWidth() > 1
        && inputsPerGroup() % 8 != 0;
  }
}
