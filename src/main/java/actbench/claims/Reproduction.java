package actbench.claims;

import actbench.compare.Comparer;
import actbench.compare.Question;
import actbench.compare.Setting;
import actbench.result.Row;
import actbench.result.Rows;
import actbench.result.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Finds the runs that repeat published rows: those of the experiments that a row names, in their
 * full form or in the small one, whose name ends in {@code -small}, and any others that meet its
 * recipe. Of all these count the nearest, by the rule for claims ({@link Nearest}), and the checks
 * are those of the claims.
 */
public final class Reproduction {
  private static final String SMALL = "-small";
  private static final String SUBJECT = "mish";

  /** The functions of every experiment of the study. */
  private static final Set<String> STUDIED = Set.of("relu", "swish", SUBJECT);

  /** A setting with its runs. */
  private record Candidate(Occasion occasion, Setting setting) {}

  private Reproduction() {}

  /**
   * One answer a published row, in their order.
   *
   * @param experiments the rows by the experiment's name
   */
  public static List<Reproduced> of(Map<String, Rows> experiments, List<PublishedRow> published) {
    List<List<Claim>> claims = published.stream().map(Reproduction::claims).toList();
    List<ClaimCheck> checks =
        ClaimChecker.check(experiments, claims.stream().flatMap(List::stream).toList());
    List<Reproduced> all = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < published.size(); i++) {
      int to = from + claims.get(i).size();
      all.add(reproduced(experiments, published.get(i), checks.subList(from, to)));
      from = to;
    }
    return all;
  }

  private static List<Claim> claims(PublishedRow row) {
    return row.scores().keySet().stream()
        .filter(rival -> !rival.equals(SUBJECT))
        .map(rival -> row.claim(SUBJECT, rival))
        .toList();
  }

  private static Reproduced reproduced(
      Map<String, Rows> experiments, PublishedRow published, List<ClaimCheck> checks) {
    Map<Occasion, Setting> found = new LinkedHashMap<>();
    experiments.forEach(
        (name, rows) -> {
          boolean named = isNamed(name, published);
          for (Candidate each : within(name, rows, published, named)) {
            if (named || meets(each.occasion())) {
              found.put(each.occasion(), each.setting());
            }
          }
        });
    List<Occasion> contested =
        found.keySet().stream().filter(each -> found.get(each).contested()).toList();
    List<Occasion> nearest =
        Nearest.of(contested.isEmpty() ? List.copyOf(found.keySet()) : contested);
    // A row is one setting: several that are just as near were run for another question.
    if (nearest.size() != 1) {
      return Reproduced.notRun(published);
    }
    return new Reproduced(
        published, nearest.get(0).form(), Optional.of(found.get(nearest.get(0))), checks);
  }

  private static boolean isNamed(String experiment, PublishedRow published) {
    return published.experiments().stream()
        .anyMatch(name -> experiment.equals(name) || experiment.equals(name + SMALL));
  }

  /** The recipe, and the stand-in where the network is lost. */
  private static boolean meets(Occasion occasion) {
    return List.of(Place.NETWORK).containsAll(occasion.missed());
  }

  private static List<Candidate> within(
      String name, Rows rows, PublishedRow published, boolean named) {
    List<Row> touched =
        rows.rows().stream()
            .filter(row -> touches(row, published) && (named || isAsked(row, published)))
            .toList();
    if (touched.isEmpty()) {
      return List.of();
    }
    Map<SortedMap<String, String>, Place> places = new HashMap<>();
    Place.of(name, touched).forEach(place -> places.put(place.values(), place));
    return Comparer.compare(
            new Rows(name, touched, List.of(), 0), Question.about(published.metric()))
        .settings()
        .stream()
        .map(setting -> candidate(setting, places.get(setting.values()), published))
        .toList();
  }

  private static Candidate candidate(Setting setting, Place place, PublishedRow published) {
    return new Candidate(
        Occasion.of(place, place.rows(), setting.seeds().size(), published), setting);
  }

  /** Of other experiments, whose functions are another question's. */
  private static boolean isAsked(Row row, PublishedRow published) {
    String function = row.settings().getOrDefault("activation", RowMatch.NONE);
    return STUDIED.contains(function) || published.scores().containsKey(function);
  }

  private static boolean touches(Row row, PublishedRow published) {
    boolean counts =
        row.status() == Status.DIVERGED
            || (row.status() == Status.OK && row.metrics().containsKey(published.metric().name()));
    return counts && published.isOf(row.settings());
  }
}
