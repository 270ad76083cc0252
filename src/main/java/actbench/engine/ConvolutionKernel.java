package actbench.engine;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The arithmetic of a {@link Convolution}. */
final class ConvolutionKernel implements Kernel {
  private final Convolution layer;
  private final Site site;
  private final Buffer output;
  private final Buffer inputGradient;
  private final BatchSizes<ConvolutionProducts> products = new BatchSizes<>();
  private Map<String, INDArray> gradients = Map.of();
  private boolean skipInputGradient;
  private Elementwise after;
  private INDArray seen;

  ConvolutionKernel(Convolution layer, Site site) {
    this.layer = layer;
    this.site = site;
    output = site.buffer();
    inputGradient = site.buffer();
  }

  @Override
  public void bindGradients(Map<String, INDArray> views) {
    gradients = views;
  }

  @Override
  public void skipInputGradient() {
    skipInputGradient = true;
  }

  @Override
  public Share takeIn(Elementwise function) {
    if (site.onednn() && function.afterPrimitive().isPresent()) {
      after = function;
    }
    return after == null ? Share.NONE : Share.FORWARD;
  }

  @Override
  public INDArray forward(INDArray input, boolean training) {
    INDArray result = output.of(layer.shape(input.shape()).outputShape());
    ConvolutionProducts chosen = products(input);
    chosen.forward(input, result);
    if (after != null && !chosen.takesIn()) {
      after.forward(result, result);
    }
    seen = input;
    return result;
  }

  @Override
  public INDArray backward(INDArray gradient) {
    ConvolutionProducts chosen = products(seen);
    chosen.weights(
        seen, gradient, gradients.get(Convolution.WEIGHT), gradients.get(Convolution.BIAS));
    if (skipInputGradient) {
      return null;
    }
    INDArray result = inputGradient.of(seen.shape());
    chosen.data(gradient, result);
    return result;
  }

  private ConvolutionProducts products(INDArray input) {
    return products.get(
        input.shape(),
        shape ->
            layer
                .shape(shape)
                .products(
                    site,
                    site.parameter(Convolution.WEIGHT),
                    site.parameter(Convolution.BIAS),
                    after));
  }
}
