package actbench.engine;

import java.util.Arrays;

/** The routing of one example; votes are voter by voter, capsule by capsule. */
final class Routing {
  private static final double SQUASH = 0.5;
  private static final double EPSILON = 1e-7;

  private final int capsules;
  private final int dimension;
  private final int iterations;
  private final int voters;
  private final double[] votes;
  private final int start;

  /** By iteration: shares by voter and capsule, sums and squashed sums by capsule and number. */
  private final double[][] shares;

  private final double[][] sums;
  private final double[][] squashed;

  Routing(CapsuleRouting.Settings sizes, int voters, double[] votes, int start) {
    capsules = sizes.capsules();
    dimension = sizes.dimension();
    iterations = sizes.iterations();
    this.voters = voters;
    this.votes = votes;
    this.start = start;
    shares = new double[iterations][voters * capsules];
    sums = new double[iterations][capsules * dimension];
    squashed = new double[iterations][capsules * dimension];
  }

  /** Writes the length of each capsule. */
  void forward(double[] lengths, int at) {
    for (int round = 0; round < iterations; round++) {
      double[] share = shares[round];
      if (round > 0) {
        agree(squashed[round - 1], share);
      }
      for (int voter = 0; voter < voters; voter++) {
        Loss.SOFTMAX_CROSS_ENTROPY.output(share, voter * capsules, (voter + 1) * capsules);
      }
      gather(share, sums[round]);
      for (int capsule = 0; capsule < capsules; capsule++) {
        squash(sums[round], squashed[round], capsule * dimension);
      }
    }
    for (int capsule = 0; capsule < capsules; capsule++) {
      lengths[at + capsule] = length(squashed[iterations - 1], capsule * dimension);
    }
  }

  /** Adds the gradient with respect to the votes, given that of the lengths. */
  void backward(double[] upstream, int at, double[] gradient) {
    double[] up = new double[capsules * dimension];
    double[] last = squashed[iterations - 1];
    for (int capsule = 0; capsule < capsules; capsule++) {
      double length = length(last, capsule * dimension);
      for (int i = capsule * dimension; i < (capsule + 1) * dimension; i++) {
        up[i] = length == 0 ? 0 : upstream[at + capsule] * last[i] / length;
      }
    }
    double[] change = new double[voters * capsules];
    for (int round = iterations - 1; round >= 0; round--) {
      for (int capsule = 0; capsule < capsules; capsule++) {
        unsquash(sums[round], up, capsule * dimension);
      }
      scatter(shares[round], up, gradient);
      if (round > 0) {
        agree(up, change);
        unsoftmax(shares[round], change);
        // From here on up is the gradient of the squashed sums of the round before.
        scatter(change, squashed[round - 1], gradient);
        gather(change, up);
      }
    }
  }

  /** The product of each vote with its capsule. */
  private void agree(double[] vectors, double[] products) {
    int vote = start;
    for (int place = 0; place < products.length; place++) {
      int vector = place % capsules * dimension;
      double sum = 0;
      for (int i = 0; i < dimension; i++) {
        sum += vectors[vector + i] * votes[vote++];
      }
      products[place] = sum;
    }
  }

  /** The sum of all votes of each capsule, each times its weight. */
  private void gather(double[] weights, double[] vectors) {
    Arrays.fill(vectors, 0);
    int vote = start;
    for (int place = 0; place < weights.length; place++) {
      int vector = place % capsules * dimension;
      for (int i = 0; i < dimension; i++) {
        vectors[vector + i] += weights[place] * votes[vote++];
      }
    }
  }

  /** Adds each capsule's vector, times the weight, to the gradient of each of its votes. */
  private void scatter(double[] weights, double[] vectors, double[] gradient) {
    int vote = start;
    for (int place = 0; place < weights.length; place++) {
      int vector = place % capsules * dimension;
      for (int i = 0; i < dimension; i++) {
        gradient[vote++] += weights[place] * vectors[vector + i];
      }
    }
  }

  private void unsoftmax(double[] share, double[] change) {
    for (int from = 0; from < share.length; from += capsules) {
      double mean = 0;
      for (int i = from; i < from + capsules; i++) {
        mean += share[i] * change[i];
      }
      for (int i = from; i < from + capsules; i++) {
        change[i] = share[i] * (change[i] - mean);
      }
    }
  }

  private double square(double[] vectors, int from) {
    double sum = 0;
    for (int i = from; i < from + dimension; i++) {
      sum += vectors[i] * vectors[i];
    }
    return sum;
  }

  private double length(double[] vectors, int from) {
    return Math.sqrt(square(vectors, from));
  }

  private void squash(double[] sum, double[] result, int from) {
    double q = square(sum, from) + EPSILON;
    double scale = Math.sqrt(q) / (SQUASH + q);
    for (int i = from; i < from + dimension; i++) {
      result[i] = scale * sum[i];
    }
  }

  /** Replaces the gradient of a squashed vector by that of the vector. */
  private void unsquash(double[] sum, double[] up, int from) {
    double q = square(sum, from) + EPSILON;
    double root = Math.sqrt(q);
    double scale = root / (SQUASH + q);
    double slope = ((SQUASH + q) / (2 * root) - root) / ((SQUASH + q) * (SQUASH + q));
    double along = 0;
    for (int i = from; i < from + dimension; i++) {
      along += up[i] * sum[i];
    }
    for (int i = from; i < from + dimension; i++) {
      up[i] = scale * up[i] + 2 * slope * along * sum[i];
    }
  }
}
