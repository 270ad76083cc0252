package actbench.optim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;

/**
 * A stream of random numbers that depends on a seed and a name alone.
 *
 * <p>The generator is xoshiro256++ of Blackman and Vigna (2019); its 256 bits of state are the
 * SHA-256 digest of the seed (8 bytes, big-endian) followed by the name in UTF-8. So streams of
 * different names are independent, and every draw is the same bit for bit on all platforms and Java
 * versions: only integer arithmetic, correctly rounded operations and {@link StrictMath} are used.
 *
 * <p>Not safe for use by several threads.
 */
public final class RandomStream implements RandomGenerator {
  private static final double DOUBLE_UNIT = 0x1.0p-53;

  private long s0;
  private long s1;
  private long s2;
  private long s3;
  private double spareGaussian = Double.NaN;

  RandomStream(long s0, long s1, long s2, long s3) {
    this.s0 = s0;
    this.s1 = s1;
    this.s2 = s2;
    this.s3 = s3;
  }

  /** The stream of this seed and name. */
  public static RandomStream of(long seed, String name) {
    byte[] digest = digest(seed, name);
    return new RandomStream(
        bigEndian(digest, 0), bigEndian(digest, 8), bigEndian(digest, 16), bigEndian(digest, 24));
  }

  private static byte[] digest(long seed, String name) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (int shift = 56; shift >= 0; shift -= 8) {
        sha.update((byte) (seed >>> shift));
      }
      return sha.digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static long bigEndian(byte[] bytes, int offset) {
    long value = 0;
    for (int i = offset; i < offset + 8; i++) {
      value = value << 8 | (bytes[i] & 0xff);
    }
    return value;
  }

  /** 64 random bits. */
  @Override
  public long nextLong() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /**
   * A whole number from 0 to {@code bound - 1}, all equally likely (Lemire 2019).
   *
   * @param bound at least 1
   */
  @Override
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound " + bound + " is below 1");
    }
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xffff_ffffL;
    if (low < bound) {
      long threshold = (1L << 32) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xffff_ffffL;
      }
    }
    return (int) (product >>> 32);
  }

  /** A multiple of 2^-53 in [0, 1), all equally likely. */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * DOUBLE_UNIT;
  }

  /** A number drawn uniformly from [{@code low}, {@code high}). */
  @Override
  public double nextDouble(double low, double high) {
    double value = low + (high - low) * nextDouble();
    return value < high || low == high ? value : Math.nextDown(high);
  }

  /** A draw from the normal distribution with mean 0 and deviation 1 (Marsaglia's polar method). */
  @Override
  public double nextGaussian() {
    if (!Double.isNaN(spareGaussian)) {
      double value = spareGaussian;
      spareGaussian = Double.NaN;
      return value;
    }
    double u;
    double v;
    double square;
    do {
      u = 2 * nextDouble() - 1;
      v = 2 * nextDouble() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square == 0);
    double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
    spareGaussian = v * scale;
    return u * scale;
  }

  /** The numbers 0 to {@code n - 1} in random order (Fisher and Yates). */
  public int[] permutation(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
