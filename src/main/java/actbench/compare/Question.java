package actbench.compare;

import actbench.result.Metric;
import java.util.Objects;

/**
 * What is compared and how.
 *
 * @param treatment the setting whose values compete: {@code activation}
 * @param replicate the setting that tells repeats apart: {@code seed}
 * @param metric the outcome
 * @param tieBand two means that differ by no more count as equal against each other; in the
 *     metric's unit
 * @param baseline the treatment the others are measured against; empty for none
 * @param overlap test examples per training example where repeats are resamples of one training
 *     set, which asks for the corrected resampled test; 0 for independent repeats
 * @param by the setting whose values get tables of their own; empty for none
 */
public record Question(
    String treatment,
    String replicate,
    Metric metric,
    double tieBand,
    String baseline,
    double overlap,
    String by) {
  public Question {
    Objects.requireNonNull(treatment, "treatment");
    Objects.requireNonNull(replicate, "replicate");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(baseline, "baseline");
    Objects.requireNonNull(by, "by");
    if (!(tieBand >= 0) || Double.isInfinite(tieBand)) {
      throw new IllegalArgumentException("tie band " + tieBand + " is not at least 0");
    }
    if (!(overlap >= 0) || Double.isInfinite(overlap)) {
      throw new IllegalArgumentException("overlap " + overlap + " is not at least 0");
    }
  }

  /** The question about activations that is asked unless another one is. */
  public static Question about(Metric metric) {
    return new Question("activation", "seed", metric, defaultTieBand(metric), "", 0, "");
  }

  /** A tenth of a percentage point for proportions; for other metrics exact equality only. */
  public static double defaultTieBand(Metric metric) {
    return switch (metric.unit()) {
      case Metric.PROPORTION -> 0.001;
      case Metric.PERCENT -> 0.1;
      default -> 0;
    };
  }
}
