package actbench.engine;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A convolution's products with forward and backward exchanged. */
final class TransposedConvolutionKernel implements Kernel {
  private final TransposedConvolution layer;
  private final Site site;
  private final INDArray bias;
  private final Buffer output;
  private final Buffer inputGradient;
  private final BatchSizes<ConvolutionProducts> products = new BatchSizes<>();
  private Map<String, INDArray> gradients = Map.of();
  private boolean skipInputGradient;
  private INDArray seen;

  TransposedConvolutionKernel(TransposedConvolution layer, Site site) {
    this.layer = layer;
    this.site = site;
    bias = site.parameter(TransposedConvolution.BIAS);
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
  public INDArray forward(INDArray input, boolean training) {
    INDArray result = output.of(layer.transpose(input.shape()).inputShape());
    products(input).data(input, result);
    if (bias != null) {
      rows(result).addiRowVector(bias);
    }
    seen = input;
    return result;
  }

  @Override
  public INDArray backward(INDArray gradient) {
    ConvolutionProducts chosen = products(seen);
    chosen.weights(gradient, seen, gradients.get(TransposedConvolution.WEIGHT), null);
    if (bias != null) {
      rows(gradient).sum(gradients.get(TransposedConvolution.BIAS), 0);
    }
    if (skipInputGradient) {
      return null;
    }
    INDArray result = inputGradient.of(seen.shape());
    chosen.forward(gradient, result);
    return result;
  }

  private INDArray rows(INDArray image) {
    return image.reshape('c', image.length() / image.size(3), image.size(3));
  }

  private ConvolutionProducts products(INDArray input) {
    return products.get(
        input.shape(),
        shape ->
            layer
                .transpose(shape)
                .products(site, site.parameter(TransposedConvolution.WEIGHT), null, null));
  }
}
