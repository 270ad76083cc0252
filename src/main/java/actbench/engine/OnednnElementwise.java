package actbench.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import actbench.activation.ElementFunction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * oneDNN's element-wise kernels, for the functions that they compute to 1e-6 for every finite
 * argument, and faster than ours.
 *
 * <p>Of version 2.5.2, tanh and the tanh form of GELU are slow without AVX-512, soft_relu is wrong
 * by 8e-6 below -60, the gradient of mish is infinite or NaN above 3.5e13, and that of elu is alpha
 * for positive numbers whose exponential rounds to 1.
 */
final class OnednnElementwise implements Elementwise {
  private record Algorithm(int code, float alpha, boolean fromOutput) {}

  private record Pass(NativeOperation forward, NativeOperation backward) {}

  private final Algorithm algorithm;
  private final Map<Long, Pass> byLength = new HashMap<>();

  private OnednnElementwise(Algorithm algorithm) {
    this.algorithm = algorithm;
  }

  /** oneDNN's kernel for a function, if it has one that is exact and fast. */
  static Optional<Elementwise> find(ElementFunction function) {
    return switch (function.name()) {
      case "relu" -> found(dnnl_eltwise_relu, 0, true);
      case "leaky-relu" -> {
        float slope = parameter(function, "alpha");
        yield slope >= 0 ? found(dnnl_eltwise_relu, slope, slope > 0) : Optional.empty();
      }
      case "elu" -> {
        float alpha = parameter(function, "alpha");
        yield alpha == 1 ? found(dnnl_eltwise_elu, alpha, false) : Optional.empty();
      }
      case "sigmoid" -> found(dnnl_eltwise_logistic, 0, false);
      case "gelu" -> found(dnnl_eltwise_gelu_erf, 0, false);
      case "swish" -> {
        float beta = parameter(function, "beta");
        // A larger factor can overflow, and infinity times 0 is NaN.
        yield Math.abs(beta) <= 1 ? found(dnnl_eltwise_swish, beta, false) : Optional.empty();
      }
      case "mish" ->
          found(dnnl_eltwise_mish, 0, false)
              .map(forward -> new MixedElementwise(forward, new TiledElementwise(function)));
      default -> Optional.empty();
    };
  }

  private static float parameter(ElementFunction function, String name) {
    return function.parameters().get(name).floatValue();
  }

  private static Optional<Elementwise> found(int code, float alpha, boolean fromOutput) {
    return Optional.of(new OnednnElementwise(new Algorithm(code, alpha, fromOutput)));
  }

  @Override
  public void forward(INDArray x, INDArray y) {
    pass(x.length()).forward().bind(DNNL_ARG_SRC, x).bind(DNNL_ARG_DST, y).run();
  }

  @Override
  public void backward(INDArray x, INDArray upstream, INDArray dx) {
    pass(x.length())
        .backward()
        .bind(DNNL_ARG_SRC, x)
        .bind(DNNL_ARG_DIFF_DST, upstream)
        .bind(DNNL_ARG_DIFF_SRC, dx)
        .run();
  }

  @Override
  public boolean isRelu() {
    return algorithm.code() == dnnl_eltwise_relu && algorithm.alpha() == 0;
  }

  @Override
  public boolean worksFromOutput() {
    return algorithm.fromOutput();
  }

  @Override
  public Optional<primitive_attr> afterPrimitive() {
    if (!worksFromOutput()) {
      return Optional.empty();
    }
    post_ops operations = new post_ops();
    operations.append_eltwise(1, algorithm.code(), algorithm.alpha(), 0);
    primitive_attr attributes = new primitive_attr();
    attributes.set_post_ops(operations);
    return Optional.of(attributes);
  }

  private Pass pass(long length) {
    return byLength.computeIfAbsent(length, this::create);
  }

  private Pass create(long length) {
    memory.desc data = Onednn.flat(length);
    eltwise_forward.primitive_desc forward =
        new eltwise_forward.primitive_desc(
            new eltwise_forward.desc(
                dnnl_forward_training, algorithm.code(), data, algorithm.alpha(), 0),
            Onednn.engine());
    eltwise_backward.primitive_desc backward =
        new eltwise_backward.primitive_desc(
            new eltwise_backward.desc(algorithm.code(), data, data, algorithm.alpha(), 0),
            Onednn.engine(),
            forward);
    return new Pass(
        new NativeOperation(new eltwise_forward(forward))
            .with(DNNL_ARG_SRC, data)
            .with(DNNL_ARG_DST, data),
        new NativeOperation(new eltwise_backward(backward))
            .with(DNNL_ARG_SRC, data)
            .with(DNNL_ARG_DIFF_DST, data)
            .with(DNNL_ARG_DIFF_SRC, data));
  }
}
