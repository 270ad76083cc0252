package actbench.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import actbench.activation.kernel.TileKernels;
import java.nio.FloatBuffer;
import java.util.Map;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.memory;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalisation by oneDNN. Rows of features are images of one column to it.
 *
 * <p>Where there are vectors, the statistics of a batch are our own: oneDNN adds them up in float,
 * one value after the other on each thread, which is off by 1.5e-5 at 131,072 values a channel, and
 * it takes two passes for them.
 */
final class OnednnBatchNormalization implements Kernel {
  /** The floats of the longest vectors. */
  private static final int VECTOR = 16;

  private final BatchNormalization layer;
  private final INDArray gamma;
  private final INDArray runningMean;
  private final INDArray runningVariance;
  private final INDArray mean;
  private final INDArray variance;
  private final BatchStatistics statistics;
  private final Buffer output;
  private final Buffer inputGradient;
  private final BatchSizes<Pass> passes = new BatchSizes<>();
  private INDArray gammaGradient;
  private INDArray seen;
  private boolean seenInTraining;
  private boolean relu;

  OnednnBatchNormalization(BatchNormalization layer, Site site) {
    this.layer = layer;
    gamma = site.parameter(BatchNormalization.GAMMA);
    runningMean = site.parameter(BatchNormalization.MEAN);
    runningVariance = site.parameter(BatchNormalization.VARIANCE);
    mean = site.buffer().of(layer.channels());
    variance = site.buffer().of(layer.channels());
    statistics =
        TileKernels.vectorized() ? new BatchStatistics(Math.toIntExact(layer.channels())) : null;
    output = site.buffer();
    inputGradient = site.buffer();
  }

  @Override
  public void bindGradients(Map<String, INDArray> gradients) {
    gammaGradient = gradients.get(BatchNormalization.GAMMA);
    gradients.get(BatchNormalization.MEAN).assign(0);
    gradients.get(BatchNormalization.VARIANCE).assign(0);
  }

  /**
   * Takes in ReLU, which saves a pass over memory each way. With channels that do not fill vectors
   * the library would have another kernel normalise than without ReLU, and round otherwise.
   */
  @Override
  public Share takeIn(Elementwise function) {
    relu = function.isRelu() && layer.channels() % VECTOR == 0;
    return relu ? Share.BOTH : Share.NONE;
  }

  @Override
  public INDArray forward(INDArray input, boolean training) {
    Pass pass = pass(input);
    NativeOperation forward = training ? pass.training : pass.inference;
    if (training && statistics != null) {
      statistics.measure(input);
      FloatBuffer means = Memory.floats(mean);
      FloatBuffer variances = Memory.floats(variance);
      for (int i = 0; i < layer.channels(); i++) {
        means.put(i, (float) statistics.mean(i));
        variances.put(i, (float) statistics.variance(i));
      }
    }
    INDArray result = output.of(input.shape());
    forward
        .bind(DNNL_ARG_SRC, input)
        .bind(DNNL_ARG_DST, result)
        .bind(DNNL_ARG_MEAN, training ? mean : runningMean)
        .bind(DNNL_ARG_VARIANCE, training ? variance : runningVariance);
    if (layer.affine()) {
      // Gamma and beta lie one behind the other in the parameters, as oneDNN wants them.
      forward.bind(DNNL_ARG_SCALE_SHIFT, gamma);
    }
    forward.run();
    seen = input;
    seenInTraining = training;
    if (training) {
      updateRunning(input.length() / layer.channels());
    }
    return result;
  }

  private void updateRunning(long valuesPerChannel) {
    FloatBuffer batchMean = Memory.floats(mean);
    FloatBuffer batchVariance = Memory.floats(variance);
    FloatBuffer means = Memory.floats(runningMean);
    FloatBuffer variances = Memory.floats(runningVariance);
    for (int i = 0; i < layer.channels(); i++) {
      means.put(i, (float) layer.updatedMean(means.get(i), batchMean.get(i)));
      variances.put(
          i,
          (float) layer.updatedVariance(variances.get(i), batchVariance.get(i), valuesPerChannel));
    }
  }

