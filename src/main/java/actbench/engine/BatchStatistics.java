package actbench.engine;

import actbench.activation.TilePool;
import actbench.activation.kernel.ChannelMoments;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Mean and variance of each channel over a batch, in one pass on several threads.
 *
 * <p>x and its square are added up less a guess of the mean. Tiles are added up in float and their
 * sums in double, in the order of the tiles, which do not depend on the number of threads: neither
 * does the result.
 */
final class BatchStatistics {
  /** Pixels from which the mean is guessed. */
  private static final int SAMPLE = 32;

  /** Floats in a tile, about: some microseconds of work. */
  private static final int TILE = 32768;

  /** Floats in one buffer: Java's buffers end at 2 GiB. */
  private static final int PART = 1 << 28;

  private final int channels;
  private final ChannelMoments moments;
  private final float[] center;
  private final double[] mean;
  private final double[] variance;
  private double[] sumsOfTiles = {};

  BatchStatistics(int channels) {
    this.channels = channels;
    moments = new ChannelMoments(channels);
    center = new float[channels];
    mean = new double[channels];
    variance = new double[channels];
  }

  double mean(int channel) {
    return mean[channel];
  }

  /** The biased variance. */
  double variance(int channel) {
    return variance[channel];
  }

  /** Takes the statistics of an array, channels last. */
  void measure(INDArray x) {
    long length = x.length();
    guessMean(x);
    double[] sums = new double[2 * channels];
    int tile = moments.group() * Math.max(1, TILE / moments.group());
    int part = tile * Math.max(1, PART / tile);
    for (long start = 0; start < length; start += part) {
      addPart(Memory.bytes(x, start, Math.min(part, length - start)), tile, sums);
    }
    double n = (double) length / channels;
    for (int c = 0; c < channels; c++) {
      double beyond = sums[c] / n;
      mean[c] = center[c] + beyond;
      double centered = sums[channels + c] / n - beyond * beyond;
      // Of a constant channel rounding may leave less than nothing; NaN stays.
      variance[c] = centered < 0 ? 0 : centered;
    }
  }

  private void guessMean(INDArray x) {
    int pixels = (int) Math.min(x.length() / channels, PART / channels);
    int taken = Math.max(1, Math.min(SAMPLE, pixels));
    FloatBuffer values = Memory.bytes(x, 0, (long) pixels * channels).asFloatBuffer();
    double[] guess = new double[channels];
    for (int i = 0; i < taken; i++) {
      int at = (int) ((long) i * pixels / taken) * channels;
      for (int c = 0; c < channels; c++) {
        guess[c] += values.get(at + c) / (double) taken;
      }
    }
    for (int c = 0; c < channels; c++) {
      center[c] = (float) guess[c];
    }
    moments.subtract(center);
  }

  private void addPart(ByteBuffer x, int tile, double[] sums) {
    int length = x.capacity() / Float.BYTES;
    int whole = length - length % moments.group();
    int tiles = (whole + tile - 1) / tile;
    int stride = sums.length;
    sumsOfTiles = sumsOfTiles.length < tiles * stride ? new double[tiles * stride] : sumsOfTiles;
    Arrays.fill(sumsOfTiles, 0);
    double[] each = sumsOfTiles;
    TilePool.shared()
        .forEachPart(
            tiles,
            i -> moments.add(x, i * tile, Math.min((i + 1) * tile, whole), each, i * stride));
    for (int i = 0; i < tiles * stride; i += stride) {
      for (int j = 0; j < stride; j++) {
        sums[j] += each[i + j];
      }
    }
    // The pixels that fill no group of rows.
    for (int i = whole; i < length; i++) {
      int channel = (i - whole) % channels;
      double distance = (double) x.getFloat(i * Float.BYTES) - center[channel];
      sums[channel] += distance;
      sums[channels + channel] += distance * distance;
    }
  }
}
