package actbench.cli;

import actbench.report.JsonText;
import actbench.result.CsvTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Predictions of one class of several: the likeliest ones, and the probability of each. */
record ClassPredictions(List<String> classes, int top) implements PredictionForm {
  ClassPredictions {
    if (top < 1 || top > classes.size()) {
      throw UserException.bad("--top", top, "1 to " + classes.size());
    }
  }

  @Override
  public String csv(List<Prediction> predictions) {
    List<String> header = new ArrayList<>(List.of("example", "label"));
    for (int k = 1; k <= top; k++) {
      header.add("top" + k);
    }
    classes.forEach(each -> header.add("p_" + each));
    List<List<Object>> rows = new ArrayList<>();
    for (Prediction each : predictions) {
      List<Object> row = new ArrayList<>(List.of(each.example(), label(each)));
      each.order().subList(0, top).forEach(index -> row.add(classes.get(index)));
      row.addAll(each.outputs());
      rows.add(row);
    }
    return CsvTable.write(header, rows);
  }

  private String label(Prediction prediction) {
    return prediction.label() < 0 ? "" : classes.get(prediction.label());
  }

  @Override
  public Map<String, Object> json(Prediction prediction) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("label", prediction.label() < 0 ? null : label(prediction));
    Map<String, Object> likeliest = new LinkedHashMap<>();
    prediction
        .order()
        .subList(0, top)
        .forEach(
            index ->
                likeliest.put(
                    classes.get(index), JsonText.number(prediction.outputs().get(index))));
    one.put("top", likeliest);
    return one;
  }

  @Override
  public Map<String, Double> scores(List<Prediction> predictions) {
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put("accuracy", share(predictions, 1));
    scores.put("top" + top + "_accuracy", share(predictions, top));
    return scores;
  }

  /** The share of examples with a known label that have it among the k likeliest. */
  private static double share(List<Prediction> predictions, int k) {
    return predictions.stream()
        .filter(each -> each.label() >= 0)
        .mapToInt(each -> each.order().subList(0, k).contains(each.label()) ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  @Override
  public String summary(List<Prediction> predictions) {
    long labelled = predictions.stream().filter(each -> each.label() >= 0).count();
    return labelled == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "accuracy %.2f %%, top-%d %.2f %% of %s",
            100 * share(predictions, 1),
            top,
            100 * share(predictions, top),
            Words.count(labelled, "example"));
  }
}
