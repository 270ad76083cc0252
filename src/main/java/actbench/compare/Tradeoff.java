package actbench.compare;

import actbench.result.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a treatment gives for what it costs.
 *
 * @param value its mean of the metric
 * @param cost its mean cost, of which less is better
 * @param front whether no other treatment is at least as good in both and better in one: the Pareto
 *     front
 */
public record Tradeoff(String treatment, double value, double cost, boolean front) {
  public Tradeoff {
    Objects.requireNonNull(treatment, "treatment");
  }

  /** All treatments with both means, the cheapest first. */
  public static List<Tradeoff> of(Comparison values, Comparison costs) {
    Metric metric = values.question().metric();
    List<Tradeoff> all = new ArrayList<>();
    for (Standing standing : values.standings()) {
      double cost =
          costs.standings().stream()
              .filter(each -> each.treatment().equals(standing.treatment()))
              .mapToDouble(Standing::mean)
              .findFirst()
              .orElse(Double.NaN);
      if (!Double.isNaN(cost) && !Double.isNaN(standing.mean())) {
        all.add(new Tradeoff(standing.treatment(), standing.mean(), cost, false));
      }
    }
    return all.stream()
        .map(
            one ->
                new Tradeoff(
                    one.treatment(),
                    one.value(),
                    one.cost(),
                    all.stream().noneMatch(other -> other.beats(one, metric))))
        .sorted(Comparator.comparingDouble(Tradeoff::cost).thenComparing(Tradeoff::treatment))
        .toList();
  }

  private boolean beats(Tradeoff other, Metric metric) {
    boolean asGood = !metric.better(other.value, value) && cost <= other.cost;
    return asGood && (metric.better(value, other.value) || cost < other.cost);
  }
}
