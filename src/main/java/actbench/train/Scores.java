package actbench.train;

import actbench.result.EpochRecord;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a run's row says of its scores. */
final class Scores {
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
    SortedMap<String, Double> others = new TreeMap<>();
    for (String name : Evaluation.OTHERS) {
      if (epoch.values().containsKey("validation_" + name)) {
        others.put(name, epoch.values().get("validation_" + name));
      }
    }
    return new Evaluation.Score(
        epoch.values().get("validation_loss"), epoch.values().get("validation_accuracy"), others);
  }

  /** Puts a score, each name after this prefix. */
  static void put(String prefix, Evaluation.Score score, SortedMap<String, Double> values) {
    values.put(prefix + "loss", score.loss());
    values.put(prefix + "accuracy", score.accuracy());
    score.others().forEach((name, value) -> values.put(prefix + name, value));
  }

  /** Puts the test's score, the last epoch and the best one by validation accuracy. */
  static void put(
      List<EpochRecord> epochs, Evaluation.Score test, SortedMap<String, Double> metrics) {
    EpochRecord last = epochs.get(epochs.size() - 1);
    put("test_", test, metrics);
    put("validation_", ofValidation(last), metrics);
    EpochRecord best = epochs.get(0);
    for (EpochRecord epoch : epochs) {
      if (epoch.values().get("validation_accuracy") > best.values().get("validation_accuracy")) {
        best = epoch;
      }
    }
    metrics.put("best_epoch", (double) best.epoch());
    metrics.put("best_validation_accuracy", best.values().get("validation_accuracy"));
    metrics.put("last_epoch", (double) last.epoch());
    OF_LAST_EPOCH.stream()
        .filter(name -> last.values().containsKey(name))
        .forEach(name -> metrics.put(name, last.values().get(name)));
    metrics.put("images_per_second", medianSpeed(epochs));
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
