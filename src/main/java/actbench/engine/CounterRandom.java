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

  /** Sets each element to 0 with probability {@code rate}, otherwise to {@code kept}. */
  void fill(float[] values, long firstPlace, double rate, float kept) {
    long threshold = (long) (rate * (1L << 32));
    for (int i = 0; i < values.length; i++) {
      long place = firstPlace + i;
      long bits = mix(start + GOLDEN * ((place >> 1) + 1));
      long number = (place & 1) == 0 ? bits >>> 32 : bits & 0xFFFFFFFFL;
      values[i] = number < threshold ? 0 : kept;
    }
  }
}
