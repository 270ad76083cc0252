package actbench.claims;

import actbench.result.Row;

/** Whether a row has a setting's published value. */
final class RowMatch {
  /** The published value that stands for any but {@code none}. */
  private static final String ANY = "*";

  private static final String NONE = "none";

  private RowMatch() {}

  /** Whether a row is of a published data set and network. */
  static boolean of(Row row, String dataset, String model) {
    return is(row, "dataset", StudyNames.dataset(dataset))
        && StudyNames.network(model).entrySet().stream()
            .allMatch(each -> is(row, each.getKey(), each.getValue()));
  }

  /**
   * Whether the setting has this value. A name without parameters stands for any, but of an
   * activation; numbers are equal by value; a setting that a row does not have is off.
   */
  static boolean is(Row row, String setting, String wanted) {
    String found = row.settings().getOrDefault(setting, NONE);
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
