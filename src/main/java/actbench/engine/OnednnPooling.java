package actbench.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.function.Function;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Pooling by oneDNN. */
final class OnednnPooling implements Kernel {
  private final Function<long[], Window> windowOver;
  private final Pooling.Kind kind;
  private final Buffer output;
  private final Buffer inputGradient;
  private final BatchSizes<Pass> passes = new BatchSizes<>();
  private long[] seen;

  OnednnPooling(Function<long[], Window> windowOver, Pooling.Kind kind, Site site) {
    this.windowOver = windowOver;
    this.kind = kind;
    output = site.buffer();
    inputGradient = site.buffer();
  }

  private static int algorithm(Pooling.Kind kind) {
    return switch (kind) {
      case MAXIMUM -> dnnl_pooling_max;
      case MEAN -> dnnl_pooling_avg_exclude_padding;
      case MEAN_WITH_PADDING -> dnnl_pooling_avg_include_padding;
    };
  }

  @Override
  public INDArray forward(INDArray input, boolean training) {
    seen = input.shape();
    Pass pass = passes.get(seen, Pass::new);
    INDArray result = output.of(pass.outputShape);
    pass.forward.bind(DNNL_ARG_SRC, input).bind(DNNL_ARG_DST, result).run();
    return result;
  }

  @Override
  public INDArray backward(INDArray gradient) {
    INDArray result = inputGradient.of(seen);
    passes
        .get(seen, Pass::new)
        .backward
        .bind(DNNL_ARG_DIFF_DST, gradient)
        .bind(DNNL_ARG_DIFF_SRC, result)
        .run();
    return result;
  }

  /** The primitives for one size of batch. */
  private final class Pass {
    private final long[] outputShape;
    private final NativeOperation forward;
    private final NativeOperation backward;

    Pass(long[] shape) {
      Window window = windowOver.apply(shape);
      Window.Frame frame = window.over(shape[1], shape[2]);
      outputShape = new long[] {shape[0], frame.height(), frame.width(), shape[3]};
      memory.desc source = Onednn.channelsLast(shape);
      memory.desc target = Onednn.channelsLast(outputShape);
      long[] strides = {window.strideHeight(), window.strideWidth()};
      long[] kernel = {window.kernelHeight(), window.kernelWidth()};
      long[] before = {frame.top(), frame.left()};
      long[] after = {frame.bottom(), frame.right()};
      pooling_forward.primitive_desc plan =
          new pooling_forward.primitive_desc(
              new pooling_forward.desc(
                  dnnl_forward_training,
                  algorithm(kind),
                  source,
                  target,
                  strides,
                  kernel,
                  before,
                  after),
              Onednn.engine());
      forward =
          new NativeOperation(new pooling_forward(plan))
              .with(DNNL_ARG_SRC, source)
              .with(DNNL_ARG_DST, target);
      backward =
          new NativeOperation(
                  new pooling_backward(
                      new pooling_backward.primitive_desc(
                          new pooling_backward.desc(
                              algorithm(kind), source, target, strides, kernel, before, after),
                          Onednn.engine(),
                          plan)))
              .with(DNNL_ARG_DIFF_SRC, source)
              .with(DNNL_ARG_DIFF_DST, target);
      if (kind == Pooling.Kind.MAXIMUM) {
        // Where each maximum came from.
        memory places = new memory(plan.workspace_desc(), Onednn.engine());
        forward.with(DNNL_ARG_WORKSPACE, places);
        backward.with(DNNL_ARG_WORKSPACE, places);
      }
    }
  }
}
