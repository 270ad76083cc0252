package actbench.activation.learned;

import actbench.activation.ElementFunction;

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
    float[] aLeft = p[A_LEFT];
    for (int i = 0; i < n; i++) {
      float left = p[T_LEFT][i];
      float right = Math.max(p[T_RIGHT][i], left);
      y[i] =
          Math.min(Math.max(x[i], left), right)
              + aRight[i] * Math.max(x[i] - right, 0)
              + aLeft[i] * Math.min(x[i] - left, 0);
    }
  }

  @Override
  public void backward(
      float[] x, float[] upstream, float[][] p, float[] dx, float[][] dp, int n, float[][] work) {
    for (int i = 0; i < n; i++) {
      float left = p[T_LEFT][i];
      float right = Math.max(p[T_RIGHT][i], left);
      boolean above = x[i] >= right;
      boolean below = !above && x[i] <= left;
      float slope = above ? p[A_RIGHT][i] : below ? p[A_LEFT][i] : 1;
      float threshold = above || below ? upstream[i] * (1 - slope) : 0;
      boolean toRight = above && p[T_RIGHT][i] >= left;
      dx[i] = upstream[i] * slope;
      dp[T_RIGHT][i] = toRight ? threshold : 0;
      dp[T_LEFT][i] = toRight ? 0 : threshold;
      dp[A_RIGHT][i] = upstream[i] * Math.max(x[i] - right, 0);
      dp[A_LEFT][i] = upstream[i] * Math.min(x[i] - left, 0);
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
