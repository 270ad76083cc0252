package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.SPECIES;
import static actbench.activation.kernel.VectorMemory.load;

import java.nio.ByteBuffer;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * The sums of x and of its square for each channel, over channels-last floats outside the heap,
 * both less a value near the mean, so that nothing cancels.
 *
 * <p>Works on rows of whole pixels and whole vectors. A tile is added up in float and handed on in
 * double. Only where {@link TileKernels#vectorized}.
 */
public final class ChannelMoments {
  /** Floats that a row has at least, so that its start costs nothing. */
  private static final int SHORTEST = 512;

  private static final int LANES = SPECIES.length();

  /** What four registers hold. */
  private static final int NARROW = 4 * LANES;

  /** Rows that are read at a time. */
  private static final int ROWS = 4;

  private static final class Scratch {
    float[] read = {};
    float[] sum = {};
    float[] square = {};

    void prepare(int width) {
      if (sum.length == width) {
        Arrays.fill(sum, 0);
        Arrays.fill(square, 0);
      } else {
        read = new float[ROWS * width];
        sum = new float[width];
        square = new float[width];
      }
    }
  }

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private final int channels;
  private final int period;
  private final boolean narrow;
  private final float[] center;

  /** Sums for so many channels. */
  public ChannelMoments(int channels) {
    this.channels = channels;
    period = Math.multiplyExact(channels, LANES / greatestCommonDivisor(channels, LANES));
    narrow = NARROW % period == 0;
    int width = narrow ? NARROW : period * ((SHORTEST + period - 1) / period);
    center = new float[width];
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  /** The floats in a group of rows: tiles are multiples of this. */
  public int group() {
    return ROWS * center.length;
  }

  /** Sets what is subtracted in each channel. */
  public void subtract(float[] values) {
    for (int i = 0; i < center.length; i += channels) {
      System.arraycopy(values, 0, center, i, channels);
    }
  }

  /**
   * Adds the sums of the floats {@code from <= i < to}, which are whole groups.
   *
   * @param sums gets {@code x - center} at {@code at + channel}, and its square so many channels
   *     further on
   */
  public void add(ByteBuffer x, int from, int to, double[] sums, int at) {
    Scratch scratch = SCRATCH.get();
    scratch.prepare(center.length);
    if (narrow) {
      addNarrow(x, from, to, scratch.sum, scratch.square);
    } else {
      for (int i = from; i < to; i += scratch.read.length) {
        x.slice(i * Float.BYTES, scratch.read.length * Float.BYTES)
            .order(x.order())
            .asFloatBuffer()
            .get(scratch.read);
        addRows(scratch.read, scratch.sum, scratch.square);
      }
    }
    fold(scratch.sum, sums, at);
    fold(scratch.square, sums, at + channels);
  }

  private static FloatVector at(float[] row, int j) {
    return FloatVector.fromArray(SPECIES, row, j);
  }

  /** Rows of four vectors: all sums stay in registers, and memory is read in order. */
  private void addNarrow(ByteBuffer x, int from, int to, float[] sum, float[] square) {
    FloatVector center0 = at(center, 0);
    FloatVector center1 = at(center, LANES);
    FloatVector center2 = at(center, 2 * LANES);
    FloatVector center3 = at(center, 3 * LANES);
    FloatVector sum0 = at(sum, 0);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    FloatVector square0 = sum0;
    FloatVector square1 = sum0;
    FloatVector square2 = sum0;
    FloatVector square3 = sum0;
    for (int i = from; i < to; i += NARROW) {
      FloatVector x0 = load(x, i).sub(center0);
      FloatVector x1 = load(x, i + LANES).sub(center1);
      FloatVector x2 = load(x, i + 2 * LANES).sub(center2);
      FloatVector x3 = load(x, i + 3 * LANES).sub(center3);
      sum0 = sum0.add(x0);
      sum1 = sum1.add(x1);
      sum2 = sum2.add(x2);
      sum3 = sum3.add(x3);
      square0 = x0.fma(x0, square0);
      square1 = x1.fma(x1, square1);
      square2 = x2.fma(x2, square2);
      square3 = x3.fma(x3, square3);
    }
    sum0.intoArray(sum, 0);
    sum1.intoArray(sum, LANES);
    sum2.intoArray(sum, 2 * LANES);
    sum3.intoArray(sum, 3 * LANES);
    square0.intoArray(square, 0);
    square1.intoArray(square, LANES);
    square2.intoArray(square, 2 * LANES);
    square3.intoArray(square, 3 * LANES);
  }

  /** A group in the first-level cache, four rows with each visit to the sums. */
  private void addRows(float[] x, float[] sum, float[] square) {
    int width = sum.length;
    for (int j = 0; j < width; j += LANES) {
      FloatVector middle = at(center, j);
      FloatVector a = at(x, j).sub(middle);
      FloatVector b = at(x, width + j).sub(middle);
      FloatVector c = at(x, 2 * width + j).sub(middle);
      FloatVector d = at(x, 3 * width + j).sub(middle);
      at(sum, j).add(a.add(b).add(c.add(d))).intoArray(sum, j);
      FloatVector squares = a.fma(a, b.mul(b)).add(c.fma(c, d.mul(d)));
      at(square, j).add(squares).intoArray(square, j);
    }
  }

  /** Adds a row up to channels. */
  private void fold(float[] row, double[] sums, int at) {
    for (int i = period; i < row.length; i += period) {
      for (int j = 0; j < period; j += LANES) {
        at(row, j).add(at(row, i + j)).intoArray(row, j);
      }
    }
    for (int i = 0; i < period; i += channels) {
      for (int c = 0; c < channels; c++) {
        sums[at + c] += row[i + c];
      }
    }
  }
}
