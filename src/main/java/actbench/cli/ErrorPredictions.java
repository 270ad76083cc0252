package actbench.cli;

import actbench.report.JsonText;
import actbench.result.CsvTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How well each example was given back, rather than the thousands of values that were. */
final class ErrorPredictions implements PredictionForm {
  private static final List<String> NAMES = List.of("mse", "mae");

  static String words(Map<String, Double> scores, long examples) {
    return String.format(
        Locale.ROOT,
        "mse %.4g, mae %.4g of %s",
        scores.get("mse"),
        scores.get("mae"),
        Words.count(examples, "example"));
  }

  @Override
  public String csv(List<Prediction> predictions) {
    return CsvTable.write(
        List.of("example", "mse", "mae"),
        predictions.stream()
            .map(
                each ->
                    List.<Object>of(each.example(), each.outputs().get(0), each.outputs().get(1)))
            .toList());
  }

  @Override
  public Map<String, Object> json(Prediction prediction) {
    Map<String, Object> one = new LinkedHashMap<>();
    for (int i = 0; i < NAMES.size(); i++) {
      one.put(NAMES.get(i), JsonText.number(prediction.outputs().get(i)));
    }
    return one;
  }

  @Override
  public Map<String, Double> scores(List<Prediction> predictions) {
    Map<String, Double> scores = new LinkedHashMap<>();
    for (int i = 0; i < NAMES.size(); i++) {
      int place = i;
      scores.put(
          NAMES.get(i),
          predictions.stream()
              .mapToDouble(each -> each.outputs().get(place))
              .average()
              .orElse(Double.NaN));
    }
    return scores;
  }

  @Override
  public String summary(List<Prediction> predictions) {
    return words(scores(predictions), predictions.size());
  }
}
