package actbench.cli;

import actbench.compare.Comparer;
import actbench.compare.Question;
import actbench.compare.Spread;
import actbench.compare.statistics.Power;
import actbench.grid.Plan;
import actbench.grid.RunConfig;
import actbench.result.Metric;
import actbench.result.ResultException;
import actbench.result.ResultFolder;
import actbench.result.ResultReader;
import actbench.result.Roles;
import actbench.result.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells how small a difference the planned seeds can find: with {@value #POWER_PERCENT} % at 5 %
 * for all pairs of activations together, by the t test over seeds that comparisons use.
 */
final class Sensitivity {
  private static final double ALPHA = 0.05;
  private static final int POWER_PERCENT = 80;
  private static final String POINTS = "points";

  private final Plan plan;

  private Sensitivity(Plan plan) {
    this.plan = plan;
  }

  /** Refuses a deviation that is none; null is none given. */
  static void check(Double deviation) {
    if (deviation != null && (!(deviation > 0) || deviation.isInfinite())) {
      throw UserException.bad("--prior-sd", deviation, "a number above 0");
    }
  }

  /**
   * The sentence for a plan.
   *
   * @param deviation the standard deviation of the difference of two activations from seed to seed,
   *     in points; null to take it from earlier results
   * @param asked results to take it from, which must be there; else empty
   * @param folder the results of this plan, if there are any, to take it from otherwise
   */
  static String of(Plan plan, Double deviation, List<Path> asked, ResultFolder folder) {
    Sensitivity sensitivity = new Sensitivity(plan);
    if (deviation != null) {
      return sensitivity.words(deviation, Double.NaN, POINTS, "--prior-sd " + trimmed(deviation));
    }
    boolean own = asked.isEmpty() && Files.exists(folder.journal());
    List<Path> earlier = own ? List.of(folder.path()) : asked;
    return (own ? own(folder) : asked.isEmpty() ? Optional.<Known>empty() : known(asked))
        .map(
            known ->
                sensitivity.words(
                    known.deviation(),
                    known.spread().alike(),
                    known.unit(),
                    "from "
                        + Words.count(known.spread().differences(), "difference")
                        + " of "
                        + (known.spread().paired() ? "paired" : "unpaired")
                        + " runs in "
                        + String.join(", ", earlier.stream().map(Path::toString).toList())))
        .orElse(
            "Smallest difference these seeds can find: not known without earlier results of two"
                + " seeds; --prior-sd POINTS or --prior DIR tells");
  }

  private static Optional<Known> own(ResultFolder folder) {
    try {
      return known(List.of(folder.path()));
    } catch (ResultException e) {
      // Nothing has finished yet, or nothing that can be compared.
      return Optional.empty();
    }
  }

  private static Optional<Known> known(List<Path> earlier) {
    Rows rows = ResultReader.read(earlier, Roles.OWN);
    Metric metric = Comparer.metric(rows, Roles.OWN.metric());
    return Spread.of(Comparer.compare(rows, Question.about(metric)))
        .map(found -> new Known(found, metric));
  }

  /** How earlier differences of a metric scatter. */
  private record Known(Spread spread, Metric metric) {
    double deviation() {
      return metric.unit().equals(Metric.PROPORTION)
          ? 100 * spread.deviation()
          : spread.deviation();
    }

    String unit() {
      boolean share =
          metric.unit().equals(Metric.PROPORTION) || metric.unit().equals(Metric.PERCENT);
      return share ? POINTS : "of " + metric.name();
    }
  }

  private String words(double deviation, double alike, String unit, String source) {
    Map<String, Map<String, Set<Long>>> settings = new HashMap<>();
    for (RunConfig run : plan.runs()) {
      TreeMap<String, Object> block = new TreeMap<>(run.settings());
      block.remove("activation");
      settings
          .computeIfAbsent(block.toString(), key -> new HashMap<>())
          .computeIfAbsent(run.label("activation"), key -> new HashSet<>())
          .add(run.seed());
    }
    int activations = settings.values().stream().mapToInt(Map::size).max().orElse(0);
    int seeds =
        settings.values().stream()
            .flatMap(each -> each.values().stream())
            .mapToInt(Set::size)
            .min()
            .orElse(0);
    if (activations < 2) {
      return "Smallest difference: there is one activation only, so nothing is compared";
    } else if (seeds < 2) {
      return "Smallest difference: one seed a setting tells nothing of chance; say seeds: 5";
    }
    int pairs = activations * (activations - 1) / 2;
    String one = difference(seeds, deviation, pairs);
    String all =
        settings.size() == 1
            ? ""
            : ", or of "
                + inTheMean(seeds, settings.size(), deviation, alike, pairs)
                + " in the mean over all "
                + settings.size();
    return "Smallest difference that "
        + Words.count(seeds, "seed")
        + " can find: "
        + one
        + " "
        + unit
        + " in one setting"
        + all
        + "\n  ("
        + POWER_PERCENT
        + " % power at 5 % over "
        + Words.count(pairs, "pair")
        + "; differences scatter by "
        + trimmed(deviation)
        + " "
        + unit
        + " from seed to seed, "
        + source
        + ")";
  }

  private static String difference(int seeds, double deviation, int pairs) {
    return trimmed(Power.detectable(seeds, deviation, ALPHA / pairs, POWER_PERCENT / 100.0));
  }

  /**
   * Differences of one seed in several settings are as a rule alike, and then many settings say
   * little more than one does. A range if it is not known how alike they are.
   */
  private static String inTheMean(
      int seeds, int settings, double deviation, double alike, int pairs) {
    double independent = deviation / Math.sqrt(settings);
    if (Double.isNaN(alike)) {
      return difference(seeds, independent, pairs)
          + " to "
          + difference(seeds, deviation, pairs)
          + " (by how alike a seed's differences are)";
    }
    return difference(seeds, independent * Math.sqrt(1 + (settings - 1) * alike), pairs);
  }

  /** Two digits that count are more than such a forecast deserves. */
  private static String trimmed(double value) {
    return String.format(
        Locale.ROOT,
        value < 0.001 ? "%.2g" : value < 0.1 ? "%.3f" : value < 10 ? "%.2f" : "%.1f",
        value);
  }
}
