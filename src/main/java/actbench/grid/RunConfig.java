package actbench.grid;

import actbench.spec.Choice;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run, resolved: every setting has its value.
 *
 * @param id slug and content hash, for example {@code mnist-depth-net-d15-mish-s1-3f9a52c1}
 * @param settings value by setting name in kebab case ({@code batch-size}); {@code Long}, {@code
 *     Double}, {@code Boolean}, {@code String} or {@link Choice}; sorted, unmodifiable. A setting
 *     the model does not have is absent. The seed is not among them.
 * @param seed the root seed of the run's random streams, at least 1
 */
public record RunConfig(String id, SortedMap<String, Object> settings, long seed) {
  public RunConfig {
    Objects.requireNonNull(id, "id");
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    if (seed < 1) {
      throw new IllegalArgumentException("seed " + seed + " is below 1");
    }
  }

  /** Whether the run has this setting. */
  public boolean has(String setting) {
    return settings.containsKey(setting);
  }

  /**
   * A setting that is a catalogue name with parameters: {@code dataset}, {@code model}, {@code
   * optimizer}, ...
   */
  public Choice choice(String setting) {
    return (Choice) value(setting);
  }

  /** A whole number: {@code depth}, {@code batch-size}, {@code epochs}, ... */
  public int integer(String setting) {
    return Math.toIntExact((Long) value(setting));
  }

  /** A number: {@code dropout}, ... */
  public double number(String setting) {
    return ((Number) value(setting)).doubleValue();
  }

  /** A switch: {@code batch-norm}, ... */
  public boolean flag(String setting) {
    return (Boolean) value(setting);
  }

  /** The text shown to people and written to CSV; {@code none} if the run lacks the setting. */
  public String label(String setting) {
    Object value = settings.getOrDefault(setting, "none");
    return value instanceof Choice choice ? choice.label() : value.toString();
  }

  private Object value(String setting) {
    Object value = settings.get(setting);
    if (value == null) {
      throw new IllegalArgumentException("run " + id + " has no setting '" + setting + "'");
    }
    return value;
  }
}
