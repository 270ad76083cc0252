package actbench.claims;

import actbench.compare.Comparer;
import actbench.compare.Question;
import actbench.compare.Setting;
import actbench.result.Row;
import actbench.result.Rows;
import actbench.result.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Finds the runs that repeat published rows. A row is repeated by the experiments that it names, in
 * their full form or in the small one, whose name ends in {@code -small}; elsewhere the same
 * network may have been trained for another question.
 */
public final class Reproduction {
  private static final String SMALL = "-small";
  private static final String SUBJECT = "mish";

  private Reproduction() {}

  /**
   * One answer a published row, in their order.
   *
   * @param experiments the rows by the experiment's name
   */
  public static List<Reproduced> of(Map<String, Rows> experiments, List<PublishedRow> published) {
    return published.stream().map(row -> reproduced(experiments, row)).toList();
  }

  private static Reproduced reproduced(Map<String, Rows> experiments, PublishedRow published) {
    List<Reproduced> candidates = new ArrayList<>();
    for (String name : published.experiments()) {
      for (String form : List.of(name, name + SMALL)) {
        Rows rows = experiments.get(form);
        if (rows != null) {
          candidates.addAll(within(rows, published));
        }
      }
    }
    // The first of equals: experiments come in the order of relevance.
    return candidates.stream()
        .min(
            Comparator.comparing(Reproduced::form)
                .thenComparing(each -> -each.found().map(Setting::cells).orElse(List.of()).size())
                .thenComparing(each -> -each.seeds()))
        .orElse(Reproduced.notRun(published));
  }

  private static List<Reproduced> within(Rows rows, PublishedRow published) {
    List<Row> touched = rows.rows().stream().filter(row -> touches(row, published)).toList();
    if (touched.isEmpty()) {
      return List.of();
    }
    Map<SortedMap<String, String>, Place> places = new HashMap<>();
    Place.of(rows.name(), touched).forEach(place -> places.put(place.values(), place));
    return Comparer.compare(
            new Rows(rows.name(), touched, List.of(), 0), Question.about(published.metric()))
        .settings()
        .stream()
        .map(setting -> reproduced(setting, places.get(setting.values()), published))
        .toList();
  }

  private static Reproduced reproduced(Setting setting, Place place, PublishedRow published) {
    return new Reproduced(
        published, place.form(published), Optional.of(setting), checks(place, published));
  }

  private static boolean touches(Row row, PublishedRow published) {
    boolean counts =
        row.status() == Status.DIVERGED
            || (row.status() == Status.OK && row.metrics().containsKey(published.metric().name()));
    return counts && published.isOf(row.settings());
  }

  private static List<ClaimCheck> checks(Place place, PublishedRow published) {
    List<Claim> claims =
        published.scores().keySet().stream()
            .filter(rival -> !rival.equals(SUBJECT))
            .map(rival -> published.claim(SUBJECT, rival))
            .toList();
    return ClaimChecker.check(
        Map.of(place.grid(), new Rows(place.grid(), place.rows(), List.of(), 0)), claims);
  }
}
