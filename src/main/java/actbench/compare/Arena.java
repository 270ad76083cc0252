package actbench.compare;

import actbench.compare.statistics.Effect;
import actbench.result.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The runs of one setting that count, by treatment and seed. */
final class Arena {
  /** A run that counts: its outcome, or NaN if it diverged, and what was recorded of it. */
  record Outcome(double value, Map<String, String> facts) {
    /** Empty for what was not recorded. */
    String fact(String name) {
      return facts.getOrDefault(name, "");
    }

    boolean diverged() {
      return Double.isNaN(value);
    }
  }

  private final SortedMap<String, String> values;
  private final boolean numbered;
  private final SortedMap<String, SortedMap<String, Outcome>> outcomes = new TreeMap<>();

  /**
   * An arena without runs.
   *
   * @param numbered whether seeds are but the numbers of rows, which tie no settings together
   */
  Arena(SortedMap<String, String> values, boolean numbered) {
    this.values = values;
    this.numbered = numbered;
  }

  SortedMap<String, String> values() {
    return values;
  }

  SortedMap<String, SortedMap<String, Outcome>> outcomes() {
    return outcomes;
  }

  /** The seeds of a treatment so far. */
  SortedMap<String, Outcome> seeds(String treatment) {
    return outcomes.computeIfAbsent(treatment, key -> new TreeMap<>(NaturalOrder.INSTANCE));
  }

  /** The seeds that all of these treatments have. */
  List<String> common(Iterable<String> treatments) {
    TreeSet<String> common = null;
    for (String treatment : treatments) {
      if (common == null) {
        common = new TreeSet<>(NaturalOrder.INSTANCE);
        common.addAll(outcomes.get(treatment).keySet());
      } else {
        common.retainAll(outcomes.get(treatment).keySet());
      }
    }
    return common == null ? List.of() : List.copyOf(common);
  }

  /** A treatment over some of its seeds. */
  Cell cell(String treatment, List<String> seeds) {
    List<Double> finished = new ArrayList<>();
    int diverged = 0;
    for (String seed : seeds) {
      Outcome outcome = outcomes.get(treatment).get(seed);
      if (outcome.diverged()) {
        diverged++;
      } else {
        finished.add(outcome.value());
      }
    }
    return Cell.of(treatment, diverged, finished);
  }

  /** Two treatments over the seeds both have; null if there are none. */
  Bout bout(String label, String first, String second, Question question) {
    if (!outcomes.containsKey(first) || !outcomes.containsKey(second)) {
      return null;
    }
    List<String> seeds = common(List.of(first, second));
    if (seeds.isEmpty()) {
      return null;
    }
    Cell a = cell(first, seeds);
    Cell b = cell(second, seeds);
    int result = Integer.signum(a.against(b, question.metric(), question.tieBand()));
    boolean finished = a.diverged() + b.diverged() == 0;
    List<Double> firsts = values(first, seeds);
    List<Double> seconds = values(second, seeds);
    return new Bout(
        label,
        result,
        finished ? question.metric().gain(a.mean(), b.mean()) : Double.NaN,
        numbered ? seeds.stream().map(seed -> label + " #" + seed).toList() : seeds,
        firsts,
        seconds,
        improvement(firsts, seconds, question.metric()));
  }

  private List<Double> values(String treatment, List<String> seeds) {
    return seeds.stream().map(seed -> outcomes.get(treatment).get(seed).value()).toList();
  }

  private static double improvement(List<Double> first, List<Double> second, Metric metric) {
    return Effect.superiority(merits(first, metric), merits(second, metric));
  }

  /** Values of which a larger one is better, and that of a diverged run the least. */
  private static double[] merits(List<Double> values, Metric metric) {
    return values.stream()
        .mapToDouble(
            value -> Double.isNaN(value) ? Double.NEGATIVE_INFINITY : metric.gain(value, 0))
        .toArray();
  }
}
