package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.SPECIES;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;

/** Vectors of floats in memory outside the heap; positions are counted in floats. */
final class VectorMemory {
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  private VectorMemory() {}

  static FloatVector load(ByteBuffer memory, int position) {
    return FloatVector.fromByteBuffer(SPECIES, memory, position * Float.BYTES, ORDER);
  }
}
