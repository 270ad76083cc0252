package actbench.activation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Activations of our own kernels over the largest array of ResNet v1-20 at batch 128, 2.1 million
 * floats outside of the heap, beside a plain copy of the same memory. {@code relu} and {@code copy}
 * are what the others are to be compared with.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ActivationBenchmark {
  private static final int LENGTH = 128 * 32 * 32 * 16;

  @Param({"relu", "swish", "mish", "beta-mish", "gelu", "tanh"})
  public String function;

  private ElementFunction element;
  private FloatBuffer x;
  private FloatBuffer upstream;
  private FloatBuffer result;

  @Setup
  public void fill() {
    element = ActivationCatalog.createElement(function, Map.of());
    Random random = new Random(1);
    x = floats();
    upstream = floats();
    result = floats();
    for (int i = 0; i < LENGTH; i++) {
      x.put(i, (float) (2 * random.nextGaussian()));
      upstream.put(i, (float) random.nextGaussian());
    }
  }

  private static FloatBuffer floats() {
    return ByteBuffer.allocateDirect(LENGTH * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  @Benchmark
  public void forward() {
    TilePool.shared().forward(element, x, result, LENGTH);
  }

  @Benchmark
  public void backward() {
    TilePool.shared().backward(element, x, upstream, result, LENGTH);
  }

  @Benchmark
  public void copy() {
    TilePool.shared()
        .forEach(
            LENGTH,
            (from, size, a, b) -> {
              x.get(from, a, 0, size);
              result.put(from, a, 0, size);
            });
  }
}
