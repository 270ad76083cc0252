package actbench.claims;

import actbench.result.Metric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A row of a published table or a place on the axis of a published figure.
 *
 * @param table which table it is of
 * @param label what the table calls it
 * @param model by its published name, see {@link StudyNames}
 * @param setting the setting that was swept, as a column name; empty for none
 * @param value its value; empty for none
 * @param scores by function, in the published order; proportions in [0, 1] for accuracies
 * @param epochs how long was trained; 0 if it was not published
 * @param experiments names of the specs that repeat it; none if no spec does
 * @param errors how far scores may be off that were read off a plot, by function
 * @param runs how many runs each score is the mean of
 * @param note what else must be known; may be empty
 */
public record PublishedRow(
    String table,
    String label,
    String dataset,
    String model,
    String setting,
    String value,
    Metric metric,
    Map<String, Double> scores,
    int epochs,
    List<String> experiments,
    String source,
    Map<String, Double> errors,
    int runs,
    Recipe recipe,
    String note)
    implements Published {
  public PublishedRow {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(source, "source");
    scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    experiments = List.copyOf(experiments);
    errors = Map.copyOf(errors);
    Objects.requireNonNull(recipe, "recipe");
    Objects.requireNonNull(note, "note");
  }

  /** The published score of a function; NaN if it was not tested. */
  public double score(String function) {
    return scores.getOrDefault(function, Double.NaN);
  }

  /** The functions with the best published score. */
  public List<String> winners() {
    List<String> winners = new ArrayList<>();
    double best = Double.NaN;
    for (Map.Entry<String, Double> each : scores.entrySet()) {
      if (winners.isEmpty() || metric.better(each.getValue(), best)) {
        winners.clear();
        best = each.getValue();
      }
      if (each.getValue() == best) {
        winners.add(each.getKey());
      }
    }
    return winners;
  }

  /** What the row says of a function and a rival. */
  Claim claim(String first, String second) {
    return new Claim(
        table + " " + label,
        dataset,
        model,
        setting,
        value,
        first,
        second,
        metric,
        score(first),
        score(second),
        epochs,
        source,
        model.equals(StudyNames.LOST_NETWORK) ? "network lost, LeNet-4 here" : note,
        new Precision(
            errors.getOrDefault(first, 0.0) + errors.getOrDefault(second, 0.0),
            runs,
            Double.NaN,
            Double.NaN),
        recipe);
  }
}
