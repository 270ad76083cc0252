package actbench.report;

import actbench.compare.Comparison;
import actbench.compare.Curve;
import actbench.compare.EqualConditions;
import actbench.compare.Progress;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a full report shows beside a comparison.
 *
 * @param curves learning curves; empty if epochs are not known
 * @param curveMetric what the curves show
 * @param progress the comparison by measures of the curves
 * @param target what the measures took for reached, if it was given
 * @param cost the same runs compared by their seconds, where these may be compared
 * @param conditions where they may; none if no seconds were measured
 * @param provenance what the runs were made with, by name
 */
public record Evidence(
    List<Curve> curves,
    String curveMetric,
    List<Progress.Measure> progress,
    OptionalDouble target,
    Optional<Comparison> cost,
    Optional<EqualConditions> conditions,
    SortedMap<String, String> provenance) {
  /** A comparison alone, as from a table from elsewhere. */
  public static final Evidence NONE =
      new Evidence(
          List.of(),
          "",
          List.of(),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty(),
          new TreeMap<>());

  public Evidence {
    curves = List.copyOf(curves);
    Objects.requireNonNull(curveMetric, "curveMetric");
    progress = List.copyOf(progress);
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(cost, "cost");
    Objects.requireNonNull(conditions, "conditions");
    provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
  }
}
