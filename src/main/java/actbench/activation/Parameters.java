package actbench.activation;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values by parameter name, complete.
 *
 * @param values sorted, unmodifiable
 */
record Parameters(SortedMap<String, Double> values) {
  Parameters {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** The value of a parameter the function is known to have. */
  double get(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no parameter '" + name + "' in " + values);
    }
    return value;
  }

  /** The same parameters with one value replaced. */
  Parameters with(String name, double value) {
    get(name);
    TreeMap<String, Double> changed = new TreeMap<>(values);
    changed.put(name, value);
    return new Parameters(changed);
  }
}
