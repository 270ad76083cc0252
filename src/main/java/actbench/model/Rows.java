package actbench.model;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Output matrices are small: a row of plain numbers each is quicker than a chain of array
 * operations.
 */
final class Rows {
  private Rows() {}

  static double[][] of(INDArray matrix) {
    return matrix.toDoubleMatrix();
  }

  static INDArray like(INDArray matrix, double[][] rows) {
    return Nd4j.createFromArray(rows).castTo(matrix.dataType());
  }

  static int argMax(double[] row) {
    int best = 0;
    for (int column = 1; column < row.length; column++) {
      if (row[column] > row[best]) {
        best = column;
      }
    }
    return best;
  }
}
