package actbench.activation;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Applies a function to an ND4J array in place.
 *
 * <p>Float arrays whose elements lie next to each other in memory, in whatever order, are worked on
 * tile by tile by {@link TilePool}; anything else is copied first. The result is the same to the
 * last bit for every number of threads and every layout.
 */
public final class ArrayTiles {
  private ArrayTiles() {}

  /** Replaces every element x by f(x); softmax and its like act along dimension 1. */
  public static void forward(ActivationFunction function, INDArray x) {
    if (function instanceof RowFunction rows) {
      ArrayRows.forward(rows, x);
    } else if (function instanceof ElementFunction element) {
      forward(element, x);
    }
  }

  /**
   * Replaces every element x of the first array by {@code upstream * f'(x)}. The upstream gradient
   * has the same shape and may have another order; it is left alone.
   */
  public static void backward(ActivationFunction function, INDArray x, INDArray upstream) {
    if (function instanceof RowFunction rows) {
      ArrayRows.backward(rows, x, upstream);
    } else if (function instanceof ElementFunction element) {
      backward(element, x, upstream);
    }
  }

  private static void forward(ElementFunction function, INDArray x) {
    if (x.isEmpty()) {
      return;
    }
    if (x.dataType() == DataType.FLOAT && isDense(x)) {
      FloatBuffer memory = memory(x);
      TilePool.shared().forward(function, memory, memory, Math.toIntExact(x.length()));
      return;
    }
    if (x.dataType() == DataType.FLOAT) {
      INDArray copy = x.dup('c');
      forward(function, copy);
      x.assign(copy);
      return;
    }
    double[] values = x.dup('c').data().asDouble();
    function.forward(values, values, 0, values.length);
    x.assign(ArrayRows.array(values, x));
  }

  private static void backward(ElementFunction function, INDArray x, INDArray upstream) {
    if (x.isEmpty()) {
      return;
    }
    if (x.dataType() == DataType.FLOAT && upstream.dataType() == DataType.FLOAT) {
      if (isDense(x) && sameLayout(x, upstream)) {
        FloatBuffer memory = memory(x);
        TilePool.shared()
            .backward(function, memory, memory(upstream), memory, Math.toIntExact(x.length()));
        return;
      }
      INDArray copy = x.dup('c');
      backward(function, copy, upstream.dup('c'));
      x.assign(copy);
      return;
    }
    double[] values = x.dup('c').data().asDouble();
    double[] gradients = upstream.dup('c').data().asDouble();
    function.backward(values, gradients, values, 0, values.length);
    x.assign(ArrayRows.array(values, x));
  }

  /** Whether the elements fill a stretch of memory without gaps, in whatever order. */
  static boolean isDense(INDArray x) {
    long last = 0;
    for (int i = 0; i < x.rank(); i++) {
      long stride = x.stride(i);
      if (x.size(i) > 1 && stride <= 0) {
        return false;
      }
      last += (x.size(i) - 1) * stride;
    }
    return last + 1 == x.length();
  }

  private static boolean sameLayout(INDArray a, INDArray b) {
    for (int i = 0; i < a.rank(); i++) {
      if (a.size(i) > 1 && a.stride(i) != b.stride(i)) {
        return false;
      }
    }
    return true;
  }

  /** The array's own memory, from its first element on. */
  private static FloatBuffer memory(INDArray x) {
    FloatBuffer whole = x.data().asNioFloat();
    return whole.slice(whole.position(), Math.toIntExact(x.length()));
  }
}
