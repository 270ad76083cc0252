package actbench.spec;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One value of an axis while a spec is read.
 *
 * @param settings by name, as in a run; empty for a setting that is switched off
 * @param rateAt where an optimizer was given its learning rate; without it, a learning rate among
 *     the settings is the optimizer's default
 */
record Point(Location at, SortedMap<String, Object> settings, Optional<Location> rateAt) {
  static Point off(Location at) {
    return new Point(at, Collections.emptySortedMap(), Optional.empty());
  }

  static Point of(Location at, String key, Object value) {
    return new Point(at, new TreeMap<>(Map.of(key, value)), Optional.empty());
  }

  /** Both together. */
  Point and(Point other) {
    SortedMap<String, Object> union = new TreeMap<>(settings);
    union.putAll(other.settings);
    return new Point(at, union, rateAt.or(other::rateAt));
  }

  /** Without the learning rate. */
  Point withoutRate() {
    SortedMap<String, Object> rest = new TreeMap<>(settings);
    rest.remove(Vocabulary.LEARNING_RATE);
    return new Point(at, rest, Optional.empty());
  }
}
