package actbench.report;

import actbench.claims.ClaimCheck;
import actbench.claims.ClaimCheck.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts verdicts, the runs behind them, and what remains of them among so many. */
final class ClaimsSummary {
  /** What a reader asks first comes first. */
  private static final List<Verdict> ORDER =
      List.of(
          Verdict.CONFIRMED,
          Verdict.CONTRADICTED,
          Verdict.TIE_HOLDS,
          Verdict.SAME_WAY,
          Verdict.OTHER_WAY,
          Verdict.NOT_REFUTED);

  private static final double ALPHA = 0.05;

  private final List<ClaimCheck> all;
  private final List<ClaimCheck> touched;

  ClaimsSummary(List<ClaimCheck> all) {
    this.all = all;
    touched = all.stream().filter(check -> check.verdict() != Verdict.NOT_TESTED).toList();
  }

  /** How many verdicts of each kind, by form, and on how many sets of runs they rest. */
  String counts() {
    if (touched.isEmpty()) {
      return "None of the " + all.size() + " published claims is touched by these results.";
    }
    List<String> counts = new ArrayList<>();
    for (Verdict verdict : ORDER) {
      List<ClaimCheck> mine = touched.stream().filter(check -> check.verdict() == verdict).toList();
      if (!mine.isEmpty() || isAlwaysSaid(verdict)) {
        counts.add(words(verdict, mine.size()) + behind(verdict, mine));
      }
    }
    int others = all.size() - touched.size();
    return "These results touch "
        + touched.size()
        + " of "
        + all.size()
        + " published claims with "
        + Figures.count(sets(touched), "set")
        + " of runs: "
        + String.join(", ", counts)
        + (others == 0 ? "." : "; the other " + others + " are not tested.");
  }

  private static boolean isAlwaysSaid(Verdict verdict) {
    return verdict == Verdict.CONFIRMED
        || verdict == Verdict.CONTRADICTED
        || verdict == Verdict.NOT_REFUTED;
  }

  private static String words(Verdict verdict, int count) {
    return count
        + " "
        + switch (verdict) {
          case TIE_HOLDS -> count == 1 ? "tie holds" : "ties hold";
          case SAME_WAY, OTHER_WAY ->
              count == 1 ? verdict.words() : verdict.words().replace("points", "point");
          case CONFIRMED, NOT_REFUTED, CONTRADICTED, NOT_TESTED -> verdict.words();
        };
  }

  /** {@code (4 full, 2 small; 3 sets of runs)}; nothing of what says nothing. */
  private static String behind(Verdict verdict, List<ClaimCheck> checks) {
    if (checks.isEmpty() || verdict == Verdict.NOT_REFUTED) {
      return "";
    }
    return " ("
        + StudyTotals.counts(checks.stream().map(ClaimCheck::form).toList())
        + "; "
        + Figures.count(sets(checks), "set")
        + " of runs)";
  }

  /** What remains after the adjustment, and what chance alone would bring; empty without tests. */
  String adjusted() {
    long tests = tests();
    if (tests == 0) {
      return "";
    }
    long found = touched.stream().filter(check -> check.verdict().isOfDifference()).count();
    List<ClaimCheck> survivors = survivors();
    String held =
        found == 0
            ? "No verdict says that a difference lies beyond chance"
            : Figures.count(found, "verdict")
                + (found == 1 ? " says" : " say")
                + " that a difference lies beyond chance; "
                + (survivors.isEmpty()
                    ? "none survives"
                    : survivors.size()
                        + " of them ("
                        + Figures.count(sets(survivors), "set")
                        + " of runs) survive"
                        + (survivors.size() == 1 ? "s" : ""))
                + " the adjustment for all tests (Benjamini and Hochberg, 5 %)";
    return held
        + ". Of "
        + Figures.count(tests, "distinct test")
        + " chance alone would find a difference in "
        + Figures.fixed(tests * ALPHA, 1)
        + " on average.";
  }

  List<ClaimCheck> survivors() {
    return touched.stream().filter(ClaimCheck::survives).toList();
  }

  /** How many different differences were tested: those of the same runs and metric are one. */
  long tests() {
    return touched.stream()
        .filter(check -> !Double.isNaN(check.p()))
        .map(ClaimCheck::difference)
        .distinct()
        .count();
  }

  private static int sets(List<ClaimCheck> checks) {
    Set<Set<String>> sets = new HashSet<>();
    checks.forEach(check -> sets.add(check.evidence()));
    return sets.size();
  }

  /** A number from 1 on for each set of runs, in the order of the checks. */
  static Map<Set<String>, Integer> numbers(List<ClaimCheck> checks) {
    Map<Set<String>, Integer> numbers = new HashMap<>();
    for (ClaimCheck check : checks) {
      if (!check.runs().isEmpty()) {
        numbers.putIfAbsent(check.evidence(), numbers.size() + 1);
      }
    }
    return numbers;
  }
}
