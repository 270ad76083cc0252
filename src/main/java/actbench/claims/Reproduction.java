package actbench.claims;

import actbench.claims.Reproduced.Form;
import actbench.compare.Comparer;
import actbench.compare.Question;
import actbench.compare.Setting;
import actbench.result.Row;
import actbench.result.Rows;
import actbench.result.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    Rows part = new Rows(rows.name(), touched, List.of(), 0);
    return Comparer.compare(part, Question.about(published.metric())).settings().stream()
        .map(
            setting ->
                new Reproduced(
                    published,
                    form(setting, published),
                    Optional.of(setting),
                    checks(rows.name(), touched, setting, published)))
        .toList();
  }

  private static boolean touches(Row row, PublishedRow published) {
    boolean counts =
        row.status() == Status.DIVERGED
            || (row.status() == Status.OK && row.metrics().containsKey(published.metric().name()));
    return counts
        && RowMatch.of(row, published.dataset(), published.model())
        && (published.setting().isEmpty()
            || RowMatch.is(row, published.setting(), published.value()));
  }

  private static Form form(Setting setting, PublishedRow published) {
    boolean whole =
        setting
            .values()
            .getOrDefault("dataset", "")
            .equals(StudyNames.dataset(published.dataset()));
    boolean asLong =
        published.epochs() == 0
            || setting
                .values()
                .getOrDefault("epochs", "")
                .equals(Integer.toString(published.epochs()));
    return whole && asLong ? Form.FULL : Form.SMALL;
  }

  private static List<ClaimCheck> checks(
      String name, List<Row> touched, Setting setting, PublishedRow published) {
    List<Row> here = touched.stream().filter(row -> lies(row, setting)).toList();
    List<Claim> claims =
        published.scores().keySet().stream()
            .filter(rival -> !rival.equals(SUBJECT))
            .map(rival -> published.claim(SUBJECT, rival))
            .toList();
    return ClaimChecker.check(new Rows(name, here, List.of(), 0), claims);
  }

  private static boolean lies(Row row, Setting setting) {
    return setting.values().entrySet().stream()
        .allMatch(each -> row.settings().getOrDefault(each.getKey(), "").equals(each.getValue()));
  }
}
