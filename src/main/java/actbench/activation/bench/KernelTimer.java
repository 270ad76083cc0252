package actbench.activation.bench;

import actbench.activation.ElementFunction;
import java.util.SplittableRandom;

/**
 * Times a function over an array of floats on one thread.
 *
 * <p>Inputs are normal numbers of standard deviation 2. Each time is the least of many short
 * rounds, as whatever else the machine does can only add to it, after a warm-up in which the
 * compiler has done its work.
 */
public final class KernelTimer {
  /** A function is warm when it has not become faster for so long. */
  private static final long PATIENCE_NANOS = 800_000_000;

  private static final long LONGEST_WARM_UP_NANOS = 10_000_000_000L;
  private static final long ROUND_NANOS = 2_000_000;
  private static final int ROUNDS = 100;

  private final float[] x;
  private final float[] upstream;
  private final float[] result;

  /** Nanoseconds an element. */
  public record Cost(double forward, double backward) {}

  /** A timer for arrays of this length. */
  public KernelTimer(int length) {
    x = new float[length];
    upstream = new float[length];
    result = new float[length];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < length; i++) {
      // The sum of twelve uniform numbers is close enough to normal, and the same everywhere.
      double sum = -6;
      for (int k = 0; k < 12; k++) {
        sum += random.nextDouble();
      }
      x[i] = (float) (2 * sum);
      upstream[i] = (float) random.nextDouble(-1, 1);
    }
  }

  /** The cost of f, and of the upstream gradient times f'. */
  public Cost cost(ElementFunction function) {
    return new Cost(
        time(() -> function.forward(x, result, 0, x.length)),
        time(() -> function.backward(x, upstream, result, 0, x.length)));
  }

  /** The cost of copying the array. */
  public double copy() {
    return time(() -> System.arraycopy(x, 0, result, 0, x.length));
  }

  private double time(Runnable work) {
    int batch = warmUp(work);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < ROUNDS; i++) {
      long before = System.nanoTime();
      for (int k = 0; k < batch; k++) {
        work.run();
      }
      least = Math.min(least, (System.nanoTime() - before) / ((double) batch * x.length));
    }
    return least;
  }

  /**
   * Works until the compiler has nothing more to gain, which takes longest for vector code.
   *
   * @return how many calls fill a round
   */
  private static int warmUp(Runnable work) {
    double best = Double.POSITIVE_INFINITY;
    int calls = 1;
    long start = System.nanoTime();
    long lastGain = start;
    while (System.nanoTime() - lastGain < PATIENCE_NANOS
        && System.nanoTime() - start < LONGEST_WARM_UP_NANOS) {
      long before = System.nanoTime();
      for (int k = 0; k < calls; k++) {
        work.run();
      }
      long after = System.nanoTime();
      double each = (after - before) / (double) calls;
      if (each < 0.95 * best) {
        lastGain = after;
      }
      best = Math.min(best, each);
      calls = (int) Math.max(1, Math.min(ROUND_NANOS / best, 1e6));
    }
    return calls;
  }
}
