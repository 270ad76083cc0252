package actbench.engine;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;

/** The oneDNN library: whether it loads, its engine, and one stream for each thread. */
final class Onednn {
  private static final class Cpu {
    static final engine ENGINE = new engine(engine.kind.cpu, 0);
  }

  private static final String PROBLEM = load();

  private static final ThreadLocal<stream> STREAM =
      ThreadLocal.withInitial(() -> new stream(engine()));

  private Onednn() {}

  private static String load() {
    try {
      dnnl.dnnl_version();
      return "";
    } catch (LinkageError e) {
      return String.valueOf(e.getMessage());
    }
  }

  static boolean isAvailable() {
    return PROBLEM.isEmpty();
  }

  /** Why the library does not load; empty if it does. */
  static String problem() {
    return PROBLEM;
  }

  static engine engine() {
    return Cpu.ENGINE;
  }

  static stream stream() {
    return STREAM.get();
  }

  /** Floats in the order of the dimensions, or in the one that oneDNN likes best ({@code any}). */
  static memory.desc floats(memory.format_tag order, long... dimensions) {
    return new memory.desc(dimensions, memory.data_type.f32, order);
  }

  /** Floats at the given strides. */
  static memory.desc strided(long[] dimensions, long[] strides) {
    return new memory.desc(dimensions, memory.data_type.f32, strides);
  }

  /**
   * A float array of ours as oneDNN sees it: channels last in memory, channels second in the list
   * of dimensions. A matrix is rows by columns.
   */
  static memory.desc channelsLast(long... shape) {
    return shape.length == 2
        ? floats(memory.format_tag.ab, shape)
        : floats(memory.format_tag.nhwc, shape[0], shape[3], shape[1], shape[2]);
  }

  /** Floats in a row. */
  static memory.desc flat(long length) {
    return floats(memory.format_tag.a, length);
  }
}
