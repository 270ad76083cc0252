import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.Arrays;
import java.util.Locale;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The machine's single-precision peak: the fastest product of square matrices by oneDNN, on as many
 * threads as OMP_NUM_THREADS says.
 *
 * <p>{@code OMP_NUM_THREADS=2 java -cp 'target/lib/*' bench/MatrixPeak.java}
 */
public final class MatrixPeak {
  public static void main(String[] args) {
    double peak = 0;
    for (long n : new long[] {512, 1024, 2048, 3072}) {
      double rate = operationsPerSecond(n, n < 2000 ? 30 : 8) / 1e9;
      System.out.printf(Locale.ROOT, "%d x %d: %.0f GFLOP/s%n", n, n, rate);
      peak = Math.max(peak, rate);
    }
    System.out.printf(Locale.ROOT, "peak: %.0f GFLOP/s%n", peak);
  }

  private static double operationsPerSecond(long n, int rounds) {
    engine cpu = new engine(engine.kind.cpu, 0);
    stream queue = new stream(cpu);
    memory.desc square =
        new memory.desc(new long[] {n, n}, memory.data_type.f32, memory.format_tag.ab);
    IntMemoryMap arguments = new IntMemoryMap();
    for (int argument : new int[] {DNNL_ARG_SRC, DNNL_ARG_WEIGHTS, DNNL_ARG_DST}) {
      memory matrix = new memory(square, cpu);
      float[] values = new float[(int) (n * n)];
      Arrays.fill(values, 0.5f);
      new FloatPointer(matrix.get_data_handle()).put(values);
      arguments.put(argument, matrix);
    }
    matmul product =
        new matmul(new matmul.primitive_desc(new matmul.desc(square, square, square), cpu));
    long best = Long.MAX_VALUE;
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      product.execute(queue, arguments);
      queue._wait();
      best = Math.min(best, System.nanoTime() - start);
    }
    return 2.0 * n * n * n / best * 1e9;
  }
}
