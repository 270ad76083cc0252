package actbench.report;

import actbench.compare.Comparison;
import actbench.compare.Duel;
import actbench.compare.PairTest;
import actbench.compare.PairTest.Basis;
import actbench.compare.Verdict;
import actbench.compare.statistics.Interval;
import java.util.ArrayList;
import java.util.List;

/** Says in plain words what may be concluded of each pair, and what may not. */
final class Verdicts {
  // More would be no help to anyone who plans runs.
  private static final int SENSIBLE_SEEDS = 1000;

  private final Comparison comparison;
  private final Figures figures;

  Verdicts(Comparison comparison) {
    this.comparison = comparison;
    this.figures = new Figures(comparison.question().metric());
  }

  /** One sentence or two a pair; with a baseline only the pairs that have it. */
  List<String> sentences() {
    String baseline = comparison.question().baseline();
    List<String> sentences = new ArrayList<>();
    for (PairTest test : comparison.tests()) {
      if (baseline.isEmpty() || test.first().equals(baseline) || test.second().equals(baseline)) {
        sentences.add(sentence(leadingFirst(test)));
      }
    }
    return sentences;
  }

  /** Seen from the side that is better, or looks so. */
  static PairTest leadingFirst(PairTest test) {
    boolean behind =
        test.verdict() == Verdict.SECOND_BETTER
            || (test.verdict() == Verdict.UNDECIDED && test.duel().losses() > test.duel().wins());
    return behind ? test.reversed() : test;
  }

  private String sentence(PairTest test) {
    Duel duel = test.duel();
    if (duel.bouts().isEmpty()) {
      return test.first() + " and " + test.second() + " never met in one setting.";
    }
    return switch (test.verdict()) {
      case FIRST_BETTER, SECOND_BETTER ->
          test.first()
              + " beats "
              + test.second()
              + " in "
              + ofSettings(duel)
              + gain(test)
              + "; "
              + p(test)
              + smallness(test)
              + ".";
      case EQUIVALENT ->
          test.first()
              + " and "
              + test.second()
              + " are equal within the tie band of "
              + figures.value(comparison.question().tieBand())
              + " "
              + figures.gainUnit()
              + gain(test)
              + ".";
      case UNDECIDED -> undecided(test);
    };
  }

  private String undecided(PairTest test) {
    Duel duel = test.duel();
    String seen =
        duel.wins() == duel.losses()
            ? "each wins " + duel.wins() + " of " + Figures.count(duel.bouts().size(), "setting")
            : test.first() + " wins " + ofSettings(duel);
    String names = test.first() + " and " + test.second();
    if (test.basis() == Basis.NONE) {
      return "No verdict on " + names + ": " + seen + gain(test) + ". " + tooLittle(duel);
    }
    String start = names + " cannot be told apart: " + seen + gain(test);
    return start + "; " + p(test) + "." + advice(test);
  }

  private static String tooLittle(Duel duel) {
    boolean diverged = !duel.finished();
    return diverged
        ? "Runs diverged, so only 6 settings or more would allow a test."
        : "A test needs 2 seeds in a setting with differing results, or 6 settings.";
  }

  private static String advice(PairTest test) {
    if (test.seedsNeeded() > SENSIBLE_SEEDS) {
      return " The difference is too small for any sensible number of seeds.";
    }
    int needed = moreSeeds(test);
    return needed == 0
        ? ""
        : " "
            + Figures.count(seeds(test), "seed")
            + " cannot separate them here; about "
            + needed
            + " would.";
  }

  /** The seeds a setting that would probably do where these do not; 0 where there is no telling. */
  static int moreSeeds(PairTest test) {
    int needed = test.seedsNeeded();
    return needed <= seeds(test) || needed > SENSIBLE_SEEDS || test.basis() == Basis.SETTINGS
        ? 0
        : needed;
  }

  private static int seeds(PairTest test) {
    return test.duel().bouts().stream().mapToInt(bout -> bout.first().size()).min().orElse(0);
  }

  private static String ofSettings(Duel duel) {
    return duel.wins()
        + " of "
        + Figures.count(duel.bouts().size(), "setting")
        + (duel.ties() > 0 ? " (" + Figures.count(duel.ties(), "tie") + ")" : "");
  }

  private String gain(PairTest test) {
    double gain = test.duel().meanGain();
    if (Double.isNaN(gain)) {
      return "";
    }
    String where = test.duel().finished() ? "" : " where neither diverged";
    return ", " + difference(test) + where;
  }

  /** The estimate of the test that decides, named for what it is, beside the mean of all. */
  private String difference(PairTest test) {
    String estimate =
        figures.signed(test.estimate()) + " " + figures.gainUnit() + interval(test.interval());
    if (isTypical(test)) {
      return "typical difference " + estimate + ", mean " + figures.signed(test.duel().meanGain());
    }
    String partly = partly(test);
    return "mean difference "
        + estimate
        + partly
        + (partly.isEmpty() ? "" : ", the others have 1 seed");
  }

  /** Whether the estimate is that of Hodges and Lehmann and not a mean. */
  static boolean isTypical(PairTest test) {
    return test.basis() == Basis.SETTINGS && test.estimate() != test.duel().meanGain();
  }

  /** Of which settings the estimate is, if not of all. */
  static String partly(PairTest test) {
    return test.basis() == Basis.SEEDS && !test.seedsEverywhere()
        ? " over "
            + test.seedSettings()
            + " of "
            + Figures.count(test.duel().bouts().size(), "setting")
        : "";
  }

  private String interval(Interval interval) {
    return interval.exists()
        ? " [" + figures.signed(interval.low()) + ", " + figures.signed(interval.high()) + "]"
        : "";
  }

  private String p(PairTest test) {
    return "adjusted p "
        + pValue(test.adjustedP())
        + " over "
        + (test.basis() == Basis.SETTINGS
            ? "settings"
            : test.pairedSeeds() ? "paired seeds" : "seeds");
  }

  private String smallness(PairTest test) {
    double band = comparison.question().tieBand();
    return band > 0 && test.interval().exists() && test.interval().within(band)
        ? ", yet " + (isTypical(test) ? "typically " : "") + "by less than the tie band"
        : "";
  }

  /** {@code = 0.031}, {@code < 0.0001}. */
  static String pValue(double p) {
    if (Double.isNaN(p)) {
      return "unknown";
    } else if (p < 1e-4) {
      return "< 0.0001";
    }
    return "= " + Figures.fixed(p, p < 0.01 ? 4 : p < 0.1 ? 3 : 2);
  }
}
