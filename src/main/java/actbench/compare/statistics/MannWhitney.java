package actbench.compare.statistics;

import java.util.Objects;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * The Mann-Whitney U test of two independent samples.
 *
 * @param u1 how many pairs have the first larger; equal pairs count half
 * @param u2 the same for the second
 * @param exact exact p-values; null with ties
 * @param normal p-values of the normal approximation with the variance corrected for ties
 * @param continuity the same with a correction of one half for continuity
 */
public record MannWhitney(double u1, double u2, PValues exact, PValues normal, PValues continuity) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  public MannWhitney {
    Objects.requireNonNull(normal, "normal");
    Objects.requireNonNull(continuity, "continuity");
  }

  /** The test; both samples have at least one value, and not all values are equal. */
  public static MannWhitney of(double[] x, double[] y) {
    double n1 = x.length;
    double n2 = y.length;
    double n = n1 + n2;
    double[] all = DoubleStream.concat(DoubleStream.of(x), DoubleStream.of(y)).toArray();
    double[] ranks = Ranks.ascending(all);
    double u1 = DoubleStream.of(ranks).limit(x.length).sum() - n1 * (n1 + 1) / 2;
    double tieTerm = Ranks.tieTerm(all);
    double deviation = Math.sqrt(n1 * n2 / 12 * (n + 1 - tieTerm / (n * (n - 1))));
    double excess = u1 - n1 * n2 / 2;
    PValues continuity =
        new PValues(
            Math.min(1, 2 * NORMAL.survivalProbability((Math.abs(excess) - 0.5) / deviation)),
            NORMAL.survivalProbability((excess - 0.5) / deviation),
            NORMAL.cumulativeProbability((excess + 0.5) / deviation));
    return new MannWhitney(
        u1,
        n1 * n2 - u1,
        tieTerm > 0 ? null : exact(x, y),
        PValues.symmetric(NORMAL, excess / deviation),
        continuity);
  }

  private static PValues exact(double[] x, double[] y) {
    MannWhitneyUTest test = MannWhitneyUTest.withDefaults().with(PValueMethod.EXACT);
    return new PValues(
        test.with(AlternativeHypothesis.TWO_SIDED).test(x, y).getPValue(),
        test.with(AlternativeHypothesis.GREATER_THAN).test(x, y).getPValue(),
        test.with(AlternativeHypothesis.LESS_THAN).test(x, y).getPValue());
  }
}
