package actbench.activation.formula;

/** An operation over stretches of floats, for JVMs without vectors. */
final class TileOperation {
  private TileOperation() {}

  /**
   * Computes {@code length} results. Functions are computed in double, one by one; the loops for
   * arithmetic are such that the compiler makes vector code of them by itself.
   */
  static void run(Operation operation, float[] a, float[] b, float[] c, float[] out, int length) {
    switch (operation) {
      case ADD -> add(a, b, out, length);
      case SUBTRACT -> subtract(a, b, out, length);
      case MULTIPLY -> multiply(a, b, out, length);
      case DIVIDE -> divide(a, b, out, length);
      case CHAIN -> chain(a, b, out, length);
      default -> function(operation, a, b, c, out, length);
    }
  }

  private static void function(
      Operation operation, float[] a, float[] b, float[] c, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] =
          (float)
              (b == null
                  ? operation.apply(a[i])
                  : c == null ? operation.apply(a[i], b[i]) : operation.apply(a[i], b[i], c[i]));
    }
  }

  private static void add(float[] a, float[] b, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = a[i] + b[i];
    }
  }

  private static void subtract(float[] a, float[] b, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = a[i] - b[i];
    }
  }

  private static void multiply(float[] a, float[] b, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = a[i] * b[i];
    }
  }

  private static void divide(float[] a, float[] b, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = a[i] / b[i];
    }
  }

  /** The product with the second factor made finite: then 0 times it is 0. */
  private static void chain(float[] a, float[] b, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = a[i] * Math.max(Math.min(b[i], Float.MAX_VALUE), -Float.MAX_VALUE);
    }
  }
}
