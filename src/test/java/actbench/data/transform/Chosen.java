package actbench.data.transform;

import java.util.random.RandomGenerator;

/** A generator that always draws what a test has chosen. */
record Chosen(double share, int number, double gaussian) implements RandomGenerator {
  /** Shares between 0 and 1, and no more. */
  static Draws share(double share) {
    return name -> new Chosen(share, 0, 0);
  }

  /** Whole numbers, and no more. */
  static Draws number(int number) {
    return name -> new Chosen(0, number, 0);
  }

  @Override
  public long nextLong() {
    throw new UnsupportedOperationException();
  }

  @Override
  public double nextDouble() {
    return share;
  }

  @Override
  public int nextInt(int bound) {
    return Math.min(number, bound - 1);
  }

  @Override
  public double nextGaussian() {
    return gaussian;
  }
}
