package actbench.train;

import actbench.optim.EarlyStopping;
import actbench.result.EpochRecord;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a run's row says of its scores. */
final class Scores {
  private static final String VALIDATION = "validation_";
  private static final String LOSS = "loss";
  private static final List<String> OF_LAST_EPOCH =
      List.of(
          "train_loss",
          "train_accuracy",
          "dead_units",
          "saturated_units",
          "mean_activation",
          "gradient_norm");

  private Scores() {}

  /** The score of an epoch's validation. */
  static Evaluation.Score ofValidation(EpochRecord epoch) {
    SortedMap<String, Double> values = new TreeMap<>();
    epoch
        .values()
        .forEach(
            (name, value) -> {
              if (name.startsWith(VALIDATION)) {
                values.put(name.substring(VALIDATION.length()), value);
              }
            });
    return new Evaluation.Score(values.remove(LOSS), values);
  }

  /** Puts the score of an epoch's validation. */
  static void putValidation(Evaluation.Score score, SortedMap<String, Double> values) {
    put(VALIDATION, score, values);
  }

  private static void put(String prefix, Evaluation.Score score, SortedMap<String, Double> values) {
    values.put(prefix + LOSS, score.loss());
    score.values().forEach((name, value) -> values.put(prefix + name, value));
  }

  /** Puts the test's score, the last epoch, and the best one by what was watched. */
  static void put(
      List<EpochRecord> epochs,
      Evaluation.Score test,
      EarlyStopping.Watched watched,
      SortedMap<String, Double> metrics) {
    EpochRecord last = epochs.get(epochs.size() - 1);
    put("test_", test, metrics);
    put(VALIDATION, ofValidation(last), metrics);
    EarlyStopping rule = EarlyStopping.never(watched);
    EpochRecord best = epochs.get(0);
    for (EpochRecord epoch : epochs) {
      if (rule.improves(watchedIn(epoch, watched.metric()))) {
        best = epoch;
      }
    }
    metrics.put("best_epoch", (double) best.epoch());
    if (best.values().containsKey(watched.metric())) {
      metrics.put("best_" + watched.metric(), best.values().get(watched.metric()));
    }
    metrics.put("last_epoch", (double) last.epoch());
    OF_LAST_EPOCH.stream()
        .filter(name -> last.values().containsKey(name))
        .forEach(name -> metrics.put(name, last.values().get(name)));
    metrics.put("images_per_second", medianSpeed(epochs));
  }

  /** What is watched in an epoch; not a number where it does not exist, as the AUC of one class. */
  static double watchedIn(EpochRecord epoch, String metric) {
    return epoch.values().getOrDefault(metric, Double.NaN);
  }

  private static double medianSpeed(List<EpochRecord> epochs) {
    double[] speeds =
        epochs.stream()
            .mapToDouble(epoch -> epoch.values().get("images_per_second"))
            .sorted()
            .toArray();
    return (speeds[(speeds.length - 1) / 2] + speeds[speeds.length / 2]) / 2;
  }
}
