package actbench.engine;

import actbench.activation.TilePool;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Products of two arrays element by element, in float by tiles on several threads. */
final class TiledProduct {
  private TiledProduct() {}

  /** Sets {@code out = x * factors}; all lie in order and have one shape, and may be the same. */
  static void write(INDArray x, INDArray factors, INDArray out) {
    if (x.dataType() != DataType.FLOAT) {
      x.muli(factors, out);
      return;
    }
    FloatBuffer xs = Memory.floats(x);
    FloatBuffer fs = Memory.floats(factors);
    FloatBuffer outs = Memory.floats(out);
    TilePool.shared()
        .forEach(
            xs.capacity(),
            (from, size, a, b) -> {
              fs.get(from, b, 0, size);
              write(xs, from, a, b, outs, size);
            });
  }

  /** The product of one tile with factors at hand. */
  static void write(
      FloatBuffer x, int from, float[] scratch, float[] factors, FloatBuffer out, int size) {
    x.get(from, scratch, 0, size);
    for (int i = 0; i < size; i++) {
      scratch[i] *= factors[i];
    }
    out.put(from, scratch, 0, size);
  }
}
