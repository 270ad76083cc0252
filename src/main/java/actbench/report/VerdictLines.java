package actbench.report;

import actbench.compare.Comparison;
import actbench.compare.Duel;
import actbench.compare.PairTest;
import actbench.compare.PairTest.Basis;
import actbench.compare.Verdict;
import actbench.compare.statistics.Interval;
import actbench.report.Table.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One short line a pair, what is decided first; {@link Verdicts} has the sentences. */
final class VerdictLines {
  private static final int PAIRS = 10;

  private final Comparison comparison;
  private final Figures figures;

  VerdictLines(Comparison comparison) {
    this.comparison = comparison;
    this.figures = new Figures(comparison.question().metric());
  }

  List<Block> blocks() {
    String baseline = comparison.question().baseline();
    List<PairTest> tests =
        comparison.tests().stream()
            .filter(test -> !test.duel().bouts().isEmpty())
            .filter(
                test ->
                    baseline.isEmpty()
                        || test.first().equals(baseline)
                        || test.second().equals(baseline))
            .map(Verdicts::leadingFirst)
            .sorted(Comparator.comparing(test -> test.verdict() == Verdict.UNDECIDED))
            .toList();
    if (tests.isEmpty()) {
      return List.of();
    } else if (tests.stream().allMatch(test -> test.basis() == Basis.NONE)) {
      return List.of(
          new Block.Paragraph(
              "No verdict on any pair: that takes 2 seeds in a setting with differing results, or 6"
                  + " settings."));
    }
    List<List<Entry>> rows = new ArrayList<>();
    for (PairTest test : tests.subList(0, Math.min(PAIRS, tests.size()))) {
      rows.add(
          List.of(
              new Entry(words(test), test.verdict() != Verdict.UNDECIDED),
              Entry.of(difference(test))));
    }
    if (tests.size() > PAIRS) {
      rows.add(
          List.of(
              Entry.of("and " + Figures.count(tests.size() - PAIRS, "more pair")), Entry.of("")));
    }
    return List.of(
        new Block.Grid(
            new Table(
                "Verdicts",
                1,
                List.of("verdict", "difference in " + figures.gainUnit() + " [95 %]"),
                rows)));
  }

  private String words(PairTest test) {
    String pair = test.first() + " and " + test.second();
    return switch (test.verdict()) {
      case FIRST_BETTER, SECOND_BETTER ->
          test.first() + " beats " + test.second() + score(test.duel());
      case EQUIVALENT ->
          pair
              + " are equal within "
              + figures.value(comparison.question().tieBand())
              + " "
              + figures.gainUnit();
      case UNDECIDED ->
          test.basis() == Basis.NONE ? pair + ": too little data" : pair + ": open" + advice(test);
    };
  }

  private static String score(Duel duel) {
    return duel.bouts().size() == 1
        ? ""
        : " in " + duel.wins() + " of " + duel.bouts().size() + " settings";
  }

  private String difference(PairTest test) {
    Interval interval = test.interval();
    return figures.signed(test.estimate())
        + (interval.exists()
            ? " [" + figures.signed(interval.low()) + ", " + figures.signed(interval.high()) + "]"
            : "")
        + (Verdicts.isTypical(test)
            ? ", mean " + figures.signed(test.duel().meanGain())
            : Verdicts.partly(test));
  }

  private static String advice(PairTest test) {
    int needed = Verdicts.moreSeeds(test);
    return needed > 0 ? ", about " + Figures.count(needed, "seed") + " would tell" : "";
  }
}
