package actbench.activation.learned;

import actbench.activation.ElementFunction;
import actbench.activation.UnitStep;

/**
 * S-shaped ReLU (Jin et al. 2016), three lines that meet at two thresholds.
 *
 * <p>An upper threshold that has fallen below the lower one counts as equal to it, so that the
 * function stays continuous; the gradient then goes to the lower one.
 */
final class LearnedSRelu extends LearnedFunction {
  private static final int T_RIGHT = 0;
  private static final int A_RIGHT = 1;
  private static final int T_LEFT = 2;
  private static final int A_LEFT = 3;

  LearnedSRelu(ElementFunction start) {
    super(start);
  }

  @Override
  public void forward(float[] x, float[][] p, float[] y, int n, float[][] work) {
    float[] aRight = p[A_RIGHT];
    float[] tLeft = p[T_LEFT];
    float[] tRight = p[T_RIGHT];
    float[] aLeft = p[A_LEFT];
    for (int i = 0; i < n; i++) {
      y[i] = Math.min(Math.max(x[i], tLeft[i]), Math.max(tRight[i], tLeft[i]));
    }
    for (int i = 0; i < n; i++) {
      y[i] += aRight[i] * Math.max(x[i] - Math.max(tRight[i], tLeft[i]), 0);
    }
    for (int i = 0; i < n; i++) {
      y[i] += aLeft[i] * Math.min(x[i] - tLeft[i], 0);
    }
  }

  /** Each loop writes one array: the compiler turns no more than that into vectors. */
  @Override
  public void backward(
      float[] x, float[] upstream, float[][] p, float[] dx, float[][] dp, int n, float[][] work) {
    float[] slopes = work[0];
    float[] above = work[1];
    slopes(x, p, slopes, above, n);
    for (int i = 0; i < n; i++) {
      dx[i] = upstream[i] * slopes[i];
    }
    float[] tLeft = p[T_LEFT];
    float[] tRight = p[T_RIGHT];
    float[] inTRight = dp[T_RIGHT];
    float[] inTLeft = dp[T_LEFT];
    for (int i = 0; i < n; i++) {
      float toRight = above[i] * (1 - UnitStep.of(tLeft[i] - tRight[i]));
      // In this order a product that is 0 stays 0 under any upstream gradient.
      inTRight[i] = upstream[i] * (toRight * (1 - slopes[i]));
    }
    for (int i = 0; i < n; i++) {
      // Between the thresholds the slope is 1.
      inTLeft[i] = upstream[i] * (1 - slopes[i]) - inTRight[i];
    }
    float[] inARight = dp[A_RIGHT];
    for (int i = 0; i < n; i++) {
      inARight[i] = upstream[i] * Math.max(x[i] - Math.max(tRight[i], tLeft[i]), 0);
    }
    float[] inALeft = dp[A_LEFT];
    for (int i = 0; i < n; i++) {
      inALeft[i] = upstream[i] * Math.min(x[i] - tLeft[i], 0);
    }
  }

  /** Sets each slope, and 1 or 0 for whether the number is at or above the upper threshold. */
  private static void slopes(float[] x, float[][] p, float[] slopes, float[] above, int n) {
    float[] tLeft = p[T_LEFT];
    float[] tRight = p[T_RIGHT];
    float[] aLeft = p[A_LEFT];
    float[] aRight = p[A_RIGHT];
    for (int i = 0; i < n; i++) {
      above[i] = 1 - UnitStep.of(Math.max(tRight[i], tLeft[i]) - x[i]);
    }
    for (int i = 0; i < n; i++) {
      slopes[i] = (1 - UnitStep.of(x[i] - tLeft[i])) * (1 - above[i]);
    }
    for (int i = 0; i < n; i++) {
      // So far 1 at or below the lower threshold.
      slopes[i] = above[i] * aRight[i] + slopes[i] * aLeft[i] + (1 - above[i] - slopes[i]);
    }
  }

  private static double[] inOrder(double[] values) {
    double[] ordered = values.clone();
    ordered[T_RIGHT] = Math.max(values[T_RIGHT], values[T_LEFT]);
    return ordered;
  }

  @Override
  public ElementFunction at(double... values) {
    return super.at(inOrder(values));
  }

  @Override
  public double derivative(int k, double x, double... values) {
    double[] ordered = inOrder(values);
    boolean joined = values[T_RIGHT] < values[T_LEFT];
    if (joined && k == T_RIGHT) {
      return 0;
    }
    double own = super.derivative(k, x, ordered);
    return joined && k == T_LEFT ? own + super.derivative(T_RIGHT, x, ordered) : own;
  }
}
