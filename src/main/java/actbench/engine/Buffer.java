package actbench.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Memory that a layer owns and uses again at every step.
 *
 * <p>Batches of different sizes share the memory of the largest: the last, partial batch of an
 * epoch costs nothing.
 */
final class Buffer {
  private final DataType type;
  private final Map<Long, INDArray> byBatch = new HashMap<>();
  private INDArray memory;

  Buffer(DataType type) {
    this.type = type;
  }

  /** An array of this shape whose content is whatever was left there. */
  @SuppressWarnings("try")
  INDArray of(long... shape) {
    INDArray known = byBatch.get(shape[0]);
    if (known != null && Arrays.equals(known.shape(), shape)) {
      return known;
    }
    long length = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (memory == null || memory.length() < length) {
      byBatch.clear();
      try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
        memory = Nd4j.createUninitialized(type, length);
      }
    }
    INDArray view =
        memory.length() == length
            ? memory.reshape('c', shape)
            : memory.get(NDArrayIndex.interval(0, length)).reshape('c', shape);
    byBatch.put(shape[0], view);
    return view;
  }

  /** The array itself where it lies in order without gaps, otherwise a copy that does. */
  INDArray inOrder(INDArray array) {
    if (array.dataType() == type && isInOrder(array)) {
      return array;
    }
    return of(array.shape()).assign(array);
  }

  private static boolean isInOrder(INDArray array) {
    long stride = 1;
    for (int i = array.rank() - 1; i >= 0; i--) {
      if (array.size(i) != 1 && array.stride(i) != stride) {
        return false;
      }
      stride *= array.size(i);
    }
    return true;
  }
}
