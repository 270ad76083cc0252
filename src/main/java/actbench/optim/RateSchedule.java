package actbench.optim;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * A {@link Schedule} of the learning rate in DL4J's form.
 *
 * <p>It goes by the iteration alone: DL4J counts epochs only in {@code fit(iterator)}.
 */
public record RateSchedule(Schedule schedule, double base) implements ISchedule {
  @Override
  public double valueAt(int iteration, int epoch) {
    return schedule.rate(base, iteration);
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod")
  public RateSchedule clone() {
    return this;
  }
}
