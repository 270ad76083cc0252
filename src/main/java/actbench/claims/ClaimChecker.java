package actbench.claims;

import actbench.compare.Comparer;
import actbench.compare.Comparison;
import actbench.compare.PairTest;
import actbench.compare.Question;
import actbench.compare.statistics.Interval;
import actbench.result.Metric;
import actbench.result.Row;
import actbench.result.Rows;
import actbench.result.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Holds published claims against results. A claim is touched by runs of its data, model, setting
 * and both its functions; of several grids and settings those count that come nearest to the
 * published set-up. The verdict comes from the difference over seeds, and where there is no
 * interval nothing is confirmed or contradicted.
 */
public final class ClaimChecker {
  /** The nearest to the published set-up first; the outcome of the runs has no say. */
  private static final Comparator<Occasion> NEAREST =
      Comparator.comparing(Occasion::form).thenComparing(Occasion::distance);

  private final Map<String, Rows> grids;
  private final Map<List<String>, Map<String, List<Row>>> byNetwork = new HashMap<>();

  private ClaimChecker(Map<String, Rows> grids) {
    this.grids = grids;
  }

  /**
   * One check a claim, in the order of the claims.
   *
   * @param grids the rows of each grid by its name; of equally near ones the first counts
   */
  public static List<ClaimCheck> check(Map<String, Rows> grids, List<Claim> claims) {
    ClaimChecker checker = new ClaimChecker(grids);
    return claims.stream().map(checker::check).toList();
  }

  private ClaimCheck check(Claim claim) {
    Optional<String> reason = Unmeasured.reason(claim);
    if (reason.isPresent()) {
      return ClaimCheck.untested(claim, reason.get());
    }
    // Most claims are about data and networks that were never used, and there are many of both.
    Map<String, List<Row>> ofNetwork =
        byNetwork.computeIfAbsent(
            List.of(claim.dataset(), claim.model()),
            key ->
                filtered(
                    all(),
                    row ->
                        RowMatch.isData(row, claim.dataset())
                            && RowMatch.isNetwork(row, claim.model())));
    Map<String, List<Row>> there = filtered(ofNetwork, claim::isOf);
    if (there.isEmpty()) {
      return ClaimCheck.untested(claim, elsewhere(claim, ofNetwork));
    }
    if (!ran(there, claim.first()) || !ran(there, claim.second())) {
      return ClaimCheck.untested(claim, "a function that was not run");
    }
    Map<String, List<Row>> measured = filtered(there, row -> counts(row, claim));
    if (!ran(measured, claim.first()) || !ran(measured, claim.second())) {
      return ClaimCheck.untested(claim, "a score that these runs do not have");
    }
    return nearest(claim, measured);
  }

  private Map<String, List<Row>> all() {
    Map<String, List<Row>> all = new LinkedHashMap<>();
    grids.forEach((name, rows) -> all.put(name, rows.rows()));
    return all;
  }

  /** Without the grids of which nothing is left. */
  private static Map<String, List<Row>> filtered(Map<String, List<Row>> rows, Predicate<Row> kept) {
    Map<String, List<Row>> filtered = new LinkedHashMap<>();
    rows.forEach(
        (grid, each) -> {
          List<Row> left = each.stream().filter(kept).toList();
          if (!left.isEmpty()) {
            filtered.put(grid, left);
          }
        });
    return filtered;
  }

  private String elsewhere(Claim claim, Map<String, List<Row>> ofNetwork) {
    if (!ofNetwork.isEmpty()) {
      return "other settings";
    }
    boolean data =
        grids.values().stream()
            .flatMap(rows -> rows.rows().stream())
            .anyMatch(row -> RowMatch.isData(row, claim.dataset()));
    return data ? "other networks" : "other data";
  }

  private static boolean ran(Map<String, List<Row>> rows, String function) {
    return rows.values().stream()
        .flatMap(List::stream)
        .anyMatch(row -> RowMatch.isFunction(row, function));
  }

  private static boolean counts(Row row, Claim claim) {
    return claim.isRatio()
        ? Timing.isTimed(row)
        : row.status() == Status.DIVERGED
            || (row.status() == Status.OK && row.metrics().containsKey(claim.metric().name()));
  }

