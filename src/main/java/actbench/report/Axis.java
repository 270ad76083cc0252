package actbench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A linear axis with round ticks.
 *
 * @param low the value at its start
 * @param high the value at its end
 * @param step between two ticks
 */
record Axis(double low, double high, double step) {
  private static final int TICKS = 5;

  /** The axis for some values. */
  static Axis around(double[] values) {
    return of(Arrays.stream(values).min().orElse(0), Arrays.stream(values).max().orElse(1));
  }

  /** The axis for values from least to most, with some air around them. */
  static Axis of(double least, double most) {
    double span = most - least;
    if (!(span > 0)) {
      span = Math.max(1e-6, Math.abs(most) * 0.02);
    }
    double raw = span / TICKS;
    double size = Math.pow(10, Math.floor(Math.log10(raw)));
    double factor = raw / size;
    double step = size * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
    double low = Math.floor(least / step) * step;
    double high = Math.ceil(most / step) * step;
    return high > low ? new Axis(low, high, step) : new Axis(low - step, high + step, step);
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    int count = (int) Math.round((high - low) / step);
    for (int i = 0; i <= count; i++) {
      ticks.add(low + i * step);
    }
    return ticks;
  }

  /** A tick's text, with just the decimals that the step needs. */
  String label(double tick) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    String text = Figures.fixed(tick, Math.min(decimals, 8));
    return text.equals("-0") ? "0" : text;
  }

  /** Where a value lies between start and end, from 0 to 1. */
  double at(double value) {
    return high > low ? (value - low) / (high - low) : 0.5;
  }
}
