package actbench.cli;

import actbench.report.JsonText;
import java.util.Locale;

/** How a command on activations writes what it tells. */
enum ActivationFormat {
  TEXT,
  MD,
  JSON;

  /** The word on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A table in this format, or a list of objects in JSON. */
  String write(TextTable table, Object objects) {
    return switch (this) {
      case TEXT -> table.text();
      case MD -> table.markdown();
      case JSON -> JsonText.of(objects);
    };
  }
}
