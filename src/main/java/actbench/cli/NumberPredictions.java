package actbench.cli;

import actbench.report.JsonText;
import actbench.result.CsvTable;
import actbench.spec.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Predictions of a number for each target, or of a probability for each label. */
record NumberPredictions(Task task, List<String> names) implements PredictionForm {
  private static final String TRUE = "true_";

  private String prefix() {
    return task == Task.MULTILABEL ? "p_" : "predicted_";
  }

  @Override
  public String csv(List<Prediction> predictions) {
    List<String> header = new ArrayList<>(List.of("example"));
    names.forEach(each -> header.add(prefix() + each));
    boolean known = predictions.stream().anyMatch(each -> !each.wanted().isEmpty());
    if (known) {
      names.forEach(each -> header.add(TRUE + each));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (Prediction each : predictions) {
      List<Object> row = new ArrayList<>(List.of(each.example()));
      row.addAll(each.outputs());
      row.addAll(each.wanted());
      rows.add(row);
    }
    return CsvTable.write(header, rows);
  }

  @Override
  public Map<String, Object> json(Prediction prediction) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("outputs", named(prediction.outputs()));
    one.put("true", prediction.wanted().isEmpty() ? null : named(prediction.wanted()));
    return one;
  }

  private Map<String, Object> named(List<Double> values) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      named.put(names.get(i), JsonText.number(values.get(i)));
    }
    return named;
  }

  @Override
  public Map<String, Double> scores(List<Prediction> predictions) {
    List<Prediction> known = predictions.stream().filter(each -> !each.wanted().isEmpty()).toList();
    Map<String, Double> scores = new LinkedHashMap<>();
    double squares = 0;
    double errors = 0;
    double right = 0;
    double exact = 0;
    for (Prediction each : known) {
      int hits = 0;
      for (int i = 0; i < names.size(); i++) {
        double error = each.outputs().get(i) - each.wanted().get(i);
        squares += error * error;
        errors += Math.abs(error);
        hits += (each.outputs().get(i) > 0.5) == (each.wanted().get(i) > 0.5) ? 1 : 0;
      }
      right += hits;
      exact += hits == names.size() ? 1 : 0;
    }
    double count = (double) known.size() * names.size();
    if (task == Task.MULTILABEL) {
      scores.put("accuracy", right / count);
      scores.put("exact_match", exact / known.size());
    } else {
      scores.put("mse", squares / count);
      scores.put("mae", errors / count);
    }
    return scores;
  }

  @Override
  public String summary(List<Prediction> predictions) {
    long known = predictions.stream().filter(each -> !each.wanted().isEmpty()).count();
    Map<String, Double> scores = scores(predictions);
    if (known == 0) {
      return "";
    }
    return task == Task.MULTILABEL
        ? String.format(
            Locale.ROOT,
            "accuracy %.2f %% of labels, all right %.2f %% of %s",
            100 * scores.get("accuracy"),
            100 * scores.get("exact_match"),
            Words.count(known, "example"))
        : ErrorPredictions.words(scores, known);
  }
}
