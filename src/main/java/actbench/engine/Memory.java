package actbench.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The memory of arrays that lie in order, as Java sees it. */
final class Memory {
  private static final class FloatsAt extends FloatPointer {
    FloatsAt(long value, long length) {
      super((Pointer) null);
      address = value;
      limit = length;
      capacity = length;
    }
  }

  private static final class DoublesAt extends DoublePointer {
    DoublesAt(long value, long length) {
      super((Pointer) null);
      address = value;
      limit = length;
      capacity = length;
    }
  }

  private Memory() {}

  /** Where the first element lies. */
  static long address(INDArray array) {
    DataBuffer data = array.data();
    // A view's buffer names the start of what it is a view of.
    return data.address() + data.offset() * data.getElementSize();
  }

  /** A window onto the memory; keep the array alive while it is in use. */
  static FloatBuffer floats(INDArray array) {
    return new FloatsAt(address(array), array.length()).asBuffer();
  }

  /** {@link #floats} as bytes, for so many floats from one on; at most 2 GiB. */
  static ByteBuffer bytes(INDArray array, long start, long length) {
    return new FloatsAt(address(array) + start * Float.BYTES, length).asByteBuffer();
  }

  /** Memory outside the heap for so many floats. */
  static ByteBuffer allocate(int length) {
    return ByteBuffer.allocateDirect(length * Float.BYTES).order(ByteOrder.nativeOrder());
  }

  private static DoubleBuffer doubles(INDArray array) {
    return new DoublesAt(address(array), array.length()).asBuffer();
  }

  /** A copy of the values. */
  static double[] read(INDArray array) {
    double[] values = new double[Math.toIntExact(array.length())];
    if (array.dataType() == DataType.FLOAT) {
      FloatBuffer memory = floats(array);
      for (int i = 0; i < values.length; i++) {
        values[i] = memory.get(i);
      }
    } else {
      doubles(array).get(values);
    }
    return values;
  }

  /** Puts the values into the array. */
  static void write(double[] values, INDArray array) {
    if (array.dataType() == DataType.FLOAT) {
      FloatBuffer memory = floats(array);
      for (int i = 0; i < values.length; i++) {
        memory.put(i, (float) values[i]);
      }
    } else {
      doubles(array).put(values);
    }
  }

  /** {@link #write(double[], INDArray)} from floats. */
  static void write(float[] values, INDArray array) {
    if (array.dataType() == DataType.FLOAT) {
      floats(array).put(values);
      return;
    }
    DoubleBuffer memory = doubles(array);
    for (int i = 0; i < values.length; i++) {
      memory.put(i, values[i]);
    }
  }
}
