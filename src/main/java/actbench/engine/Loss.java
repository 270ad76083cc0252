package actbench.engine;

import java.util.Arrays;

/**
 * An output function and a loss that belong together, computed from the logits in one go.
 *
 * <p>Formulas are for one example with logits z, outputs p and targets t; targets may be soft.
 */
public enum Loss {
  /** p = softmax(z); loss -sum t ln p. */
  SOFTMAX_CROSS_ENTROPY {
    @Override
    void output(double[] z, int from, int to) {
      double top = Double.NEGATIVE_INFINITY;
      for (int i = from; i < to; i++) {
        top = Math.max(top, z[i]);
      }
      double sum = 0;
      for (int i = from; i < to; i++) {
        z[i] = Math.exp(z[i] - top);
        sum += z[i];
      }
      for (int i = from; i < to; i++) {
        z[i] /= sum;
      }
    }

    @Override
    double lossAndGradient(double[] z, double[] t, int from, int to) {
      double top = Double.NEGATIVE_INFINITY;
      double weight = 0;
      for (int i = from; i < to; i++) {
        top = Math.max(top, z[i]);
        weight += t[i];
      }
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += Math.exp(z[i] - top);
      }
      double logSum = top + Math.log(sum);
      double loss = 0;
      for (int i = from; i < to; i++) {
        double logOutput = z[i] - logSum;
        if (t[i] != 0) {
          loss -= t[i] * logOutput;
        }
        z[i] = weight * Math.exp(logOutput) - t[i];
      }
      return loss;
    }
  },

  /** p = 1 / (1 + e^-z); loss -(t ln p + (1 - t) ln(1 - p)), mean over the outputs. */
  SIGMOID_BINARY_CROSS_ENTROPY {
    @Override
    void output(double[] z, int from, int to) {
      for (int i = from; i < to; i++) {
        z[i] = sigmoid(z[i]);
      }
    }

    @Override
    double lossAndGradient(double[] z, double[] t, int from, int to) {
      int outputs = to - from;
      double loss = 0;
      for (int i = from; i < to; i++) {
        // max(z, 0) - t z + ln(1 + e^-|z|) is the same and overflows nowhere.
        loss += Math.max(z[i], 0) - t[i] * z[i] + Math.log1p(Math.exp(-Math.abs(z[i])));
        z[i] = (sigmoid(z[i]) - t[i]) / outputs;
      }
      return loss / outputs;
    }
  },

  /** p = z; loss (p - t)^2, mean over the outputs. */
  MEAN_SQUARED_ERROR {
    @Override
    void output(double[] z, int from, int to) {}

    @Override
    double lossAndGradient(double[] z, double[] t, int from, int to) {
      int outputs = to - from;
      double loss = 0;
      for (int i = from; i < to; i++) {
        double error = z[i] - t[i];
        loss += error * error;
        z[i] = 2 * error / outputs;
      }
      return loss / outputs;
    }
  },

  /** p = 1 / (1 + e^-z); loss (p - t)^2, mean over the outputs. */
  SIGMOID_MEAN_SQUARED_ERROR {
    @Override
    void output(double[] z, int from, int to) {
      SIGMOID_BINARY_CROSS_ENTROPY.output(z, from, to);
    }

    @Override
    double lossAndGradient(double[] z, double[] t, int from, int to) {
      int outputs = to - from;
      double loss = 0;
      for (int i = from; i < to; i++) {
        double p = sigmoid(z[i]);
        double error = p - t[i];
        loss += error * error;
        z[i] = 2 * error * p * (1 - p) / outputs;
      }
      return loss / outputs;
    }
  },

  /** p = z; loss |p - t|, mean over the outputs; its slope at p = t is taken to be 0. */
  MEAN_ABSOLUTE_ERROR {
    @Override
    void output(double[] z, int from, int to) {}

    @Override
    double lossAndGradient(double[] z, double[] t, int from, int to) {
      int outputs = to - from;
      double loss = 0;
      for (int i = from; i < to; i++) {
        double error = z[i] - t[i];
        loss += Math.abs(error);
        z[i] = Math.signum(error) / outputs;
      }
      return loss / outputs;
    }
  },

  /**
   * p = z; loss (p - t)^2 / 2 where |p - t| is at most 1, else |p - t| - 1/2, mean over the outputs
   * (Huber 1964, with the bend at 1 as by default in Keras and PyTorch).
   */
  HUBER {
    @Override
    void output(double[] z, int from, int to) {}

    @Override
    double lossAndGradient(double[] z, double[] t, int from, int to) {
      int outputs = to - from;
      double loss = 0;
      for (int i = from; i < to; i++) {
        double error = z[i] - t[i];
        double size = Math.abs(error);
        loss += size <= 1 ? error * error / 2 : size - 0.5;
        z[i] = (size <= 1 ? error : Math.signum(error)) / outputs;
      }
      return loss / outputs;
    }
  },

  /**
   * p = z, the lengths of capsules; loss sum of t max(0, 0.9 - p)^2 + 0.5 (1 - t) max(0, p - 0.1)^2
   * (Sabour et al. 2017).
   */
  MARGIN {
    @Override
    void output(double[] z, int from, int to) {}

    @Override
    double lossAndGradient(double[] z, double[] t, int from, int to) {
      double loss = 0;
      for (int i = from; i < to; i++) {
        double missing = Math.max(0, 0.9 - z[i]);
        double excess = Math.max(0, z[i] - 0.1);
        loss += t[i] * missing * missing + 0.5 * (1 - t[i]) * excess * excess;
        z[i] = -2 * t[i] * missing + (1 - t[i]) * excess;
      }
      return loss;
    }
  },

  /**
   * p = 1 / (1 + e^-z); mean binary cross-entropy plus 1 - (2 I + 1) / (S + 1), where I is the sum
   * of t p and S that of t + p, all over the whole batch, as in TensorFlow's segmentation example.
   */
  CROSS_ENTROPY_AND_DICE {
    @Override
    boolean wholeBatch() {
      return true;
    }

    @Override
    void output(double[] z, int from, int to) {
      SIGMOID_BINARY_CROSS_ENTROPY.output(z, from, to);
    }

    @Override
    double lossAndGradient(double[] z, double[] t, int from, int to) {
      double both = 1;
      double either = 1;
      for (int i = from; i < to; i++) {
        double p = sigmoid(z[i]);
        both += 2 * t[i] * p;
        either += t[i] + p;
      }
      double[] outputs = Arrays.copyOfRange(z, from, to);
      double loss = SIGMOID_BINARY_CROSS_ENTROPY.lossAndGradient(z, t, from, to);
      for (int i = from; i < to; i++) {
        double p = sigmoid(outputs[i - from]);
        double slope = (2 * t[i] * either - both) / (either * either);
        z[i] -= slope * p * (1 - p);
      }
      return loss + 1 - both / either;
    }
  };

  private static double sigmoid(double z) {
    double e = Math.exp(-Math.abs(z));
    return z >= 0 ? 1 / (1 + e) : e / (1 + e);
  }

  /**
   * How much of what its targets name an example's logits do: of one class all or nothing, of
   * labels their share; 0 where the targets are numbers.
   */
  double right(double[] z, double[] t, int from, int to) {
    return switch (this) {
      case SOFTMAX_CROSS_ENTROPY, MARGIN -> largest(z, from, to) == largest(t, from, to) ? 1 : 0;
      case SIGMOID_BINARY_CROSS_ENTROPY, SIGMOID_MEAN_SQUARED_ERROR, CROSS_ENTROPY_AND_DICE -> {
        int right = 0;
        for (int i = from; i < to; i++) {
          right += (z[i] > 0) == (t[i] > 0.5) ? 1 : 0;
        }
        yield (double) right / (to - from);
      }
      case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> 0;
    };
  }

  private static int largest(double[] values, int from, int to) {
    int best = from;
    for (int i = from + 1; i < to; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Whether the loss is one of all examples together, each of which then counts as having it. */
  boolean wholeBatch() {
    return false;
  }

  /** Replaces an example's logits, {@code from <= i < to}, by its outputs. */
  abstract void output(double[] z, int from, int to);

  /** Replaces an example's logits by the gradient of its loss, and returns that loss. */
  abstract double lossAndGradient(double[] z, double[] t, int from, int to);
}
