package actbench.compare;

import actbench.result.EpochRecord;
import actbench.result.Row;
import actbench.result.RunResult;
import actbench.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a metric of one treatment in one setting developed, over seeds.
 *
 * @param setting the setting's label
 * @param treatment whose curve it is
 * @param seeds how many finished runs it is the mean of
 * @param points one an epoch that all its finished runs have, in order
 */
public record Curve(String setting, String treatment, int seeds, List<Point> points) {
  /**
   * An epoch.
   *
   * @param epoch counts from 1
   * @param mean over seeds
   * @param deviation the sample standard deviation over seeds; NaN below two
   */
  public record Point(int epoch, double mean, double deviation) {}

  public Curve {
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(treatment, "treatment");
    points = List.copyOf(points);
  }

  /** The mean over epochs: the area under the curve, per epoch. */
  public double area() {
    return Moments.mean(points.stream().map(Point::mean).toList());
  }

  /**
   * The curves of a comparison's settings, in the order of settings and treatments.
   *
   * @param runs with their epochs; those that did not end well have no curve
   * @param metric an epoch's metric, such as {@code validation_accuracy}
   */
  public static List<Curve> of(List<RunResult> runs, Comparison comparison, String metric) {
    Map<String, SortedMap<Integer, List<Double>>> values = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (RunResult run : runs) {
      if (run.status() == Status.OK) {
        String key = key(Row.of(run), comparison.question());
        counts.merge(key, 1, Integer::sum);
        for (EpochRecord record : run.epochs()) {
          Double value = record.values().get(metric);
          if (value != null && Double.isFinite(value)) {
            values
                .computeIfAbsent(key, each -> new TreeMap<>())
                .computeIfAbsent(record.epoch(), each -> new ArrayList<>())
                .add(value);
          }
        }
      }
    }
    List<Curve> curves = new ArrayList<>();
    for (Setting setting : comparison.settings()) {
      for (String treatment : comparison.treatments()) {
        String key = treatment + setting.values();
        if (values.containsKey(key)) {
          curves.add(
              new Curve(
                  setting.label(),
                  treatment,
                  counts.getOrDefault(key, 0),
                  points(values.get(key), counts.getOrDefault(key, 0))));
        }
      }
    }
    return curves;
  }

  private static String key(Row row, Question question) {
    SortedMap<String, String> block = new TreeMap<>(row.settings());
    String treatment = block.remove(question.treatment());
    block.remove(question.replicate());
    return treatment + block;
  }

  private static List<Point> points(SortedMap<Integer, List<Double>> epochs, int runs) {
    List<Point> points = new ArrayList<>();
    epochs.forEach(
        (epoch, values) -> {
          if (values.size() == runs) {
            double mean = Moments.mean(values);
            points.add(new Point(epoch, mean, Moments.deviation(values, mean)));
          }
        });
    return points;
  }
}
