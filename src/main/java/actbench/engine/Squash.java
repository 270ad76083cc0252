package actbench.engine;

/**
 * Shortens a vector s to less than 1 and keeps its direction: {@code s sqrt(q) / (offset + q)} with
 * {@code q = |s|^2 + epsilon}.
 *
 * <p>Sabour et al. 2017 have an offset of 1; with 0.5, as in Keras' cifar10_cnn_capsule example,
 * short vectors come out longer.
 */
record Squash(double offset, double epsilon) {
  Squash {
    if (!(offset > 0) || !(epsilon >= 0)) {
      throw new IllegalArgumentException(
          "a squash takes an offset above 0 and no negative epsilon, found "
              + offset
              + ", "
              + epsilon);
    }
  }

  private double square(double[] vector, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += vector[i] * vector[i];
    }
    return sum + epsilon;
  }

  /** Writes the squashed vector {@code from <= i < to}. */
  void forward(double[] vector, double[] result, int from, int to) {
    double q = square(vector, from, to);
    double scale = Math.sqrt(q) / (offset + q);
    for (int i = from; i < to; i++) {
      result[i] = scale * vector[i];
    }
  }

  /** Replaces the gradient of a squashed vector by that of the vector. */
  void backward(double[] vector, double[] gradient, int from, int to) {
    double q = square(vector, from, to);
    double root = Math.sqrt(q);
    double scale = root / (offset + q);
    // Of a vector of zeros without an epsilon the slope has no end, but its product is 0.
    double slope = q == 0 ? 0 : ((offset + q) / (2 * root) - root) / ((offset + q) * (offset + q));
    double along = 0;
    for (int i = from; i < to; i++) {
      along += gradient[i] * vector[i];
    }
    for (int i = from; i < to; i++) {
      gradient[i] = scale * gradient[i] + 2 * slope * along * vector[i];
    }
  }
}
