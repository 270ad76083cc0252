package actbench.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a spec may have watched beside the training. It is an observation: it changes neither a run
 * nor its id.
 */
public enum Measure {
  DEAD_UNITS,
  SATURATION,
  MEAN_ACTIVATION,
  GRADIENT_NORM;

  /** As in a spec: {@code dead-units}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words of all. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Measure::word).toList();
  }

  /**
   * The measure of this word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Measure of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing is measured by '" + word + "'"));
  }
}
