package actbench.optim;

/**
 * One step of the Adam family.
 *
 * <p>m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2; update = (a m + b g) / (sqrt(c v) + epsilon).
 * The members of the family differ in the numbers a, b, c of a step only.
 *
 * @param a factor of the mean gradient
 * @param b factor of the gradient
 * @param c factor of the mean square
 * @param kind what the update is divided by
 */
record Moments(double beta1, double beta2, double a, double b, double c, double epsilon, Kind kind)
    implements UpdateRule.Kernel {
  private enum Kind {
    SQUARE,
    /** The greatest mean square so far: AMSGrad. */
    GREATEST,
    /** Nothing: the first steps of RAdam. */
    ONE
  }

  Moments(double beta1, double beta2, double a, double b, double c, double epsilon) {
    this(beta1, beta2, a, b, c, epsilon, Kind.SQUARE);
  }

  Moments withGreatest() {
    return new Moments(beta1, beta2, a, b, c, epsilon, Kind.GREATEST);
  }

  Moments withoutScaling() {
    return new Moments(beta1, beta2, a, b, c, epsilon, Kind.ONE);
  }

  @Override
  public void apply(float[] g, float[][] state, int n) {
    switch (kind) {
      case SQUARE -> square(g, state[0], state[1], n);
      case GREATEST -> greatest(g, state[0], state[1], state[2], n);
      case ONE -> one(g, state[0], state[1], n);
    }
  }

  @Override
  public void apply(double[] g, double[][] state, int n) {
    switch (kind) {
      case SQUARE -> square(g, state[0], state[1], n);
      case GREATEST -> greatest(g, state[0], state[1], state[2], n);
      case ONE -> one(g, state[0], state[1], n);
    }
  }

  private void square(float[] g, float[] mean, float[] square, int n) {
    float keep1 = (float) beta1;
    float take1 = (float) (1 - beta1);
    float keep2 = (float) beta2;
    float take2 = (float) (1 - beta2);
    float a = (float) this.a;
    float b = (float) this.b;
    float c = (float) this.c;
    float eps = (float) epsilon;
    for (int i = 0; i < n; i++) {
      float gradient = g[i];
      float m = Tiles.normal(keep1 * mean[i] + take1 * gradient);
      float v = Tiles.normal(keep2 * square[i] + take2 * (gradient * gradient));
      mean[i] = m;
      square[i] = v;
      g[i] = (a * m + b * gradient) / ((float) Math.sqrt(c * v) + eps);
    }
  }

  private void square(double[] g, double[] mean, double[] square, int n) {
    double keep1 = beta1;
    double take1 = 1 - beta1;
    double keep2 = beta2;
    double take2 = 1 - beta2;
    double a = this.a;
    double b = this.b;
    double c = this.c;
    double eps = epsilon;
    for (int i = 0; i < n; i++) {
      double gradient = g[i];
      double m = keep1 * mean[i] + take1 * gradient;
      double v = keep2 * square[i] + take2 * (gradient * gradient);
      mean[i] = m;
      square[i] = v;
      g[i] = (a * m + b * gradient) / (Math.sqrt(c * v) + eps);
    }
  }

  private void greatest(float[] g, float[] mean, float[] square, float[] greatest, int n) {
    float keep1 = (float) beta1;
    float take1 = (float) (1 - beta1);
    float keep2 = (float) beta2;
    float take2 = (float) (1 - beta2);
    float a = (float) this.a;
    float c = (float) this.c;
    float eps = (float) epsilon;
    for (int i = 0; i < n; i++) {
      float gradient = g[i];
      float m = Tiles.normal(keep1 * mean[i] + take1 * gradient);
      float v = Tiles.normal(keep2 * square[i] + take2 * (gradient * gradient));
      float x = Math.max(greatest[i], v);
      mean[i] = m;
      square[i] = v;
      greatest[i] = x;
      g[i] = a * m / ((float) Math.sqrt(c * x) + eps);
    }
  }

  private void greatest(double[] g, double[] mean, double[] square, double[] greatest, int n) {
    double keep1 = beta1;
    double take1 = 1 - beta1;
    double keep2 = beta2;
    double take2 = 1 - beta2;
    double a = this.a;
    double c = this.c;
    double eps = epsilon;
    for (int i = 0; i < n; i++) {
      double gradient = g[i];
      double m = keep1 * mean[i] + take1 * gradient;
      double v = keep2 * square[i] + take2 * (gradient * gradient);
      double x = Math.max(greatest[i], v);
      mean[i] = m;
      square[i] = v;
      greatest[i] = x;
      g[i] = a * m / (Math.sqrt(c * x) + eps);
    }
  }

  private void one(float[] g, float[] mean, float[] square, int n) {
    for (int i = 0; i < n; i++) {
      float gradient = g[i];
      float m = Tiles.normal((float) beta1 * mean[i] + (float) (1 - beta1) * gradient);
      square[i] =
          Tiles.normal((float) beta2 * square[i] + (float) (1 - beta2) * (gradient * gradient));
      mean[i] = m;
      g[i] = (float) a * m;
    }
  }

  private void one(double[] g, double[] mean, double[] square, int n) {
    for (int i = 0; i < n; i++) {
      double gradient = g[i];
      double m = beta1 * mean[i] + (1 - beta1) * gradient;
      square[i] = beta2 * square[i] + (1 - beta2) * (gradient * gradient);
      mean[i] = m;
      g[i] = a * m;
    }
  }
}
