package actbench.engine;

import java.util.Arrays;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Batch normalisation in loops, computed in double whatever the type of the arrays. */
final class PlainBatchNormalization implements Kernel {
  private final BatchNormalization layer;
  private final Site site;
  private final Buffer output;
  private final Buffer inputGradient;
  private Map<String, INDArray> gradients = Map.of();
  private double[] normalized = {};
  private double[] deviation = {};
  private boolean seenInTraining;

  PlainBatchNormalization(BatchNormalization layer, Site site) {
    this.layer = layer;
    this.site = site;
    output = site.buffer();
    inputGradient = site.buffer();
  }

  @Override
  public void bindGradients(Map<String, INDArray> views) {
    gradients = views;
    views.get(BatchNormalization.MEAN).assign(0);
    views.get(BatchNormalization.VARIANCE).assign(0);
  }

  @Override
  public INDArray forward(INDArray input, boolean training) {
    int channels = (int) layer.channels();
    double[] values = Memory.read(input);
    int n = values.length / channels;
    INDArray runningMean = site.parameter(BatchNormalization.MEAN);
    INDArray runningVariance = site.parameter(BatchNormalization.VARIANCE);
    double[] mean = Memory.read(runningMean);
    double[] variance = Memory.read(runningVariance);
    if (training) {
      double[] batchMean = columnSums(values, channels);
      for (int c = 0; c < channels; c++) {
        batchMean[c] /= n;
      }
      double[] batchVariance = new double[channels];
      for (int i = 0; i < values.length; i++) {
        double distance = values[i] - batchMean[i % channels];
        batchVariance[i % channels] += distance * distance / n;
      }
      for (int c = 0; c < channels; c++) {
        mean[c] = layer.updatedMean(mean[c], batchMean[c]);
        variance[c] = layer.updatedVariance(variance[c], batchVariance[c], n);
      }
      Memory.write(mean, runningMean);
      Memory.write(variance, runningVariance);
      mean = batchMean;
      variance = batchVariance;
    }
    double[] spread = new double[channels];
    for (int c = 0; c < channels; c++) {
      spread[c] = Math.sqrt(variance[c] + layer.epsilon());
    }
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = (values[i] - mean[i % channels]) / spread[i % channels];
    }
    normalized = scaled;
    deviation = spread;
    seenInTraining = training;
    double[] gamma = gamma();
    double[] beta = layer.affine() ? read(BatchNormalization.BETA) : new double[channels];
    for (int i = 0; i < values.length; i++) {
      values[i] = gamma[i % channels] * scaled[i] + beta[i % channels];
    }
    INDArray result = output.of(input.shape());
    Memory.write(values, result);
    return result;
  }

  @Override
  public INDArray backward(INDArray gradient) {
    int channels = (int) layer.channels();
    double[] upstream = Memory.read(gradient);
    int n = upstream.length / channels;
    double[] shift = columnSums(upstream, channels);
    double[] products = new double[upstream.length];
    for (int i = 0; i < upstream.length; i++) {
      products[i] = upstream[i] * normalized[i];
    }
    double[] scale = columnSums(products, channels);
    if (layer.affine()) {
      Memory.write(scale, gradients.get(BatchNormalization.GAMMA));
      Memory.write(shift, gradients.get(BatchNormalization.BETA));
    }
    double[] gamma = gamma();
    for (int i = 0; i < upstream.length; i++) {
      int c = i % channels;
      double viaStatistics = seenInTraining ? (shift[c] + normalized[i] * scale[c]) / n : 0;
      upstream[i] = gamma[c] / deviation[c] * (upstream[i] - viaStatistics);
    }
    INDArray result = inputGradient.of(gradient.shape());
    Memory.write(upstream, result);
    return result;
  }

  private double[] gamma() {
    if (layer.affine()) {
      return read(BatchNormalization.GAMMA);
    }
    double[] ones = new double[(int) layer.channels()];
    Arrays.fill(ones, 1);
    return ones;
  }

  private double[] read(String key) {
    return Memory.read(site.parameter(key));
  }

  private static double[] columnSums(double[] values, int columns) {
    double[] sums = new double[columns];
    for (int i = 0; i < values.length; i++) {
      sums[i % columns] += values[i];
    }
    return sums;
  }
}