  @Override
  public INDArray backward(INDArray gradient) {
    INDArray result = inputGradient.of(gradient.shape());
    Pass pass = pass(seen);
    NativeOperation backward =
        (seenInTraining ? pass.backward : pass.frozenBackward)
            .bind(DNNL_ARG_SRC, seen)
            .bind(DNNL_ARG_DIFF_DST, gradient)
            .bind(DNNL_ARG_DIFF_SRC, result)
            .bind(DNNL_ARG_MEAN, seenInTraining ? mean : runningMean)
            .bind(DNNL_ARG_VARIANCE, seenInTraining ? variance : runningVariance);
    if (layer.affine()) {
      backward.bind(DNNL_ARG_SCALE_SHIFT, gamma).bind(DNNL_ARG_DIFF_SCALE_SHIFT, gammaGradient);
    }
    backward.run();
    return result;
  }

  private Pass pass(INDArray input) {
    return passes.get(input.shape(), Pass::new);
  }

  /** The primitives for one size of batch. */
  private final class Pass {
    private final memory.desc moments = Onednn.flat(layer.channels());
    private final memory.desc scaleAndShift =
        Onednn.floats(memory.format_tag.ab, 2, layer.channels());
    private final memory.desc data;
    private final memory signs;
    private final NativeOperation training;
    private final NativeOperation inference;
    private final NativeOperation backward;
    private final NativeOperation frozenBackward;

    Pass(long[] shape) {
      data =
          shape.length == 2
              ? Onednn.channelsLast(1, shape[0], 1, shape[1])
              : Onednn.channelsLast(shape);
      int scaled = layer.affine() ? dnnl_use_scaleshift : dnnl_normalization_flags_none;
      int flags = relu ? scaled | dnnl_fuse_norm_relu : scaled;
      int frozen = flags | dnnl_use_global_stats;
      batch_normalization_forward.primitive_desc plan = forward(dnnl_forward_training, flags);
      batch_normalization_forward.primitive_desc frozenPlan =
          forward(dnnl_forward_training, frozen);
      // Which numbers were above 0, for the way back; empty without ReLU.
      signs = new memory(plan.workspace_desc(), Onednn.engine());
      // Statistics that are given rather than taken are constants forward, but not backward.
      training = operation(statistics == null ? plan : frozenPlan);
      backward = backward(plan, flags);
      // Only as if in training does the library keep the signs.
      inference = operation(relu ? frozenPlan : forward(dnnl_forward_inference, frozen));
      frozenBackward = backward(frozenPlan, frozen);
    }

    private NativeOperation backward(batch_normalization_forward.primitive_desc plan, int flags) {
      NativeOperation operation =
          new NativeOperation(
                  new batch_normalization_backward(
                      new batch_normalization_backward.primitive_desc(
                          new batch_normalization_backward.desc(
                              layer.affine() ? dnnl_backward : dnnl_backward_data,
                              data,
                              data,
                              (float) layer.epsilon(),
                              flags),
                          Onednn.engine(),
                          plan)))
              .with(DNNL_ARG_SRC, data)
              .with(DNNL_ARG_DIFF_DST, data)
              .with(DNNL_ARG_DIFF_SRC, data)
              .with(DNNL_ARG_MEAN, moments)
              .with(DNNL_ARG_VARIANCE, moments);
      if (layer.affine()) {
        operation.with(DNNL_ARG_DIFF_SCALE_SHIFT, scaleAndShift);
      }
      return withShared(operation);
    }

    private batch_normalization_forward.primitive_desc forward(int kind, int flags) {
      return new batch_normalization_forward.primitive_desc(
          new batch_normalization_forward.desc(kind, data, (float) layer.epsilon(), flags),
          Onednn.engine());
    }

    private NativeOperation operation(batch_normalization_forward.primitive_desc plan) {
      NativeOperation operation =
          new NativeOperation(new batch_normalization_forward(plan))
              .with(DNNL_ARG_SRC, data)
              .with(DNNL_ARG_DST, data)
              .with(DNNL_ARG_MEAN, moments)
              .with(DNNL_ARG_VARIANCE, moments);
      return withShared(operation);
    }

    private NativeOperation withShared(NativeOperation operation) {
      if (layer.affine()) {
        operation.with(DNNL_ARG_SCALE_SHIFT, scaleAndShift);
      }
      return relu ? operation.with(DNNL_ARG_WORKSPACE, signs) : operation;
    }
  }
}
