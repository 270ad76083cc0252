package actbench.train;

import java.util.List;
import java.util.SortedMap;

/**
 * What training steps took.
 *
 * @param milliseconds each step, in order, without those that warm up
 * @param shares share of the time by kind of layer; empty where the layers are not ours
 * @param startMilliseconds from the start of this process to the end of its first step
 * @param residentBefore bytes of memory after the steps that warm up; 0 where unknown
 * @param residentAfter bytes of memory after the last step; 0 where unknown
 * @param loss of the last step
 */
public record StepTimes(
    List<Double> milliseconds,
    SortedMap<String, Double> shares,
    double startMilliseconds,
    long residentBefore,
    long residentAfter,
    double loss) {
  public StepTimes {
    milliseconds = List.copyOf(milliseconds);
  }
}
