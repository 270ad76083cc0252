package actbench.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies a block of three dimensions from one array into another, each with its own strides: rows,
 * parts of a row, elements of a part.
 */
final class StridedCopy {
  private final int[] sizes;
  private final int[] source;
  private final int[] target;
  private final NativeOperation copy;

  private StridedCopy(Site site, long[] sizes, long[] source, long[] target) {
    this.sizes = ints(sizes);
    this.source = ints(source);
    this.target = ints(target);
    copy = site.onednn() ? reorder(sizes, source, target) : null;
  }

  /** Takes so many columns out of rows of one length into rows of another. */
  static StridedCopy columns(Site site, long rows, long columns, long fromLength, long toLength) {
    return new StridedCopy(
        site,
        new long[] {rows, 1, columns},
        new long[] {fromLength, fromLength, 1},
        new long[] {toLength, toLength, 1});
  }

  /** Reads each row as a matrix of so many lines and writes it column by column. */
  static StridedCopy transpose(Site site, long rows, long lines, long columns) {
    long length = lines * columns;
    return new StridedCopy(
        site,
        new long[] {rows, lines, columns},
        new long[] {length, columns, 1},
        new long[] {length, 1, lines});
  }

  private static int[] ints(long[] values) {
    int[] ints = new int[values.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = Math.toIntExact(values[i]);
    }
    return ints;
  }

  private static NativeOperation reorder(long[] sizes, long[] source, long[] target) {
    memory.desc from = Onednn.strided(sizes, source);
    memory.desc to = Onednn.strided(sizes, target);
    return new NativeOperation(
            new reorder(new reorder.primitive_desc(Onednn.engine(), from, Onednn.engine(), to)))
        .with(DNNL_ARG_FROM, from)
        .with(DNNL_ARG_TO, to);
  }

  /** Copies, beginning at these elements; the rest of the target stays. */
  void run(INDArray from, long fromStart, INDArray to, long toStart) {
    if (copy != null) {
      copy.bind(DNNL_ARG_FROM, Memory.address(from) + fromStart * Float.BYTES)
          .bind(DNNL_ARG_TO, Memory.address(to) + toStart * Float.BYTES)
          .run();
      return;
    }
    double[] values = Memory.read(from);
    double[] result = Memory.read(to);
    for (int row = 0; row < sizes[0]; row++) {
      for (int part = 0; part < sizes[1]; part++) {
        int read = (int) fromStart + row * source[0] + part * source[1];
        int write = (int) toStart + row * target[0] + part * target[1];
        for (int element = 0; element < sizes[2]; element++) {
          result[write + element * target[2]] = values[read + element * source[2]];
        }
      }
    }
    Memory.write(result, to);
  }
}
