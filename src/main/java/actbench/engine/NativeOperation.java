package actbench.engine;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A oneDNN primitive with its arguments, made once and run many times.
 *
 * <p>Arguments either are bound to an array of ours before each run, which costs nothing while the
 * array stays at its address, or belong to the operation.
 */
final class NativeOperation {
  private static final class Address extends Pointer {
    Address(long value) {
      super((Pointer) null);
      address = value;
    }
  }

  private static final class Argument {
    final memory handle;
    long address;

    Argument(memory handle) {
      this.handle = handle;
    }
  }

  private final primitive computation;
  private final IntMemoryMap arguments = new IntMemoryMap();
  private final Map<Integer, Argument> bound = new HashMap<>();

  NativeOperation(primitive computation) {
    this.computation = computation;
  }

  /** Declares an argument that {@link #bind} will point at an array. */
  NativeOperation with(int argument, memory.desc description) {
    memory handle = new memory(description, Onednn.engine(), (Pointer) null);
    bound.put(argument, new Argument(handle));
    arguments.put(argument, handle);
    return this;
  }

  /** Gives memory that stays the same. */
  NativeOperation with(int argument, memory fixed) {
    arguments.put(argument, fixed);
    return this;
  }

  /** Points an argument at the memory of a dense array. */
  NativeOperation bind(int argument, INDArray array) {
    return bind(argument, Memory.address(array));
  }

  /** Points an argument at an address. */
  NativeOperation bind(int argument, long address) {
    Argument known = bound.get(argument);
    if (known.address != address) {
      known.handle.set_data_handle(new Address(address));
      known.address = address;
    }
    return this;
  }

  /** Computes, and returns when it is done. */
  void run() {
    computation.execute(Onednn.stream(), arguments);
  }
}
