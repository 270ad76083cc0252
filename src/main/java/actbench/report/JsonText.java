package actbench.report;

import tools.jackson.databind.json.JsonMapper;

/** Writes maps and lists as JSON for people and programs. */
public final class JsonText {
  private JsonText() {}

  /** Indented, with a line end at the end, the same on every system. */
  public static String of(Object value) {
    return JsonMapper.builder()
            .build()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(value)
            .replace("\r\n", "\n")
        + "\n";
  }

  /** A number that JSON can hold, or null. */
  public static Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