  private ClaimCheck nearest(Claim claim, Map<String, List<Row>> measured) {
    Metric metric = claim.isRatio() ? Timing.LOG_TIME : claim.metric();
    List<Occasion> occasions = new ArrayList<>();
    boolean together = false;
    for (Map.Entry<String, List<Row>> grid : measured.entrySet()) {
      List<Row> rows =
          Stream.of(claim.first(), claim.second())
              .flatMap(function -> named(grid.getValue(), function).stream())
              .toList();
      together |= functions(rows) > 1;
      List<Row> comparable = claim.isRatio() ? Timing.underEqualConditions(rows) : rows;
      Occasion.of(grid.getKey(), comparable, metric, claim).stream()
          .filter(occasion -> occasion.setting().contested())
          .forEach(occasions::add);
    }
    Optional<Occasion> nearest = occasions.stream().min(NEAREST);
    return nearest.isEmpty()
        ? ClaimCheck.untested(claim, apart(claim, together))
        : check(claim, metric, ofOneGrid(occasions, nearest.get()));
  }

  private static String apart(Claim claim, boolean together) {
    if (!together) {
      return "its functions were run in different grids";
    }
    return claim.isRatio()
        ? "no seed in common under equal conditions (threads, engine, version)"
        : "no setting and seed in common";
  }

  private static long functions(List<Row> rows) {
    return rows.stream().map(row -> row.settings().get("activation")).distinct().count();
  }

  /** The rows of a function under its published label; one a setting and seed. */
  private static List<Row> named(List<Row> rows, String function) {
    List<Row> named = new ArrayList<>();
    Set<SortedMap<String, String>> places = new HashSet<>();
    for (Row row : rows) {
      if (RowMatch.isFunction(row, function)) {
        SortedMap<String, String> settings = new TreeMap<>(row.settings());
        settings.put("activation", function);
        // Swish may have been run under its name and as beta-Swish with beta 1.
        if (places.add(settings)) {
          named.add(
              new Row(row.id(), row.status(), row.failure(), settings, row.metrics(), row.facts()));
        }
      }
    }
    return named;
  }

  /**
   * Of all that are as near, those of one grid: of that with the fewest settings to average, then
   * with the most seeds, then of the first.
   */
  private static List<Occasion> ofOneGrid(List<Occasion> occasions, Occasion nearest) {
    Map<String, List<Occasion>> byGrid = new LinkedHashMap<>();
    for (Occasion occasion : occasions) {
      if (NEAREST.compare(occasion, nearest) == 0) {
        byGrid.computeIfAbsent(occasion.grid(), key -> new ArrayList<>()).add(occasion);
      }
    }
    return byGrid.values().stream()
        .min(
            Comparator.<List<Occasion>>comparingInt(List::size)
                .thenComparing(each -> -each.get(0).setting().seeds().size()))
        .orElseThrow();
  }

  private ClaimCheck check(Claim claim, Metric metric, List<Occasion> occasions) {
    List<Row> rows = occasions.stream().flatMap(each -> each.rows().stream()).toList();
    String grid = occasions.get(0).grid();
    Comparison comparison =
        Comparer.compare(new Rows(grid, rows, List.of(), 0), Question.about(metric));
    PairTest test = comparison.tests().get(0);
    test = test.first().equals(claim.first()) ? test : test.reversed();
    // An interval of the settings where nothing diverged would tell of these only.
    Interval interval = Ruling.finished(test.duel()) ? test.seedInterval() : Interval.NONE;
    List<String> differences = new ArrayList<>(SetUp.differences(claim, comparison, rows));
    if (grids.size() > 1) {
      differences.add("in " + grid);
    }
    return new ClaimCheck(
        claim,
        Ruling.verdict(claim, test.duel(), interval, comparison.question().tieBand()),
        Ruling.size(claim, test.duel(), interval),
        mean(comparison, claim, claim.first()),
        mean(comparison, claim, claim.second()),
        test.duel().meanGain(),
        interval,
        comparison.runs(),
        differences);
  }

  /** Of times there is none: seconds here are not those of the publication. */
  private static double mean(Comparison comparison, Claim claim, String treatment) {
    return comparison.standings().stream()
        .filter(each -> each.treatment().equals(treatment) && !claim.isRatio())
        .mapToDouble(each -> each.mean())
        .findFirst()
        .orElse(Double.NaN);
  }
}
