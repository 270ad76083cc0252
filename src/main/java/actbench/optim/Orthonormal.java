package actbench.optim;

/** Draws orthonormal vectors. */
final class Orthonormal {
  /**
   * A vector that loses more than half its length is cleaned once more: "twice is enough" (Kahan
   * and Parlett, in B. Parlett, The Symmetric Eigenvalue Problem, section 6.9).
   */
  private static final double LOSS = 0.5;

  private Orthonormal() {}

  /**
   * Normal vectors made orthonormal one after the other (modified Gram-Schmidt).
   *
   * @param count how many vectors, at most {@code length}
   */
  static double[][] draw(RandomStream stream, int count, int length) {
    double[][] vectors = new double[count][length];
    for (int k = 0; k < count; k++) {
      double[] vector = vectors[k];
      boolean independent;
      do {
        for (int i = 0; i < length; i++) {
          vector[i] = stream.nextGaussian();
        }
        independent = clean(vectors, k);
      } while (!independent);
    }
    return vectors;
  }

  /** Removes the parts along the first {@code k} vectors and scales to length 1. */
  private static boolean clean(double[][] vectors, int k) {
    double[] vector = vectors[k];
    double before = Math.sqrt(dot(vector, vector));
    for (int attempt = 0; attempt < 3; attempt++) {
      for (int j = 0; j < k; j++) {
        subtract(vector, vectors[j], dot(vector, vectors[j]));
      }
      double after = Math.sqrt(dot(vector, vector));
      if (after > LOSS * before) {
        for (int i = 0; i < vector.length; i++) {
          vector[i] /= after;
        }
        return true;
      }
      before = after;
    }
    return false;
  }

  private static void subtract(double[] vector, double[] direction, double amount) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] -= amount * direction[i];
    }
  }

  // Four sums hide the latency of the additions; the order of summation is fixed, so repeatable.
  private static double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + (s2 + s3);
  }
}
