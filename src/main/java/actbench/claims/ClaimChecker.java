package actbench.claims;

import actbench.claims.ClaimCheck.Size;
import actbench.claims.ClaimCheck.Verdict;
import actbench.compare.Comparer;
import actbench.compare.Comparison;
import actbench.compare.PairTest;
import actbench.compare.Question;
import actbench.compare.Setting;
import actbench.compare.statistics.Interval;
import actbench.result.Metric;
import actbench.result.Row;
import actbench.result.Rows;
import actbench.result.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds published claims against results. A claim is touched by runs of its data, model, setting
 * and both its functions; the verdict comes from the difference over seeds, and where there is no
 * interval nothing is confirmed or contradicted.
 */
public final class ClaimChecker {
  private ClaimChecker() {}

  /** One check a claim, in the order of the claims. */
  public static List<ClaimCheck> check(Rows rows, List<Claim> claims) {
    Map<String, List<Row>> byData = new HashMap<>();
    return claims.stream()
        .map(
            claim ->
                check(
                    // Most claims are about data that was never used, and there are many of both.
                    byData.computeIfAbsent(claim.dataset(), data -> ofData(rows, data)), claim))
        .toList();
  }

  private static List<Row> ofData(Rows rows, String dataset) {
    return rows.rows().stream().filter(row -> RowMatch.isData(row, dataset)).toList();
  }

  private static ClaimCheck check(List<Row> ofData, Claim claim) {
    if (ofData.isEmpty()) {
      return ClaimCheck.untested(claim, "other data");
    }
    List<Row> ofNetwork =
        ofData.stream().filter(row -> RowMatch.isNetwork(row, claim.model())).toList();
    if (ofNetwork.isEmpty()) {
      return ClaimCheck.untested(claim, "other networks");
    }
    List<Row> there =
        ofNetwork.stream()
            .filter(row -> RowMatch.isSetting(row, claim.setting(), claim.value()))
            .toList();
    if (there.isEmpty()) {
      return ClaimCheck.untested(claim, "other settings");
    }
    List<Row> touched = new ArrayList<>();
    boolean first = addAll(touched, there, claim.first(), claim.metric());
    boolean second = addAll(touched, there, claim.second(), claim.metric());
    if (!first || !second) {
      return ClaimCheck.untested(claim, "a function or metric that was not run");
    }
    Comparison comparison =
        Comparer.compare(
            new Rows(claim.id(), touched, List.of(), 0), Question.about(claim.metric()));
    if (comparison.contested().isEmpty()) {
      return ClaimCheck.untested(claim, "no seed in common");
    }
    PairTest test = comparison.tests().get(0);
    test = test.first().equals(claim.first()) ? test : test.reversed();
    Interval interval = test.seedInterval();
    double gain = test.duel().meanGain();
    return new ClaimCheck(
        claim,
        verdict(claim, interval, comparison.question().tieBand()),
        size(claim, interval),
        mean(comparison, claim.first()),
        mean(comparison, claim.second()),
        gain,
        interval,
        comparison.runs(),
        differences(claim, comparison, touched));
  }

  /** Adds the rows of a function that count, under its published label. */
  private static boolean addAll(List<Row> touched, List<Row> rows, String function, Metric metric) {
    int before = touched.size();
    for (Row row : rows) {
      boolean counts =
          row.status() == Status.DIVERGED
              || (row.status() == Status.OK && row.metrics().containsKey(metric.name()));
      if (counts && RowMatch.isFunction(row, function)) {
        SortedMap<String, String> settings = new TreeMap<>(row.settings());
        settings.put("activation", function);
        touched.add(
            new Row(row.id(), row.status(), row.failure(), settings, row.metrics(), row.facts()));
      }
    }
    return touched.size() > before;
  }

  private static Verdict verdict(Claim claim, Interval interval, double band) {
    if (!interval.exists()) {
      return Verdict.NOT_REFUTED;
    }
    double claimed = claim.gain();
    if (claimed == 0) {
      boolean apart = interval.low() > band || interval.high() < -band;
      return apart
          ? Verdict.CONTRADICTED
          : interval.within(band) ? Verdict.CONFIRMED : Verdict.NOT_REFUTED;
    }
    boolean first = interval.low() > 0;
    boolean second = interval.high() < 0;
    if (!first && !second) {
      return Verdict.NOT_REFUTED;
    }
    return first == claimed > 0 ? Verdict.CONFIRMED : Verdict.CONTRADICTED;
  }

  private static Size size(Claim claim, Interval interval) {
    if (!interval.exists()) {
      return Size.UNKNOWN;
    }
    boolean positive = claim.gain() >= 0;
    double claimed = Math.abs(claim.gain());
    double low = positive ? interval.low() : -interval.high();
    double high = positive ? interval.high() : -interval.low();
    return claimed < low ? Size.LARGER : claimed > high ? Size.SMALLER : Size.AGREES;
  }

  private static double mean(Comparison comparison, String treatment) {
    return comparison.standings().stream()
        .filter(each -> each.treatment().equals(treatment))
        .mapToDouble(each -> each.mean())
        .findFirst()
        .orElse(Double.NaN);
  }

  private static List<String> differences(Claim claim, Comparison comparison, List<Row> rows) {
    List<String> differences = new ArrayList<>();
    Set<String> epochs = values(rows, "epochs");
    if (claim.epochs() == 0) {
      differences.add("epochs not published, here " + String.join(", ", epochs));
    } else if (!epochs.equals(Set.of(Integer.toString(claim.epochs())))) {
      differences.add(
          "epochs "
              + (epochs.isEmpty() ? "unknown" : String.join(", ", epochs))
              + ", published "
              + claim.epochs());
    }
    Set<String> data = values(rows, "dataset");
    if (!data.equals(Set.of(StudyNames.dataset(claim.dataset())))) {
      differences.add("data " + String.join(", ", data));
    }
    rows.stream()
        .map(row -> row.facts().getOrDefault("data", ""))
        .filter(fact -> !fact.isEmpty() && !fact.endsWith("(canonical)"))
        .distinct()
        .sorted()
        .forEach(fact -> differences.add("data: " + fact));
    if (claim.model().equals(StudyNames.LOST_NETWORK)) {
      differences.add("the network is lost, here " + String.join(", ", values(rows, "model")));
    }
    List<Setting> contested = comparison.contested();
    int seeds = contested.stream().mapToInt(setting -> setting.seeds().size()).min().orElse(0);
    differences.add(seeds + (seeds == 1 ? " seed" : " seeds"));
    if (contested.size() > 1) {
      differences.add(
          "over " + contested.size() + " settings: " + String.join(", ", comparison.varied()));
    }
    return differences;
  }

  private static Set<String> values(List<Row> rows, String setting) {
    Set<String> values = new TreeSet<>();
    for (Row row : rows) {
      String value = row.settings().get(setting);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }
}
