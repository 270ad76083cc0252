package actbench.claims;

import actbench.result.Row;
import java.util.Map;

/** Whether a row has a setting's published value. */
final class RowMatch {
  /** The published value that stands for any but {@code none}. */
  private static final String ANY = "*";

  static final String NONE = "none";

  private RowMatch() {}

  /** Whether a row is of a published data set or the part of it that ships with the program. */
  static boolean isData(Row row, String dataset) {
    String name = StudyNames.dataset(dataset);
    return is(row, "dataset", name) || is(row, "dataset", name + "-small");
  }

  /** Whether a row is of a published network. */
  static boolean isNetwork(Row row, String model) {
    return StudyNames.network(model).entrySet().stream()
        .allMatch(each -> is(row, each.getKey(), each.getValue()));
  }

  /** Whether a row is of a published function; parameters left out are as they were published. */
  static boolean isFunction(Row row, String published) {
    String found = row.settings().getOrDefault("activation", NONE);
    String name = name(published);
    Map<String, Double> wanted = StudyNames.parameters(name);
    return found.equals(published)
        || (name.equals(name(found)) && isAs(found, wanted) && isAs(published, wanted));
  }

  private static String name(String label) {
    int parameters = label.indexOf('(');
    return parameters < 0 ? label : label.substring(0, parameters);
  }

  /** Whether all parameters that a label names have the published value. */
  private static boolean isAs(String label, Map<String, Double> published) {
    int open = label.indexOf('(');
    if (open < 0) {
      return true;
    }
    for (String part : label.substring(open + 1, label.length() - 1).split(",", -1)) {
      int sign = part.indexOf('=');
      Double value = sign < 0 ? null : published.get(part.substring(0, sign));
      try {
        if (value == null || value != Double.parseDouble(part.substring(sign + 1))) {
          return false;
        }
      } catch (NumberFormatException e) {
        return false;
      }
    }
    return true;
  }

  /** Whether a row has the value of a published sweep. Learning rates were swept with plain SGD. */
  static boolean isSetting(Row row, String setting, String value) {
    return setting.isEmpty()
        || (is(row, setting, value)
            && (!setting.equals("learning_rate") || is(row, "optimizer", "sgd")));
  }

  /** Whether a value stands for nothing done: {@code none}, {@code false} or 0. */
  static boolean isOff(String value) {
    return value.equals(NONE) || value.equals("false") || same("", value, "0");
  }

  /**
   * Whether the setting has this value. A name without parameters stands for any, but of an
   * activation; numbers are equal by value; a setting that a row does not have is off.
   */
  static boolean is(Row row, String setting, String wanted) {
    return same(setting, row.settings().getOrDefault(setting, NONE), wanted);
  }

  /** The same for a value that was found. */
  static boolean same(String setting, String found, String wanted) {
    if (wanted.equals(ANY)) {
      return !found.equals(NONE);
    }
    if (found.equals(wanted)) {
      return true;
    }
    int parameters = found.indexOf('(');
    if (!setting.equals("activation") && parameters > 0) {
      return found.substring(0, parameters).equals(wanted);
    }
    try {
      return Double.parseDouble(found) == Double.parseDouble(wanted);
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
