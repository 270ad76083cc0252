package actbench.claims;

import actbench.claims.Reproduced.Form;
import actbench.result.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One setting of one grid in which functions were run that something published is about. Neither
 * grids nor settings are put together: elsewhere the same network may have been trained for another
 * question.
 *
 * @param rows the runs that count
 * @param seeds how many seeds all the functions have
 * @param form on what budget they were
 * @param missed the settings that are not as published, see {@link Place#missed}
 */
record Occasion(Place place, List<Row> rows, int seeds, Form form, List<String> missed) {
  Occasion {
    rows = List.copyOf(rows);
    missed = List.copyOf(missed);
  }

  static Occasion of(Place place, List<Row> rows, int seeds, Published published) {
    return new Occasion(place, rows, seeds, place.form(published), place.missed(published));
  }

  static Occasion of(Place place, List<Row> rows, Claim claim) {
    return of(place, rows, common(rows, claim), claim);
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
