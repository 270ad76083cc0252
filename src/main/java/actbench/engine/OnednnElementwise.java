package actbench.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import actbench.activation.ElementFunction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.memory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** oneDNN's element-wise kernels, for the functions that they compute exactly. */
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
    return algorithm(function).map(OnednnElementwise::new);
  }

  private static Optional<Algorithm> algorithm(ElementFunction function) {
    return switch (function.name()) {
      case "relu" -> Optional.of(new Algorithm(dnnl_eltwise_relu, 0, true));
      case "mish" -> Optional.of(new Algorithm(dnnl_eltwise_mish, 0, false));
      case "swish" ->
          Optional.of(
              new Algorithm(
                  dnnl_eltwise_swish, function.parameters().get("beta").floatValue(), false));
      default -> Optional.empty();
    };
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
  public boolean worksFromOutput() {
    return algorithm.fromOutput();
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
