package actbench.cli;

import java.util.List;
import java.util.Locale;

/** Makes lines that fit the width of a terminal, at the expense of what matters least. */
final class LiveLine {
  private static final String GAP = "  ";
  private static final String CUT = "\u2026";

  /** Of a run's id this much always stays: activation, seed and part of the hash. */
  private static final int LEAST_ID = 13;

  private LiveLine() {}

  /**
   * A run and what is to be said of it.
   *
   * @param facts the most important first; the last ones go where there is no room
   */
  static String of(String lead, String id, List<String> facts, int width) {
    int count = facts.size();
    while (count > 1 && length(lead, Math.min(id.length(), LEAST_ID), facts, count) >= width) {
      count--;
    }
    int room = width - 1 - length(lead, 0, facts, count);
    String tail = count == 0 ? "" : GAP + String.join(GAP, facts.subList(0, count));
    return clip(lead + shorten(id, Math.max(room, LEAST_ID)) + tail, width);
  }

  private static int length(String lead, int id, List<String> facts, int count) {
    return lead.length()
        + id
        + facts.subList(0, count).stream().mapToInt(fact -> GAP.length() + fact.length()).sum();
  }

  /** The end of an id tells runs of a grid apart; the front is mostly the same for all. */
  private static String shorten(String id, int length) {
    return id.length() <= length ? id : CUT + id.substring(id.length() - length + 1);
  }

  /** One column stays free, since a full line moves the cursor on in some terminals. */
  static String clip(String line, int width) {
    return line.length() < width ? line : line.substring(0, width - 1);
  }

  /** {@code [#####...............]}, or nothing where it would not fit before the text. */
  static String bar(double share, String text, int width) {
    int cells = Math.min(24, width - text.length() - 6);
    if (cells < 10) {
      return "";
    }
    int full = (int) Math.floor(Math.max(0, Math.min(1, share)) * cells);
    return String.format(Locale.ROOT, "[%s%s]  ", "#".repeat(full), ".".repeat(cells - full));
  }
}
