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

  /** Tiles of which the sums are kept in float, one for each place of a tile. */
  private static final int TILES_SUMMED = 16;

  /** Arrays of one thread. */
  private static final class Scratch {
    static final ThreadLocal<Scratch> OF_THREAD = ThreadLocal.withInitial(Scratch::new);

    final float[] x = new float[TILE];
    final float[] upstream = new float[TILE];
    final float[] result = new float[TILE];
    final float[][] work = new float[LearnedFunction.WORK][TILE];
    float[][] parameters = {};
    float[][] gradients = {};
    float[][] lanes = {};

    Scratch of(int count) {
      if (parameters.length != count) {
        parameters = new float[count][TILE];
        gradients = new float[count][TILE];
        lanes = new float[count][TILE];
      }
      return this;
    }
  }

  private final LearnedFunction function;
  private final int count;
  private final int channels;

  /** The parameters at each element of the widest stretch that is worked on. */
  private final float[][] spread;

  LearnedRows(LearnedFunction function, int channels) {
    this.function = function;
    this.channels = channels;
    count = function.names().size();
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

    /** Follows the last tile of a part. */
    default void end(Scratch scratch) {}
  }

  private void eachTile(int firstRow, int endRow, Work work) {
    Scratch scratch = Scratch.OF_THREAD.get().of(count);
    if (channels <= TILE) {
      int step = TILE / channels;
      for (int row = firstRow; row < endRow; row += step) {
        int size = Math.min(step, endRow - row) * channels;
        work.on(scratch, spread, row * channels, size, 0);
      }
      work.end(scratch);
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
    work.end(scratch);
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
    eachTile(x.capacity(), part -> new Backward(x, upstream, dx, sums[part]));
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

  /** The way back through a part. */
  private final class Backward implements Work {
    private final FloatBuffer x;
    private final FloatBuffer upstream;
    private final FloatBuffer dx;
    private final double[][] sums;
    private int summed;
    private int width;

    Backward(FloatBuffer x, FloatBuffer upstream, FloatBuffer dx, double[][] sums) {
      this.x = x;
      this.upstream = upstream;
      this.dx = dx;
      this.sums = sums;
    }

    @Override
    public void on(Scratch scratch, float[][] parameters, int from, int size, int channel) {
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
      if (summed == 0) {
        // No later tile is longer than the first.
        width = size;
        for (float[] lanes : scratch.lanes) {
          Arrays.fill(lanes, 0, width, 0);
        }
      }
      for (int k = 0; k < count; k++) {
        add(scratch.gradients[k], 0, scratch.lanes[k], size);
      }
      summed++;
      if (summed == TILES_SUMMED || channels > TILE) {
        fold(scratch, channel);
      }
    }

    @Override
    public void end(Scratch scratch) {
      if (summed > 0) {
        fold(scratch, 0);
      }
    }

    /** Adds what is in the lanes to the sums of their channels. */
    private void fold(Scratch scratch, int channel) {
      int columns = Math.min(channels, width);
      for (int k = 0; k < count; k++) {
        float[] lanes = scratch.lanes[k];
        int rows = width / columns;
        while (rows > 1) {
          int half = rows / 2;
          rows -= half;
          add(lanes, rows * columns, lanes, half * columns);
        }
        for (int c = 0; c < columns; c++) {
          sums[k][channel + c] += lanes[c];
        }
      }
      summed = 0;
    }
  }

  /** Adds the values from a place on to the first ones of another array, or of the same. */
  private static void add(float[] values, int from, float[] sums, int size) {
    for (int i = 0; i < size; i++) {
      sums[i] += values[from + i];
    }
  }
}
