package actbench.engine;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A dense layer by ND4J's matrix product. */
final class PlainDense implements Kernel {
  private final Dense layer;
  private final INDArray weight;
  private final INDArray bias;
  private final Buffer output;
  private final Buffer inputGradient;
  private INDArray weightGradient;
  private INDArray biasGradient;
  private boolean skipInputGradient;
  private INDArray seen;

  PlainDense(Dense layer, Site site) {
    this.layer = layer;
    weight = site.parameter(Dense.WEIGHT);
    bias = site.parameter(Dense.BIAS);
    output = site.buffer();
    inputGradient = site.buffer();
  }

  @Override
  public void bindGradients(Map<String, INDArray> gradients) {
    weightGradient = gradients.get(Dense.WEIGHT);
    biasGradient = gradients.get(Dense.BIAS);
  }

  @Override
  public void skipInputGradient() {
    skipInputGradient = true;
  }

  @Override
  public INDArray forward(INDArray input, boolean training) {
    seen = input;
    INDArray result = output.of(input.size(0), layer.units());
    input.mmuli(weight, result);
    if (bias != null) {
      result.addiRowVector(bias);
    }
    return result;
  }

  @Override
  public INDArray backward(INDArray gradient) {
    // The transposed products come out in the order that ND4J multiplies in, hence the copies.
    weightGradient.assign(Nd4j.gemm(seen, gradient, true, false));
    if (bias != null) {
      gradient.sum(biasGradient, 0);
    }
    if (skipInputGradient) {
      return null;
    }
    return inputGradient.of(seen.shape()).assign(Nd4j.gemm(gradient, weight, false, true));
  }
}
