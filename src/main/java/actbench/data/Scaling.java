package actbench.data;

import java.util.Arrays;

/**
 * Scales one channel of a picture by a triangle filter as wide as a pixel of the smaller picture:
 * bilinear when it grows, an average of what a pixel covers when it shrinks, as Pillow's {@code
 * BILINEAR}. Sums are in double, so the result is the same on every machine.
 */
final class Scaling {
  private final int width;
  private final int height;
  private final Axis columns;
  private final Axis rows;

  Scaling(int width, int height, int newWidth, int newHeight) {
    this.width = width;
    this.height = height;
    columns = new Axis(width, newWidth);
    rows = new Axis(height, newHeight);
  }

  /** What each new place takes from which old ones. */
  private static final class Axis {
    final int[] first;
    final double[][] weights;

    Axis(int from, int to) {
      first = new int[to];
      weights = new double[to][];
      double scale = (double) from / to;
      double reach = Math.max(1, scale);
      for (int i = 0; i < to; i++) {
        double centre = (i + 0.5) * scale;
        int low = Math.max(0, (int) Math.floor(centre - reach));
        int high = Math.min(from, (int) Math.ceil(centre + reach));
        double[] each = new double[high - low];
        for (int j = low; j < high; j++) {
          each[j - low] = Math.max(0, 1 - Math.abs(j + 0.5 - centre) / reach);
        }
        double sum = Arrays.stream(each).sum();
        for (int j = 0; j < each.length; j++) {
          each[j] /= sum;
        }
        first[i] = low;
        weights[i] = each;
      }
    }
  }

  /** The scaled channel, row by row. */
  float[] apply(float[] values) {
    int newWidth = columns.first.length;
    double[] narrow = new double[height * newWidth];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < newWidth; x++) {
        double sum = 0;
        double[] weights = columns.weights[x];
        int from = y * width + columns.first[x];
        for (int i = 0; i < weights.length; i++) {
          sum += weights[i] * values[from + i];
        }
        narrow[y * newWidth + x] = sum;
      }
    }
    float[] scaled = new float[rows.first.length * newWidth];
    for (int y = 0; y < rows.first.length; y++) {
      double[] weights = rows.weights[y];
      for (int x = 0; x < newWidth; x++) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
          sum += weights[i] * narrow[(rows.first[y] + i) * newWidth + x];
        }
        scaled[y * newWidth + x] = (float) sum;
      }
    }
    return scaled;
  }
}
