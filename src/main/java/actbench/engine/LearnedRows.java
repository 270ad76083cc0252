package actbench.engine;

import actbench.activation.TilePool;
import actbench.activation.learned.LearnedFunction;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * A learned activation over rows of channels, in float.
 *
 * <p>The rows are cut into parts, the same ones for any number of threads. A part is worked through
 * in tiles that fit into the first-level cache, and has sums of its own: so neither the threads nor
 * their order change a bit of the result.
 */
final class LearnedRows {
  private static final int TILE = TilePool.TILE;
  private static final int PARTS = 32;

  /** Floats below which other threads are not worth waking. */
  private static final int SMALL = 8 * TILE;

  /**
   * The fewest sums that are kept side by side, so that the additions need not wait for another.
   */
  private static final int LANES = 64;

  /** Arrays of one thread. */
  private static final class Scratch {
    static final ThreadLocal<Scratch> OF_THREAD = ThreadLocal.withInitial(Scratch::new);

    final float[] x = new float[TILE];
    final float[] upstream = new float[TILE];
    final float[] result = new float[TILE];
    final float[][] work = new float[LearnedFunction.WORK][TILE];
    final float[] lanes = new float[TILE];
    float[][] parameters = {};
    float[][] gradients = {};

    Scratch of(int count) {
      if (parameters.length != count) {
        parameters = new float[count][TILE];
        gradients = new float[count][TILE];
      }
      return this;
    }
  }

  private final LearnedFunction function;
  private final int count;
  private final int channels;

  /** Channels of a tile: all, or as many as fit. */
  private final int columns;

  /** The parameters at each element of the widest stretch that is worked on. */
  private final float[][] spread;

  LearnedRows(LearnedFunction function, int channels) {
    this.function = function;
    this.channels = channels;
    count = function.names().size();
    columns = Math.min(channels, TILE);
    spread = new float[count][Math.max(channels, TILE)];
  }

  private void spread(double[][] byChannel) {
    for (int k = 0; k < count; k++) {
      for (int i = 0, c = 0; i < spread[k].length; i++, c = c + 1 == channels ? 0 : c + 1) {
        spread[k][i] = (float) byChannel[k][c];
      }
    }
  }

  /** What happens to a tile: so many floats from a place on, the first of them in a channel. */
  private interface Work {
    void on(Scratch scratch, float[][] parameters, int from, int size, int channel);
  }

  private void eachTile(int firstRow, int endRow, Work work) {
    Scratch scratch = Scratch.OF_THREAD.get().of(count);
    if (channels <= TILE) {
      int step = TILE / channels;
      for (int row = firstRow; row < endRow; row += step) {
        int size = Math.min(step, endRow - row) * channels;
        work.on(scratch, spread, row * channels, size, 0);
      }
      return;
    }
    for (int row = firstRow; row < endRow; row++) {
      for (int channel = 0; channel < channels; channel += TILE) {
        int size = Math.min(TILE, channels - channel);
        for (int k = 0; k < count; k++) {
          System.arraycopy(spread[k], channel, scratch.parameters[k], 0, size);
        }
        work.on(scratch, scratch.parameters, row * channels + channel, size, channel);
      }
    }
  }

  /** Does the work of each part, on as many threads as there are. */
  private void eachTile(int length, IntFunction<Work> ofPart) {
    int rows = length / channels;
    int parts = parts(length);
    TilePool.shared()
        .forEachPart(
            parts,
            part ->
                eachTile(
                    firstRow(part, parts, rows),
                    firstRow(part + 1, parts, rows),
                    ofPart.apply(part)));
  }

  private static int parts(int length) {
    return length < SMALL ? 1 : PARTS;
  }

  private static int firstRow(int part, int parts, int rows) {
    return (int) ((long) part * rows / parts);
  }

  /**
   * Sets y to f(x).
   *
   * @param byChannel for each parameter its value in each channel
   */
  void forward(double[][] byChannel, FloatBuffer x, FloatBuffer y) {
    spread(byChannel);
    eachTile(
        x.capacity(),
        part ->
            (scratch, parameters, from, size, channel) -> {
              x.get(from, scratch.x, 0, size);
              function.forward(scratch.x, parameters, scratch.result, size, scratch.work);
              y.put(from, scratch.result, 0, size);
            });
  }

  /**
   * Sets dx, and returns for each parameter the sums of its gradient in each channel.
   *
   * @param byChannel as for {@link #forward}
   */
  double[][] backward(double[][] byChannel, FloatBuffer x, FloatBuffer upstream, FloatBuffer dx) {
    spread(byChannel);
    int parts = parts(x.capacity());
    double[][][] sums = new double[parts][count][channels];
    eachTile(
        x.capacity(),
        part ->
            (scratch, parameters, from, size, channel) -> {
              x.get(from, scratch.x, 0, size);
              upstream.get(from, scratch.upstream, 0, size);
              function.backward(
                  scratch.x,
                  scratch.upstream,
                  parameters,
                  scratch.result,
                  scratch.gradients,
                  size,
                  scratch.work);
              dx.put(from, scratch.result, 0, size);
              for (int k = 0; k < count; k++) {
                add(scratch.gradients[k], size, scratch.lanes, sums[part][k], channel);
              }
            });
    double[][] total = sums[0];
    for (int part = 1; part < parts; part++) {
      for (int k = 0; k < count; k++) {
        for (int c = 0; c < channels; c++) {
          total[k][c] += sums[part][k][c];
        }
      }
    }
    return total;
  }

  /** Adds the values of a tile to the sums of their channels. */
  private void add(float[] values, int size, float[] lanes, double[] sums, int firstChannel) {
    int width = columns * Math.max(1, LANES / columns);
    Arrays.fill(lanes, 0, Math.min(width, size), 0);
    for (int start = 0; start < size; start += width) {
      int n = Math.min(width, size - start);
      for (int i = 0; i < n; i++) {
        lanes[i] += values[start + i];
      }
    }
    for (int i = 0, c = 0; i < Math.min(width, size); i++, c = c + 1 == columns ? 0 : c + 1) {
      sums[firstChannel + c] += lanes[i];
    }
  }
}
