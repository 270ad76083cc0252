package actbench.engine;

import java.util.Arrays;

/** The routing of one example; votes are voter by voter, capsule by capsule. */
final class Routing {
  private final CapsuleRouting.Settings settings;
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

  Routing(CapsuleRouting.Settings settings, int voters, double[] votes, int start) {
    this.settings = settings;
    capsules = settings.capsules();
    dimension = settings.dimension();
    iterations = settings.iterations();
    this.voters = voters;
    this.votes = votes;
    this.start = start;
    shares = new double[iterations][voters * capsules];
    sums = new double[iterations][capsules * dimension];
    squashed = new double[iterations][capsules * dimension];
  }

  /** Finds the vector of each capsule, capsule by capsule, and returns them all. */
  double[] forward() {
    double[] logits = new double[voters * capsules];
    for (int round = 0; round < iterations; round++) {
      double[] share = shares[round];
      if (round > 0) {
        agree(squashed[round - 1], share);
        if (settings.accumulates()) {
          for (int i = 0; i < share.length; i++) {
            share[i] += logits[i];
            logits[i] = share[i];
          }
        }
      }
      for (int voter = 0; voter < voters; voter++) {
        Loss.SOFTMAX_CROSS_ENTROPY.output(share, voter * capsules, (voter + 1) * capsules);
      }
      gather(share, sums[round]);
      for (int from = 0; from < capsules * dimension; from += dimension) {
        settings.squash().forward(sums[round], squashed[round], from, from + dimension);
      }
    }
    return squashed[iterations - 1];
  }

  /**
   * Adds the gradient with respect to the votes.
   *
   * @param up the gradient of the capsules' vectors, which is overwritten
   */
  void backward(double[] up, double[] gradient) {
    double[] change = new double[voters * capsules];
    double[] later = new double[voters * capsules];
    for (int round = iterations - 1; round >= 0; round--) {
      for (int from = 0; from < capsules * dimension; from += dimension) {
        settings.squash().backward(sums[round], up, from, from + dimension);
      }
      scatter(shares[round], up, gradient);
      if (settings.detached()) {
        return;
      }
      if (round > 0) {
        agree(up, change);
        unsoftmax(shares[round], change);
        if (settings.accumulates()) {
          // The logits of this round are part of those of all later ones.
          for (int i = 0; i < change.length; i++) {
            change[i] += later[i];
            later[i] = change[i];
          }
        }
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
}
