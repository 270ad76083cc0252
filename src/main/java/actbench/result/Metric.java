package actbench.result;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A measured quantity and which way it is better.
 *
 * @param name in snake case, as in the files: {@code test_accuracy}
 * @param unit what the numbers count; {@link #PROPORTION} for values in [0, 1], {@link #PERCENT}
 *     for values that are per cent already; empty when it is not known
 */
public record Metric(String name, String unit, Direction direction) {
  public static final String PROPORTION = "proportion";
  public static final String PERCENT = "percent";

  /** Which way a metric is better. */
  public enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER;

    /** The word in the files: {@code lower} or {@code higher}. */
    String word() {
      return this == HIGHER_IS_BETTER ? "higher" : "lower";
    }

    /** The sentence part for reports. */
    public String words() {
      return this == HIGHER_IS_BETTER ? "higher is better" : "lower is better";
    }
  }

  /** The fact of a run that names the metric by which it is judged. */
  static final String PRIMARY = "primary_metric";

  /** The fact of a run that tells which way that metric is better. */
  static final String PRIMARY_DIRECTION = "primary_direction";

  /** The metric of runs that do not say what they are judged by. */
  public static final String USUAL = "test_accuracy";

  private static final Map<String, String> HIGHER =
      Map.ofEntries(
          Map.entry("accuracy", PROPORTION),
          Map.entry("acc", PROPORTION),
          Map.entry("top1", PROPORTION),
          Map.entry("top5", PROPORTION),
          Map.entry("auc", PROPORTION),
          Map.entry("f1", PROPORTION),
          Map.entry("match", PROPORTION),
          Map.entry("dice", PROPORTION),
          Map.entry("iou", PROPORTION),
          Map.entry("ap", PROPORTION),
          Map.entry("ap50", PROPORTION),
          Map.entry("ap75", PROPORTION),
          Map.entry("r2", ""),
          Map.entry("score", ""));
  private static final Map<String, String> LOWER =
      Map.ofEntries(
          Map.entry("loss", ""),
          Map.entry("error", ""),
          Map.entry("perplexity", ""),
          Map.entry("bpc", ""),
          Map.entry("mse", ""),
          Map.entry("mae", ""),
          Map.entry("rmse", ""),
          Map.entry("seconds", "s"),
          Map.entry("millis", "ms"),
          Map.entry("micros", "µs"),
          Map.entry("bytes", "bytes"),
          Map.entry("parameters", "count"));
  private static final Pattern WORDS = Pattern.compile("[_\\-. ]");
  private static final Set<String> MARKS = Set.of("best", "last", "test", "train", "validation");
  private static final List<String> NAMES =
      List.of("images_per_second", "dead_units", "data_wait", "mean_activation", "gradient_norm");

  public Metric {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(direction, "direction");
  }

  /** The metric of this name; unit and direction follow from the words in the name. */
  public static Metric named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith("per_second")) {
      return new Metric(name, "1/s", Direction.HIGHER_IS_BETTER);
    }
    if (lower.contains("dead") || lower.contains("saturated")) {
      return new Metric(name, PROPORTION, Direction.LOWER_IS_BETTER);
    }
    for (String word : words(lower)) {
      if (LOWER.containsKey(word)) {
        return new Metric(name, LOWER.get(word), Direction.LOWER_IS_BETTER);
      }
    }
    for (String word : words(lower)) {
      if (HIGHER.containsKey(word)) {
        return new Metric(name, HIGHER.get(word), Direction.HIGHER_IS_BETTER);
      }
    }
    return new Metric(name, "", Direction.HIGHER_IS_BETTER);
  }

  /** The metric by which a run is judged, as its facts tell; {@link #USUAL} if they do not. */
  public static Metric primary(Map<String, String> facts) {
    Metric named = named(facts.getOrDefault(PRIMARY, USUAL));
    String direction = facts.getOrDefault(PRIMARY_DIRECTION, "");
    return direction.isEmpty()
        ? named
        : named.with(
            named.unit(),
            direction.equals(Direction.LOWER_IS_BETTER.word())
                ? Direction.LOWER_IS_BETTER
                : Direction.HIGHER_IS_BETTER);
  }

  /** What a run's facts tell if it is judged by this metric. */
  public Map<String, String> asPrimary() {
    return Map.of(PRIMARY, name, PRIMARY_DIRECTION, direction.word());
  }

  /** Whether a column of this name looks measured rather than set. */
  static boolean isMeasured(String column) {
    if (NAMES.contains(column)) {
      return true;
    }
    for (String word : words(column)) {
      if (HIGHER.containsKey(word) || LOWER.containsKey(word) || MARKS.contains(word)) {
        return true;
      }
    }
    return column.contains("dead_") || column.contains("saturated_");
  }

  private static List<String> words(String name) {
    return WORDS.splitAsStream(name).toList();
  }

  /** The same metric with the other direction or unit. */
  public Metric with(String newUnit, Direction newDirection) {
    return new Metric(name, newUnit, newDirection);
  }

  /** Whether {@code a} is better than {@code b}. */
  public boolean better(double a, double b) {
    return direction == Direction.HIGHER_IS_BETTER ? a > b : a < b;
  }

  /** The difference {@code a - b}, turned so that a positive one means that {@code a} is better. */
  public double gain(double a, double b) {
    return direction == Direction.HIGHER_IS_BETTER ? a - b : b - a;
  }
}
