package actbench.report;

import java.util.ArrayList;
import java.util.List;

/** Leaves out points of a line that nobody can see (Douglas and Peucker 1973). */
final class LineThinning {
  private LineThinning() {}

  /** The points without which the line would move by more than the tolerance. */
  static List<double[]> thin(List<double[]> points, double tolerance) {
    List<double[]> kept = new ArrayList<>();
    kept.add(points.get(0));
    keep(points, 0, points.size() - 1, tolerance, kept);
    return kept;
  }

  private static void keep(
      List<double[]> points, int from, int to, double tolerance, List<double[]> kept) {
    int farthest = -1;
    double distance = tolerance;
    for (int i = from + 1; i < to; i++) {
      double each = distance(points.get(i), points.get(from), points.get(to));
      if (each > distance) {
        distance = each;
        farthest = i;
      }
    }
    if (farthest >= 0) {
      keep(points, from, farthest, tolerance, kept);
      keep(points, farthest, to, tolerance, kept);
    } else {
      kept.add(points.get(to));
    }
  }

  /** From a point to the line through a and b. */
  private static double distance(double[] point, double[] a, double[] b) {
    double dx = b[0] - a[0];
    double dy = b[1] - a[1];
    double length = Math.hypot(dx, dy);
    return length == 0
        ? Math.hypot(point[0] - a[0], point[1] - a[1])
        : Math.abs(dx * (point[1] - a[1]) - dy * (point[0] - a[0])) / length;
  }
}
