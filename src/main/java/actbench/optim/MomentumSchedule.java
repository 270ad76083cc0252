package actbench.optim;

import org.nd4j.linalg.schedule.ISchedule;

/** A {@link Schedule} of the momentum in DL4J's form; it goes by the iteration alone. */
public record MomentumSchedule(Schedule schedule, double own) implements ISchedule {
  @Override
  public double valueAt(int iteration, int epoch) {
    return schedule.momentum(own, iteration);
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod")
  public MomentumSchedule clone() {
    return this;
  }
}
