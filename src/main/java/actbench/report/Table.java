package actbench.report;

import java.util.List;
import java.util.Objects;

/**
 * A table of texts.
 *
 * @param caption what it shows, in a phrase
 * @param labels how many columns at the left are labels: they are flush left and repeated when a
 *     wide table is broken; the others are numbers and flush right
 * @param header one text a column
 * @param rows cells, as many as there are columns
 */
record Table(String caption, int labels, List<String> header, List<List<Entry>> rows) {
  /** A cell; strong ones are what the eye should find first. */
  record Entry(String text, boolean strong) {
    Entry {
      Objects.requireNonNull(text, "text");
    }

    static Entry of(String text) {
      return new Entry(text, false);
    }

    static Entry strong(String text) {
      return new Entry(text, true);
    }
  }

  Table {
    Objects.requireNonNull(caption, "caption");
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Entry> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "a row of " + row.size() + " cells under a header of " + header.size());
      }
    }
  }
}
