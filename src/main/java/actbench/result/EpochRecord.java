package actbench.result;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was measured in one epoch.
 *
 * @param epoch counts from 1
 * @param values value by metric name in snake case ({@code train_loss}, {@code
 *     validation_accuracy}, {@code seconds}, ...); proportions in [0, 1]; sorted, unmodifiable
 */
public record EpochRecord(int epoch, SortedMap<String, Double> values) {
  public EpochRecord {
    if (epoch < 1) {
      throw new IllegalArgumentException("epoch " + epoch + " is below 1");
    }
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }
}
