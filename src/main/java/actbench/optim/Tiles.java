package actbench.optim;

import actbench.activation.TilePool;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.function.IntConsumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs a kernel over off-heap arrays, one tile that fits the first-level cache after the other.
 *
 * <p>Each number is read and written once per step. The Java compiler vectorises loops over arrays
 * on the heap, so a tile is copied there and back. Large arrays are shared among the threads of the
 * process; as every number is computed for itself, the result does not depend on them.
 */
final class Tiles {
  private static final int SIZE = 1024;

  /** Numbers that a thread takes at a time: far more work than to wake it. */
  private static final int SHARE = 64 * SIZE;

  /**
   * Far below what matters in a sum with 1, far above the smallest normal number: adding and
   * subtracting it flushes the subnormal.
   */
  private static final float FLUSH = 0x1.0p-96f;

  private final int slots;
  private final boolean stateChanges;

  private Tiles(int slots, boolean stateChanges) {
    this.slots = slots;
    this.stateChanges = stateChanges;
  }

  /** For kernels with this many slots of state. */
  static Tiles updating(int slots) {
    return new Tiles(slots, true);
  }

  /** For kernels that read one other array and leave it as it is. */
  static Tiles reading() {
    return new Tiles(1, false);
  }

  /**
   * The value, but 0 instead of a subnormal number.
   *
   * <p>The state of a weight without gradient decays into the subnormal range, where it stays for
   * ever by rounding and where many processors are a hundred times slower. The value changes by at
   * most 2^-120.
   */
  static float normal(float value) {
    return (value + FLUSH) - FLUSH;
  }

  /**
   * Replaces the gradients by updates and advances the state.
   *
   * @param gradient a vector without gaps
   * @param state the slots one after the other, of the same length and type; null without slots
   */
  void run(UpdateRule.Kernel kernel, INDArray gradient, INDArray state) {
    requireDense(gradient);
    if (slots > 0) {
      requireDense(state);
    }
    int length = Math.toIntExact(gradient.length());
    if (gradient.dataType() == DataType.FLOAT) {
      FloatBuffer g = gradient.data().asNioFloat();
      run(kernel, g.slice(), slots == 0 ? null : state.data().asNioFloat().slice(), length);
    } else if (gradient.dataType() == DataType.DOUBLE) {
      DoubleBuffer g = gradient.data().asNioDouble();
      run(kernel, g.slice(), slots == 0 ? null : state.data().asNioDouble().slice(), length);
    } else {
      throw new IllegalArgumentException("no updates in precision " + gradient.dataType());
    }
  }

  private static void requireDense(INDArray array) {
    if (array.length() > 1 && array.elementWiseStride() != 1) {
      throw new IllegalArgumentException("the array has gaps: " + array.shapeInfoToString());
    }
  }

  private static void share(int length, IntConsumer work) {
    TilePool.shared().forEachPart((length + SHARE - 1) / SHARE, i -> work.accept(i * SHARE));
  }

  private void run(UpdateRule.Kernel kernel, FloatBuffer g, FloatBuffer state, int length) {
    share(
        length,
        from -> {
          float[] tile = new float[SIZE];
          float[][] tileState = new float[slots][SIZE];
          for (int start = from; start < Math.min(from + SHARE, length); start += SIZE) {
            int n = Math.min(SIZE, length - start);
            g.get(start, tile, 0, n);
            for (int k = 0; k < slots; k++) {
              state.get(k * length + start, tileState[k], 0, n);
            }
            kernel.apply(tile, tileState, n);
            g.put(start, tile, 0, n);
            for (int k = 0; k < slots && stateChanges; k++) {
              state.put(k * length + start, tileState[k], 0, n);
            }
          }
        });
  }

  private void run(UpdateRule.Kernel kernel, DoubleBuffer g, DoubleBuffer state, int length) {
    share(
        length,
        from -> {
          double[] tile = new double[SIZE];
          double[][] tileState = new double[slots][SIZE];
          for (int start = from; start < Math.min(from + SHARE, length); start += SIZE) {
            int n = Math.min(SIZE, length - start);
            g.get(start, tile, 0, n);
            for (int k = 0; k < slots; k++) {
              state.get(k * length + start, tileState[k], 0, n);
            }
            kernel.apply(tile, tileState, n);
            g.put(start, tile, 0, n);
            for (int k = 0; k < slots && stateChanges; k++) {
              state.put(k * length + start, tileState[k], 0, n);
            }
          }
        });
  }
}
