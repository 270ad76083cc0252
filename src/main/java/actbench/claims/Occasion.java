package actbench.claims;

import actbench.claims.Reproduced.Form;
import actbench.result.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One setting of one grid in which both functions of a claim were run. Neither grids nor settings
 * are put together: elsewhere the same network may have been trained for another question.
 *
 * @param rows the runs of the two that count
 * @param seeds how many seeds both have
 * @param form on what budget they were
 * @param distance how far from the published recipe, see {@link Place#distance}
 */
record Occasion(Place place, List<Row> rows, int seeds, Form form, int distance) {
  Occasion {
    rows = List.copyOf(rows);
  }

  static Occasion of(Place place, List<Row> rows, Claim claim) {
    return new Occasion(place, rows, common(rows, claim), place.form(claim), place.distance(claim));
  }

  private static int common(List<Row> rows, Claim claim) {
    Set<String> common = seeds(rows, claim.first());
    common.retainAll(seeds(rows, claim.second()));
    return common.size();
  }

  private static Set<String> seeds(List<Row> rows, String function) {
    return new HashSet<>(
        Place.seeds(
            rows.stream()
                .filter(row -> function.equals(row.settings().get("activation")))
                .toList()));
  }
}
