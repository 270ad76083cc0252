package actbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.compare.Look.State;
import actbench.compare.statistics.StudentT;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SequentialRuleTest {
  private static final int GRIDS = 4000;

  /** What became of simulated grids. */
  private record Outcome(double wrong, double meanSeeds, double peeking) {}

  /**
   * Treatments whose scores scatter by 1 around their means, on shared seeds; pairs are tested by
   * paired t tests.
   */
  private static Outcome simulate(SequentialDesign design, double band, double... means) {
    SequentialDesign.Levels levels = design.levels();
    Random random = new Random(1908_08681);
    int decided = 0;
    long seeds = 0;
    int peeked = 0;
    for (int grid = 0; grid < GRIDS; grid++) {
      double[][] scores = new double[means.length][design.most()];
      for (int seed = 0; seed < design.most(); seed++) {
        double shared = random.nextGaussian();
        for (int i = 0; i < means.length; i++) {
          scores[i][seed] = means[i] + shared + random.nextGaussian();
        }
      }
      SequentialRule rule = new SequentialRule(design, levels, band);
      Look look = null;
      boolean peek = false;
      for (int count : design.looks()) {
        List<Reading> readings = readings(scores, count);
        peek |= readings.stream().anyMatch(reading -> reading.p() < 0.05);
        if (look == null || !look.settled()) {
          look = rule.next(readings);
        }
      }
      decided += look.pairs().stream().anyMatch(pair -> isWrong(pair, means)) ? 1 : 0;
      seeds += look.seeds();
      peeked += peek ? 1 : 0;
    }
    return new Outcome(decided / (double) GRIDS, seeds / (double) GRIDS, peeked / (double) GRIDS);
  }

  /** Decided for a treatment that is not better, by the names that are the indices. */
  private static boolean isWrong(Look.Pair pair, double[] means) {
    double gain = means[Integer.parseInt(pair.first())] - means[Integer.parseInt(pair.second())];
    return (pair.state() == State.FIRST_BETTER && gain <= 0)
        || (pair.state() == State.SECOND_BETTER && gain >= 0);
  }

  private static List<Reading> readings(double[][] scores, int seeds) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      for (int j = i + 1; j < scores.length; j++) {
        readings.add(
            Reading.of(
                Integer.toString(i),
                Integer.toString(j),
                StudentT.paired(Arrays.copyOf(scores[i], seeds), Arrays.copyOf(scores[j], seeds))));
      }
    }
    return readings;
  }

  /** Four standard errors above 5 % with so many grids. */
  private static final double MOST = 0.05 + 4 * Math.sqrt(0.05 * 0.95 / GRIDS);

  @Test
  void holdsTheErrorRateOfOnePair() {
    Outcome outcome = simulate(SequentialDesign.of(5, 25), 0, 0, 0);
    assertThat(outcome.wrong()).isBetween(0.02, MOST);
    assertThat(outcome.peeking()).as("what peeking would do").isGreaterThan(0.1);
  }

  @Test
  void holdsTheErrorRateWithFewSeeds() {
    assertThat(simulate(SequentialDesign.of(3, 12), 0, 0, 0).wrong()).isLessThan(MOST);
    assertThat(simulate(SequentialDesign.of(2, 20), 0, 0, 0).wrong()).isLessThan(MOST);
  }

  @Test
  void holdsTheErrorRateOverAllPairs() {
    assertThat(simulate(SequentialDesign.of(3, 12), 0.5, 0, 0, 0, 0).wrong()).isLessThan(MOST);
    // One that is truly better leaves its share of the error rate to the others.
    assertThat(simulate(SequentialDesign.of(5, 40), 0, 0, 0, 5).wrong()).isBetween(0.02, MOST);
  }

  /** Three pairs of which two are decided soon, which leaves their shares to the third. */
  @Test
  void keepsAllIntervalsTogetherRight() {
    SequentialDesign design = new SequentialDesign(List.of(20));
    SequentialDesign.Levels levels = design.levels();
    Random random = new Random(5);
    double[] true3 = {3, 4, 5};
    int missed = 0;
    for (int grid = 0; grid < GRIDS; grid++) {
      List<Reading> readings = new ArrayList<>();
      for (int pair = 0; pair < 3; pair++) {
        double[] differences = new double[20];
        for (int i = 0; i < 20; i++) {
          differences[i] = true3[pair] + random.nextGaussian();
        }
        readings.add(Reading.of("a" + pair, "b", StudentT.corrected(differences, 0)));
      }
      boolean miss = false;
      List<Look.Pair> pairs = new SequentialRule(design, levels, 0).next(readings).pairs();
      for (int pair = 0; pair < 3; pair++) {
        assertThat(pairs.get(pair).state()).isEqualTo(State.FIRST_BETTER);
        miss |=
            pairs.get(pair).interval().low() > true3[pair]
                || pairs.get(pair).interval().high() < true3[pair];
      }
      missed += miss ? 1 : 0;
    }
    assertThat(missed / (double) GRIDS).isBetween(0.03, MOST);
  }

  @Test
  void stopsEarlyWhereTheDifferenceIsLarge() {
    Outcome outcome = simulate(SequentialDesign.of(5, 40), 0, 0, 2);
    assertThat(outcome.wrong()).isZero();
    assertThat(outcome.meanSeeds()).isLessThan(20);
  }

  @Test
  void findsEqualityWithinTheBandAndGivesUpWhereNothingIsToBeFound() {
    SequentialDesign design = new SequentialDesign(List.of(4, 8));
    StudentT close = StudentT.paired(new double[] {1, 2, 3, 4}, new double[] {1.1, 2, 2.9, 4});
    assertThat(next(design, 1, close)).isEqualTo(State.EQUIVALENT);
    assertThat(next(design, 0, close)).isEqualTo(State.FUTILE);
    StudentT apart = StudentT.paired(new double[] {1, 2, 3, 4}, new double[] {0, 2, 1, 3.5});
    assertThat(next(design, 0, apart)).isEqualTo(State.OPEN);
  }

  private static State next(SequentialDesign design, double band, StudentT test) {
    return new SequentialRule(design, design.levels(), band)
        .next(List.of(Reading.of("a", "b", test)))
        .pairs()
        .get(0)
        .state();
  }

  @Test
  void plansLooksInEqualSteps() {
    assertThat(SequentialDesign.of(3, 12).looks()).containsExactly(3, 6, 9, 12);
    assertThat(SequentialDesign.of(5, 12).looks()).containsExactly(5, 10, 12);
    assertThat(SequentialDesign.of(2, 100).looks()).hasSize(10).endsWith(100);
    assertThat(SequentialDesign.of(4, 4).looks()).containsExactly(4);
  }
}
