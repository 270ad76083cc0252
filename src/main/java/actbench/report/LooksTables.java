package actbench.report;

import actbench.compare.Comparison;
import actbench.compare.Look;
import actbench.compare.Look.Pair;
import actbench.compare.statistics.Interval;
import actbench.report.Table.Entry;
import java.util.ArrayList;
import java.util.List;

/** What the looks of a grid whose seeds were added until pairs were decided have found. */
final class LooksTables {
  private final Comparison comparison;
  private final Figures figures;

  LooksTables(Comparison comparison) {
    this.comparison = comparison;
    this.figures = new Figures(comparison.question().metric());
  }

  /** A line a pair, as it stands after the last look. */
  Table verdicts() {
    List<List<Entry>> rows = new ArrayList<>();
    for (Pair pair : last().pairs()) {
      Pair seen = leadingFirst(pair);
      rows.add(
          List.of(
              new Entry(words(seen), seen.settledAt() > 0 && seen.state() != Look.State.FUTILE),
              Entry.of(difference(seen))));
    }
    return new Table(
        "Verdicts",
        1,
        List.of("verdict", "difference in " + figures.gainUnit() + " [95 %, all looks and pairs]"),
        rows);
  }

  /** Every look at every pair, with the boundary it was held against. */
  Table looks() {
    List<List<Entry>> rows = new ArrayList<>();
    for (Look look : comparison.looks()) {
      for (Pair pair : look.pairs()) {
        // A settled pair is not looked at again.
        if (pair.settledAt() == 0 || pair.settledAt() == look.number()) {
          rows.add(
              List.of(
                  Entry.of(pair.first() + " - " + pair.second()),
                  Entry.of(Integer.toString(look.number())),
                  Entry.of(Integer.toString(look.seeds())),
                  Entry.of(difference(pair)),
                  Entry.of(p(pair.p())),
                  Entry.of(p(pair.level())),
                  Entry.of(pair.state().words())));
        }
      }
    }
    return new Table(
        "Looks", 1, List.of("pair", "look", "seeds", "difference", "p", "needed", "then"), rows);
  }

  private Look last() {
    return comparison.looks().get(comparison.looks().size() - 1);
  }

  private static Pair leadingFirst(Pair pair) {
    return switch (pair.state()) {
      case SECOND_BETTER -> pair.reversed();
      case FIRST_BETTER -> pair;
      case EQUIVALENT, FUTILE, OPEN -> pair.gain() < 0 ? pair.reversed() : pair;
    };
  }

  private String words(Pair pair) {
    String both = pair.first() + " and " + pair.second();
    return switch (pair.state()) {
      case FIRST_BETTER, SECOND_BETTER -> pair.first() + " beats " + pair.second() + after(pair);
      case EQUIVALENT ->
          both
              + " are equal within "
              + figures.value(comparison.question().tieBand())
              + " "
              + figures.gainUnit();
      case FUTILE -> both + ": given up" + after(pair) + ", more would hardly tell";
      case OPEN -> both + ": open after " + Figures.count(last().seeds(), "seed");
    };
  }

  private String after(Pair pair) {
    return " after " + Figures.count(comparison.looks().get(pair.settledAt() - 1).seeds(), "seed");
  }

  private String difference(Pair pair) {
    Interval interval = pair.interval();
    return figures.signed(pair.gain())
        + (interval.exists()
            ? " [" + figures.signed(interval.low()) + ", " + figures.signed(interval.high()) + "]"
            : "");
  }

  private static String p(double p) {
    if (Double.isNaN(p)) {
      return Figures.NONE;
    }
    return p < 1e-6 ? "<1e-6" : Figures.fixed(p, 6);
  }
}
