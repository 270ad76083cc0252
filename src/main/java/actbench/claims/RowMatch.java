package actbench.claims;

import java.util.Map;

/** Whether the settings of runs have published values. */
final class RowMatch {
  /** The published value that stands for any but {@code none}. */
  private static final String ANY = "*";

  static final String NONE = "none";

  private RowMatch() {}

  /** Whether runs are of a published data set or the part of it that ships with the program. */
  static boolean isData(Map<String, String> settings, String dataset) {
    String name = StudyNames.dataset(dataset);
    return is(settings, "dataset", name) || is(settings, "dataset", name + "-small");
  }

  /** Whether runs are of a published network. */
  static boolean isNetwork(Map<String, String> settings, String model) {
    return StudyNames.network(model).entrySet().stream()
        .allMatch(each -> is(settings, each.getKey(), each.getValue()));
  }

  /** Whether a label is of a published function; parameters left out are as published. */
  static boolean isFunction(String found, String published) {
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

  /** Whether runs have the value of a published sweep. Learning rates were swept with plain SGD. */
  static boolean isSetting(Map<String, String> settings, String setting, String value) {
    return setting.isEmpty()
        || (is(settings, setting, value)
            && (!setting.equals("learning_rate") || is(settings, "optimizer", "sgd")));
  }

  /** Whether a value stands for nothing done: {@code none}, {@code false} or 0. */
  static boolean isOff(String value) {
    return value.equals(NONE) || value.equals("false") || same("", value, "0");
  }

  /**
   * Whether the setting has this value. A name without parameters stands for any, but of an
   * activation; numbers are equal by value; a setting that runs do not have is off.
   */
  static boolean is(Map<String, String> settings, String setting, String wanted) {
    return same(setting, settings.getOrDefault(setting, NONE), wanted);
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
    // Most are names, and an exception each would be most of the work.
    if (isName(found) || isName(wanted)) {
      return false;
    }
    try {
      return Double.parseDouble(found) == Double.parseDouble(wanted);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isName(String text) {
    return text.isEmpty() || Character.isLetter(text.charAt(0));
  }
}
