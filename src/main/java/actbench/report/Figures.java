package actbench.report;

import actbench.result.Metric;
import java.util.Locale;

/** Rounds and words numbers for people; {@code Locale.ROOT} throughout. */
final class Figures {
  /** What stands for a number that does not exist. */
  static final String NONE = "-";

  private final Metric metric;

  Figures(Metric metric) {
    this.metric = metric;
  }

  /** A value of the metric: two decimals of a per cent, else four significant digits. */
  String value(double value) {
    return isShare() ? fixed(value * scale(), 2) : significant(value);
  }

  /** A difference of the metric, with its sign. */
  String signed(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    String text = value(value);
    // A minus in front of nothing but zeros says less than nothing.
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? text.replace("-", "") : value > 0 ? "+" + text : text;
  }

  /** Mean and standard deviation: {@code 97.21 ± 0.13}, or the mean alone. */
  String spread(double mean, double deviation) {
    if (Double.isNaN(deviation)) {
      return value(mean);
    }
    String text = value(mean);
    int point = text.indexOf('.');
    // As many decimals as the mean has; more would be noise about noise.
    boolean plain = point >= 0 && text.indexOf('e') < 0;
    return text
        + " ± "
        + (plain ? fixed(deviation * scale(), text.length() - point - 1) : value(deviation));
  }

  /** What the numbers count, for a heading: {@code %}. */
  String unit() {
    return isShare() ? "%" : metric.unit();
  }

  /** What differences count: percentage points. */
  String gainUnit() {
    return isShare() ? "points" : metric.unit().isEmpty() ? metric.name() : metric.unit();
  }

  private boolean isShare() {
    return metric.unit().equals(Metric.PROPORTION) || metric.unit().equals(Metric.PERCENT);
  }

  /** What a value is multiplied by before it is shown. */
  double scale() {
    return metric.unit().equals(Metric.PROPORTION) ? 100 : 1;
  }

  /** A fixed number of decimals. */
  static String fixed(double value, int decimals) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : NONE;
  }

  private static String significant(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    if (value == Math.rint(value) && Math.abs(value) >= 1000 && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    double size = Math.abs(value);
    if (size == 0) {
      return "0.000";
    }
    if (size >= 1e6 || size < 1e-4) {
      return String.format(Locale.ROOT, "%.3e", value);
    }
    int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A number of wins, whole or with the shares of ties: {@code 5}, {@code 2.5}, {@code 1.33}. */
  static String wins(double wins) {
    if (wins == Math.rint(wins)) {
      return Long.toString((long) wins);
    }
    String text = fixed(wins, 2);
    return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
  }

  /** {@code 1 setting}, {@code 2 settings}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
