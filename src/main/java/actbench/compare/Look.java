package actbench.compare;

import actbench.compare.statistics.Interval;
import java.util.List;
import java.util.Objects;

/**
 * A look at results while seeds are added.
 *
 * @param number counts from 1
 * @param seeds how many seeds there were
 * @param pairs one a pair of treatments, in the order of their names
 */
public record Look(int number, int seeds, List<Pair> pairs) {
  /** What is known of a pair. */
  public enum State {
    FIRST_BETTER,
    SECOND_BETTER,
    /** The whole interval lies within the tie band. */
    EQUIVALENT,
    /** More seeds would hardly tell. */
    FUTILE,
    /** More seeds are needed. */
    OPEN;

    /** Whether no more seeds are needed. */
    public boolean settled() {
      return this != OPEN;
    }

    /** The words of tables. */
    public String words() {
      return switch (this) {
        case FIRST_BETTER -> "first better";
        case SECOND_BETTER -> "second better";
        case EQUIVALENT -> "equal";
        case FUTILE -> "more seeds would hardly tell";
        case OPEN -> "open";
      };
    }
  }

  /**
   * A pair at a look. Once settled, it stays as it was.
   *
   * @param gain the mean difference, positive if the first is better; NaN if a run diverged
   * @param interval with 95 % those of all pairs hold the true differences at all looks together;
   *     it is wider than the step that decides a pair, so that it may hold 0 then
   * @param p two-sided
   * @param level what p had to reach
   * @param settledAt the number of the look that settled it; 0 if it is open
   */
  public record Pair(
      String first,
      String second,
      double gain,
      Interval interval,
      double p,
      double level,
      State state,
      int settledAt) {
    public Pair {
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(second, "second");
      Objects.requireNonNull(interval, "interval");
      Objects.requireNonNull(state, "state");
    }

    /** The same seen from the other side. */
    public Pair reversed() {
      State turned =
          switch (state) {
            case FIRST_BETTER -> State.SECOND_BETTER;
            case SECOND_BETTER -> State.FIRST_BETTER;
            case EQUIVALENT, FUTILE, OPEN -> state;
          };
      return new Pair(
          second,
          first,
          0 - gain,
          new Interval(0 - interval.high(), 0 - interval.low()),
          p,
          level,
          turned,
          settledAt);
    }
  }

  public Look {
    pairs = List.copyOf(pairs);
  }

  /** Whether no pair needs more seeds. */
  public boolean settled() {
    return pairs.stream().allMatch(pair -> pair.state().settled());
  }

  /** How many pairs need no more seeds. */
  public long settledPairs() {
    return pairs.stream().filter(pair -> pair.state().settled()).count();
  }
}
