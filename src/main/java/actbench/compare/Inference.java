package actbench.compare;

import actbench.compare.PairTest.Basis;
import actbench.compare.statistics.Adjustment;
import actbench.compare.statistics.Bootstrap;
import actbench.compare.statistics.Effect;
import actbench.compare.statistics.HodgesLehmann;
import actbench.compare.statistics.Interval;
import actbench.compare.statistics.Power;
import actbench.compare.statistics.SignTest;
import actbench.compare.statistics.SignedRank;
import actbench.compare.statistics.StudentT;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Draws conclusions from duels. From {@value #ENOUGH_SETTINGS} settings on, Wilcoxon's test over
 * settings decides (below, it cannot reach 5 % at all); with fewer the seeds do.
 */
final class Inference {
  static final int ENOUGH_SETTINGS = 6;
  static final double ALPHA = 0.05;
  private static final double POWER = 0.8;
  private static final double CONFIDENCE = 1 - ALPHA;
  // Scores are decimal numbers: binary noise must not hide ties of their differences.
  private static final double NOISE = 1e9;

  private final Question question;

  private Inference(Question question) {
    this.question = question;
  }

  /** A duel with its tests, before the p-values of all duels are adjusted for each other. */
  private record Draft(Duel duel, Basis basis, SeedTest seeds, SignedRank ranks) {
    double wilcoxonP() {
      return duel.bouts().isEmpty() ? Double.NaN : ranks == null ? 1 : ranks.best().twoSided();
    }

    double seedP() {
      return seeds == null ? Double.NaN : seeds.test().p().twoSided();
    }

    double p() {
      return switch (basis) {
        case SETTINGS -> wilcoxonP();
        case SEEDS -> seedP();
        case NONE -> Double.NaN;
      };
    }

    /** Which side the test leans to: positive for the first. */
    double side() {
      return switch (basis) {
        case SETTINGS -> ranks == null ? 0 : ranks.plus() - ranks.minus();
        case SEEDS -> seeds.test().meanDifference();
        case NONE -> 0;
      };
    }
  }

  /** One test a duel. Seeds are taken as pairs only where the recorded hashes say so. */
  static List<PairTest> of(List<Duel> duels, Question question, Pairing pairing) {
    Inference inference = new Inference(question);
    boolean paired = pairing.answer() == Pairing.Answer.YES;
    List<Draft> drafts = duels.stream().map(duel -> inference.draft(duel, paired)).toList();
    double[] adjusted = Adjustment.HOLM.of(drafts.stream().mapToDouble(Draft::p).toArray());
    List<PairTest> tests = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      tests.add(inference.test(drafts.get(i), adjusted[i], ALPHA / adjusted.length));
    }
    return tests;
  }

  private Draft draft(Duel duel, boolean paired) {
    SeedTest seeds = SeedTest.of(duel, paired, question.overlap());
    Basis basis =
        duel.bouts().size() >= ENOUGH_SETTINGS
            ? Basis.SETTINGS
            : seeds != null && duel.finished() ? Basis.SEEDS : Basis.NONE;
    return new Draft(duel, basis, seeds, ranks(duel));
  }

  /** A setting lost by divergence is lost by more than any other. Null without a difference. */
  private static SignedRank ranks(Duel duel) {
    double[] gains =
        duel.bouts().stream()
            .mapToDouble(
                bout ->
                    Double.isFinite(bout.gain())
                        ? Math.rint(bout.gain() * NOISE) / NOISE
                        : bout.result() * Double.MAX_VALUE)
            .toArray();
    return Arrays.stream(gains).allMatch(gain -> gain == 0)
        ? null
        : SignedRank.of(gains, SignedRank.Zeros.PRATT);
  }

  /** A difference and how far it may be off. */
  private record Size(double estimate, Interval interval) {}

  /** The difference as the test that decides sees it, so that both tell the same. */
  private static Size size(Draft draft, double[] gains) {
    double mean = draft.duel().meanGain();
    return switch (draft.basis()) {
      case SEEDS -> {
        StudentT test = draft.seeds().test();
        yield new Size(test.meanDifference(), test.interval(CONFIDENCE));
      }
      case SETTINGS -> {
        if (gains.length > SignedRank.EXACT_LIMIT) {
          yield new Size(mean, Bootstrap.mean(gains, CONFIDENCE));
        } else if (gains.length < ENOUGH_SETTINGS) {
          yield new Size(mean, Interval.NONE);
        }
        HodgesLehmann found = HodgesLehmann.of(gains, CONFIDENCE);
        yield new Size(found.estimate(), found.interval());
      }
      case NONE -> new Size(mean, Interval.NONE);
    };
  }

  private PairTest test(Draft draft, double adjustedP, double level) {
    Duel duel = draft.duel();
    SeedTest seeds = draft.seeds();
    double[] gains = duel.gains().stream().mapToDouble(Double::doubleValue).toArray();
    Size size = size(draft, gains);
    return new PairTest(
        duel,
        draft.basis(),
        size.estimate(),
        size.interval(),
        draft.p(),
        adjustedP,
        SignTest.of(duel.wins(), duel.losses()).twoSided(),
        draft.wilcoxonP(),
        draft.seedP(),
        seeds == null ? Interval.NONE : seeds.test().interval(CONFIDENCE),
        seeds == null ? 0 : seeds.settings(),
        seeds != null && seeds.paired(),
        gains.length < 2 ? Double.NaN : Effect.dz(gains),
        cliffsDelta(duel),
        Moments.mean(duel.bouts().stream().map(Bout::improvement).toList()),
        seedsNeeded(seeds, level),
        verdict(draft, adjustedP, size.interval(), gains));
  }

  private Verdict verdict(Draft draft, double adjustedP, Interval interval, double[] gains) {
    if (adjustedP < ALPHA && draft.side() != 0) {
      return draft.side() > 0 ? Verdict.FIRST_BETTER : Verdict.SECOND_BETTER;
    }
    boolean small =
        question.tieBand() > 0
            && draft.basis() != Basis.NONE
            && draft.duel().finished()
            && interval.exists()
            && interval.within(question.tieBand())
            // The middle of the differences says nothing of a few large ones; their mean does.
            && (draft.basis() == Basis.SEEDS
                || Bootstrap.mean(gains, CONFIDENCE).within(question.tieBand()));
    return small ? Verdict.EQUIVALENT : Verdict.UNDECIDED;
  }

  private double cliffsDelta(Duel duel) {
    List<Bout> finished =
        duel.bouts().stream().filter(bout -> Double.isFinite(bout.gain())).toList();
    double[] first = finished.stream().mapToDouble(bout -> Moments.mean(bout.first())).toArray();
    double[] second = finished.stream().mapToDouble(bout -> Moments.mean(bout.second())).toArray();
    return finished.isEmpty()
        ? Double.NaN
        : question.metric().gain(Effect.cliffsDelta(first, second), 0);
  }

  private static int seedsNeeded(SeedTest seeds, double level) {
    if (seeds == null || seeds.test().meanDifference() == 0) {
      return 0;
    }
    double deviation = seeds.test().standardError() * Math.sqrt(seeds.seeds());
    int needed = Power.repeats(seeds.test().meanDifference(), deviation, level, POWER);
    return needed == Power.LIMIT ? 0 : needed;
  }
}
