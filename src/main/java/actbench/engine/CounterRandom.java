package actbench.engine;

import java.nio.charset.StandardCharsets;

/**
 * Random numbers by position: the value at a place of a stream at a step needs no value before it,
 * so threads and the order of work cannot change it.
 *
 * <p>The generator is SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) read at any place; each 64
 * bits serve two numbers.
 */
final class CounterRandom {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private static final long LOW = 0xFFFFFFFFL;

  private final long start;

  CounterRandom(long stream, int step) {
    start = mix(stream + GOLDEN * (step + 1L));
  }

  /** The stream of this name under a seed. */
  static long stream(long seed, String name) {
    long state = mix(seed + GOLDEN);
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      state = mix(state ^ (each & 0xFF)) + GOLDEN;
    }
    return state;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /**
   * Sets each of the first elements to 0 with probability {@code rate}, otherwise to {@code kept}.
   *
   * @param firstPlace the place in the stream of the first element
   */
  void fill(float[] values, int length, long firstPlace, double rate, float kept) {
    long threshold = (long) (rate * (1L << 32));
    int keptBits = Float.floatToRawIntBits(kept);
    int i = 0;
    if ((firstPlace & 1) == 1 && length > 0) {
      values[i++] = choose(bits(firstPlace >> 1) & LOW, threshold, keptBits);
    }
    for (; i + 1 < length; i += 2) {
      long bits = bits((firstPlace + i) >> 1);
      values[i] = choose(bits >>> 32, threshold, keptBits);
      values[i + 1] = choose(bits & LOW, threshold, keptBits);
    }
    if (i < length) {
      values[i] = choose(bits((firstPlace + i) >> 1) >>> 32, threshold, keptBits);
    }
  }

  /**
   * Sets the first elements to uniform numbers.
   *
   * @param firstPlace the place in the stream of the first element
   */
  void uniform(float[] values, int length, long firstPlace, double lower, double upper) {
    double unit = (upper - lower) / (1L << 32);
    int i = 0;
    if ((firstPlace & 1) == 1 && length > 0) {
      values[i++] = (float) (lower + (bits(firstPlace >> 1) & LOW) * unit);
    }
    for (; i + 1 < length; i += 2) {
      long bits = bits((firstPlace + i) >> 1);
      values[i] = (float) (lower + (bits >>> 32) * unit);
      values[i + 1] = (float) (lower + (bits & LOW) * unit);
    }
    if (i < length) {
      values[i] = (float) (lower + (bits((firstPlace + i) >> 1) >>> 32) * unit);
    }
  }

  private long bits(long pair) {
    return mix(start + GOLDEN * (pair + 1));
  }

  /** Without a branch, which no processor could foresee. */
  private static float choose(long number, long threshold, int keptBits) {
    return Float.intBitsToFloat(keptBits & (int) ~((number - threshold) >> 63));
  }
}
