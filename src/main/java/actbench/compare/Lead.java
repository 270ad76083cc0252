package actbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Who has the best of some means.
 *
 * @param leaders several if they share it, none if there is no mean
 * @param gain over the next best; 0 if the lead is shared, NaN without a rival
 */
public record Lead(List<String> leaders, double gain) {
  public Lead {
    leaders = List.copyOf(leaders);
  }

  /** The lead among a comparison's treatments; those whose mean is NaN have none. */
  static Lead of(Comparison comparison, ToDoubleFunction<String> means) {
    List<String> leaders = new ArrayList<>();
    double best = Double.NaN;
    double next = Double.NaN;
    for (String treatment : comparison.treatments()) {
      double mean = means.applyAsDouble(treatment);
      if (Double.isNaN(mean)) {
        continue;
      }
      if (leaders.isEmpty() || comparison.question().metric().better(mean, best)) {
        next = best;
        best = mean;
        leaders.clear();
        leaders.add(treatment);
      } else {
        if (mean == best) {
          leaders.add(treatment);
        }
        next =
            Double.isNaN(next) || comparison.question().metric().better(mean, next) ? mean : next;
      }
    }
    return new Lead(
        leaders, Double.isNaN(next) ? Double.NaN : comparison.question().metric().gain(best, next));
  }
}
