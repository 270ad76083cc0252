package actbench.compare;

import actbench.compare.Look.Pair;
import actbench.compare.Look.State;
import actbench.compare.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Decides pairs look by look. The error rate is spent over looks by {@link SequentialDesign} and
 * shared over pairs by Holm's steps: a pair that is decided leaves its share to the others, at this
 * look and later ones (group-sequential Holm: Ye, Li, Liu and Yao, Statistics in Medicine 32,
 * 2013). Intervals do not step: each is that of the boundary for all pairs, open or not, so that
 * together they hold at all looks (repeated confidence intervals: Jennison and Turnbull, JRSS B 51,
 * 1989; Bonferroni over pairs). A pair is also given up when its interval lies within the tie band,
 * or when the predictive probability that the last look decides it is below one in ten. Giving up
 * cannot raise the error rate.
 */
final class SequentialRule {
  private static final double HOPE = 0.1;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final SequentialDesign design;
  private final SequentialDesign.Levels levels;
  private final double band;
  private List<Pair> pairs = List.of();
  private int looks;
  private int all;

  /** A rule with levels that were computed before: those of the design. */
  SequentialRule(SequentialDesign design, SequentialDesign.Levels levels, double band) {
    this.design = design;
    this.levels = levels;
    this.band = band;
  }

  /** Takes the next look; readings come in the same order at every look. */
  Look next(List<Reading> readings) {
    List<Pair> now = new ArrayList<>(readings.stream().map(each -> (Pair) null).toList());
    List<Integer> open = new ArrayList<>();
    int rejected = 0;
    all = readings.size();
    for (int i = 0; i < readings.size(); i++) {
      Pair before = looks == 0 ? null : pairs.get(i);
      if (before != null && before.state().settled()) {
        now.set(i, before);
        rejected += isDecided(before.state()) ? 1 : 0;
      } else {
        open.add(i);
      }
    }
    open.sort(Comparator.comparingDouble(i -> readings.get(i).p()));
    int left = all - rejected;
    for (int i : open) {
      Reading reading = readings.get(i);
      double level = levels.at(looks, left);
      if (reading.p() <= level && reading.side() != 0) {
        State state = reading.side() > 0 ? State.FIRST_BETTER : State.SECOND_BETTER;
        now.set(i, pair(reading, level, state));
        left--;
      }
    }
    for (int i : open) {
      if (now.get(i) == null) {
        double level = levels.at(looks, left);
        now.set(i, pair(readings.get(i), level, undecided(readings.get(i), left)));
      }
    }
    pairs = now;
    looks++;
    return new Look(looks, design.looks().get(looks - 1), pairs);
  }

  private static boolean isDecided(State state) {
    return state == State.FIRST_BETTER || state == State.SECOND_BETTER;
  }

  private Pair pair(Reading reading, double level, State state) {
    return new Pair(
        reading.first(),
        reading.second(),
        reading.gain(),
        interval(reading),
        reading.p(),
        level,
        state,
        state.settled() ? looks + 1 : 0);
  }

  private Interval interval(Reading reading) {
    return reading.interval(levels.at(looks, all));
  }

  private State undecided(Reading reading, int hypotheses) {
    Interval interval = interval(reading);
    if (band > 0 && interval.exists() && interval.within(band)) {
      return State.EQUIVALENT;
    }
    boolean last = looks == design.looks().size() - 1;
    return !last && !Double.isNaN(reading.p()) && hope(reading, hypotheses) < HOPE
        ? State.FUTILE
        : State.OPEN;
  }

  /** The probability, given the data and no prior opinion, that the last look settles the pair. */
  private double hope(Reading reading, int hypotheses) {
    double fraction = design.fraction(looks);
    double spread = Math.sqrt(1 - fraction);
    double z = NORMAL.inverseSurvivalProbability(Math.max(reading.p(), 1e-300) / 2);
    double level = levels.last(hypotheses);
    double needed = NORMAL.inverseSurvivalProbability(level / 2) * Math.sqrt(fraction);
    double apart =
        NORMAL.cumulativeProbability((z - needed) / spread)
            + NORMAL.cumulativeProbability((-z - needed) / spread);
    return apart + equal(reading, levels.last(all), fraction);
  }

  /** The probability that the interval of the last look lies within the band. */
  private double equal(Reading reading, double level, double fraction) {
    return Optional.ofNullable(reading.test())
        .filter(test -> test.standardError() > 0)
        .map(
            test -> {
              double error = test.standardError();
              double reach =
                  NORMAL.inverseSurvivalProbability(level / 2) * error * Math.sqrt(fraction);
              double room = band - reach;
              double spread = error * Math.sqrt(1 - fraction);
              return room <= 0
                  ? 0.0
                  : NORMAL.cumulativeProbability((room - test.meanDifference()) / spread)
                      - NORMAL.cumulativeProbability((-room - test.meanDifference()) / spread);
            })
        .orElse(0.0);
  }
}
