package actbench.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Softmax and its like over the rows of ND4J arrays: dimension 1 of any array, as in layers. */
final class ArrayRows {
  private ArrayRows() {}

  static void forward(RowFunction function, INDArray x) {
    double[] values = x.dup('c').data().asDouble();
    Rows rows = Rows.of(x);
    double[] row = new double[rows.length];
    for (int start = 0; start < rows.count; start++) {
      rows.get(values, start, row);
      function.forward(row);
      rows.put(row, values, start);
    }
    x.assign(array(values, x));
  }

  static void backward(RowFunction function, INDArray x, INDArray upstream) {
    double[] values = x.dup('c').data().asDouble();
    double[] gradients = upstream.dup('c').data().asDouble();
    Rows rows = Rows.of(x);
    double[] row = new double[rows.length];
    double[] gradient = new double[rows.length];
    for (int start = 0; start < rows.count; start++) {
      rows.get(values, start, row);
      rows.get(gradients, start, gradient);
      function.backward(row, gradient);
      rows.put(row, values, start);
    }
    x.assign(array(values, x));
  }

  /** A new array of the shape and type of another, from values in c order. */
  static INDArray array(double[] values, INDArray like) {
    return Nd4j.createFromArray(values).castTo(like.dataType()).reshape('c', like.shape());
  }

  /**
   * How the rows of a c-ordered array lie in memory: {@code length} elements, {@code step} apart.
   */
  private record Rows(int count, int length, int step) {
    static Rows of(INDArray x) {
      if (x.rank() < 2) {
        return new Rows(1, Math.toIntExact(x.length()), 1);
      }
      int length = Math.toIntExact(x.size(1));
      int outer = Math.toIntExact(x.size(0));
      int step = Math.toIntExact(x.length() / length / outer);
      return new Rows(outer * step, length, step);
    }

    private int start(int row) {
      return row / step * length * step + row % step;
    }

    void get(double[] from, int row, double[] to) {
      for (int i = 0; i < length; i++) {
        to[i] = from[start(row) + i * step];
      }
    }

    void put(double[] from, double[] to, int row) {
      for (int i = 0; i < length; i++) {
        to[start(row) + i * step] = from[i];
      }
    }
  }
}
