package actbench.engine;

import actbench.activation.ElementFunction;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer's arithmetic followed by its activation. */
final class ActivatedKernel implements Kernel {
  private final Kernel linear;
  private final Elementwise activation;
  private final Buffer output;
  private final Buffer linearGradient;
  private INDArray seen;
  private final Share takenIn;
  private ResponseWatch watch;

  private ActivatedKernel(Kernel linear, Elementwise activation, Site site) {
    this.linear = linear;
    this.activation = activation;
    this.output = site.buffer();
    this.linearGradient = site.buffer();
    this.takenIn = linear.takeIn(activation);
  }

  static Kernel of(EngineLayer layer, Site site, ElementFunction function) {
    return new ActivatedKernel(layer.kernel(site), Elementwise.of(function, site), site);
  }

  @Override
  public INDArray forward(INDArray input, boolean training) {
    INDArray z = linear.forward(input, training);
    if (watch != null && !training) {
      // Taken in, this is y, which does as well for slopes.
      watch.see(z, activation::backward);
    }
    if (takenIn != Share.NONE) {
      seen = z;
      return z;
    }
    if (activation.worksFromOutput()) {
      activation.forward(z, z, training);
      seen = z;
      return z;
    }
    INDArray y = output.of(z.shape());
    activation.forward(z, y, training);
    seen = z;
    return y;
  }

  @Override
  public INDArray backward(INDArray gradient) {
    if (takenIn == Share.BOTH) {
      return linear.backward(gradient);
    }
    INDArray dz = linearGradient.of(gradient.shape());
    activation.backward(seen, gradient, dz);
    return linear.backward(dz);
  }

  @Override
  public void bindGradients(Map<String, INDArray> gradients) {
    linear.bindGradients(gradients);
  }

  @Override
  public void skipInputGradient() {
    linear.skipInputGradient();
  }

  @Override
  public void watch(ResponseWatch next) {
    watch = next;
  }

  @Override
  public void startStep(int step) {
    linear.startStep(step);
    activation.startStep(step);
  }
}
