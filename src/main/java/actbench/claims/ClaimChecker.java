package actbench.claims;

import actbench.claims.ClaimCheck.Verdict;
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
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Holds published claims against results. A claim is touched by runs of its data, model, setting
 * and both its functions; of several grids and settings those count that come nearest to the
 * published set-up, see {@link Nearest}. The verdict comes from the difference over seeds, and
 * where there is no interval nothing is confirmed or contradicted.
 */
public final class ClaimChecker {
  private final List<Place> places = new ArrayList<>();
  private final int grids;
  // Most claims are about data and networks that were never used, and there are many of both.
  private final Map<String, List<Place>> byData = new HashMap<>();
  private final Map<List<String>, List<Place>> byNetwork = new HashMap<>();

  private ClaimChecker(Map<String, Rows> grids) {
    grids.forEach((name, rows) -> places.addAll(Place.of(name, rows.rows())));
    this.grids = grids.size();
  }

  /**
   * One check a claim, in the order of the claims.
   *
   * @param grids the rows of each grid by its name; of equally near ones the first counts
   */
  public static List<ClaimCheck> check(Map<String, Rows> grids, List<Claim> claims) {
    ClaimChecker checker = new ClaimChecker(grids);
    return Family.adjusted(claims.stream().map(checker::check).toList());
  }

  private ClaimCheck check(Claim claim) {
    Optional<String> reason = Unmeasured.reason(claim);
    if (reason.isPresent()) {
      return ClaimCheck.untested(claim, reason.get());
    }
    List<Place> ofData =
        byData.computeIfAbsent(
            claim.dataset(), data -> filtered(places, values -> RowMatch.isData(values, data)));
    List<Place> ofNetwork =
        byNetwork.computeIfAbsent(
            List.of(claim.dataset(), claim.model()),
            key -> filtered(ofData, values -> RowMatch.isNetwork(values, claim.model())));
    List<Place> there = filtered(ofNetwork, claim::isOf);
    if (there.isEmpty()) {
      return ClaimCheck.untested(
          claim,
          ofData.isEmpty()
              ? "other data"
              : ofNetwork.isEmpty() ? "other networks" : "other settings");
    }
    if (!ran(there, claim.first()) || !ran(there, claim.second())) {
      return ClaimCheck.untested(claim, "a function that was not run");
    }
    return nearest(claim, there);
  }

  private static List<Place> filtered(
      List<Place> places, Predicate<SortedMap<String, String>> kept) {
    return places.stream().filter(place -> kept.test(place.values())).toList();
  }

  private static boolean ran(List<Place> places, String function) {
    return places.stream().anyMatch(place -> place.ran(function));
  }

  private static boolean counts(Row row, Claim claim) {
    return claim.isRatio()
        ? Timing.isTimed(row)
        : row.status() == Status.DIVERGED
            || (row.status() == Status.OK && row.metrics().containsKey(claim.metric().name()));
  }

  private ClaimCheck nearest(Claim claim, List<Place> there) {
    Set<String> firstIn = new HashSet<>();
    Set<String> secondIn = new HashSet<>();
    List<Occasion> occasions = new ArrayList<>();
    for (Place place : there) {
      List<Row> first = place.named(claim.first(), row -> counts(row, claim));
      List<Row> second = place.named(claim.second(), row -> counts(row, claim));
      if (!first.isEmpty()) {
        firstIn.add(place.grid());
      }
      if (!second.isEmpty()) {
        secondIn.add(place.grid());
      }
      List<Row> both = Stream.concat(first.stream(), second.stream()).toList();
      Occasion occasion =
          Occasion.of(place, claim.isRatio() ? Timing.underEqualConditions(both) : both, claim);
      if (occasion.seeds() > 0) {
        occasions.add(occasion);
      }
    }
    if (!occasions.isEmpty()) {
      List<Occasion> nearest = Nearest.of(occasions);
      Optional<String> past = Nearest.sweptPast(nearest);
      return past.isPresent()
          ? ClaimCheck.untested(
              claim,
              "a sweep of the "
                  + past.get().replace('_', ' ')
                  + " without the published value, whose mean answers nothing")
          : check(claim, nearest);
    }
    return ClaimCheck.untested(
        claim,
        firstIn.isEmpty() || secondIn.isEmpty()
            ? "a score that these runs do not have"
            : apart(claim, !Collections.disjoint(firstIn, secondIn)));
  }

  private static String apart(Claim claim, boolean together) {
    if (!together) {
      return "its functions were run in different grids";
    }
    return claim.isRatio()
        ? "no seed in common under equal conditions (threads, engine, version, load)"
        : "no setting and seed in common";
  }

  private ClaimCheck check(Claim claim, List<Occasion> occasions) {
    Metric metric = claim.isRatio() ? Timing.LOG_TIME : claim.metric();
    List<Row> rows = occasions.stream().flatMap(each -> each.rows().stream()).toList();
    String grid = occasions.get(0).place().grid();
    Comparison comparison =
        Comparer.compare(new Rows(grid, rows, List.of(), 0), Question.about(metric));
    PairTest test = comparison.tests().get(0);
    test = test.first().equals(claim.first()) ? test : test.reversed();
    // An interval of some settings, where nothing diverged and seeds are many, tells of these only.
    Interval interval =
        test.duel().finished() && test.seedsEverywhere() ? test.seedInterval() : Interval.NONE;
    Verdict verdict = Ruling.verdict(claim, test.duel(), interval, comparison.question().tieBand());
    List<String> differences = new ArrayList<>(SetUp.differences(claim, comparison, rows));
    if (grids > 1) {
      differences.add("in " + grid);
    }
    return new ClaimCheck(
        claim,
        Nearest.isAsPublished(occasions) ? verdict : verdict.fromAfar(),
        Ruling.size(claim, test.duel(), interval),
        occasions.get(0).form(),
        mean(comparison, claim, claim.first()),
        mean(comparison, claim, claim.second()),
        test.duel().meanGain(),
        interval,
        Ruling.p(claim, test.duel(), interval.exists() ? test.seedP() : Double.NaN),
        Double.NaN,
        Nearest.seeds(occasions),
        rows.stream().map(row -> grid + "/" + row.id()).toList(),
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
