package actbench.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.Optional;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The arithmetic of {@link ResidualAdd}. */
final class AddKernel implements VertexKernel {
  private final Site site;
  private final Elementwise activation;
  private final Optional<primitive_attr> takenIn;
  private final Buffer sum;
  private final Buffer output;
  private final Buffer sumGradient;
  private final Buffer copiedGradient;
  private final BatchSizes<NativeOperation> additions = new BatchSizes<>();
  private boolean share;
  private INDArray seen;
  private ResponseWatch watch;

  /** A sum, with an activation unless that is null. */
  AddKernel(Site site, Elementwise activation) {
    this.site = site;
    this.activation = activation;
    takenIn =
        site.onednn()
            ? Optional.ofNullable(activation).flatMap(Elementwise::afterPrimitive)
            : Optional.empty();
    sum = site.buffer();
    output = site.buffer();
    sumGradient = site.buffer();
    copiedGradient = site.buffer();
  }

  @Override
  public void shareGradient() {
    share = true;
  }

  @Override
  public void startStep(int step) {
    if (activation != null) {
      activation.startStep(step);
    }
  }

  @Override
  public void watch(ResponseWatch next) {
    watch = next;
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training) {
    INDArray z = sum.of(inputs[0].shape());
    if (site.onednn()) {
      additions
          .get(new long[] {z.length()}, shape -> addition(shape[0]))
          .bind(DNNL_ARG_SRC_0, inputs[0])
          .bind(DNNL_ARG_SRC_1, inputs[1])
          .bind(DNNL_ARG_DST, z)
          .run();
    } else {
      inputs[0].addi(inputs[1], z);
    }
    seen = z;
    if (activation == null) {
      return z;
    }
    if (watch != null && !training) {
      // Taken in, this is y, which does as well for slopes.
      watch.see(z, activation::backward);
    }
    if (takenIn.isPresent()) {
      return z;
    }
    INDArray y = activation.worksFromOutput() ? z : output.of(z.shape());
    activation.forward(z, y, training);
    return y;
  }

  private NativeOperation addition(long length) {
    memory.desc data = Onednn.flat(length);
    return new NativeOperation(
            new binary(
                new binary.primitive_desc(
                    new binary.desc(dnnl_binary_add, data, data, data),
                    takenIn.orElseGet(primitive_attr::new),
                    Onednn.engine())))
        .with(DNNL_ARG_SRC_0, data)
        .with(DNNL_ARG_SRC_1, data)
        .with(DNNL_ARG_DST, data);
  }

  @Override
  public INDArray[] backward(INDArray gradient) {
    INDArray first = gradient;
    if (activation != null) {
      first = sumGradient.of(gradient.shape());
      activation.backward(seen, gradient, first);
    }
    INDArray second = share ? first : copiedGradient.of(gradient.shape()).assign(first);
    return new INDArray[] {first, second};
  }
}
