package actbench.optim;

import java.io.Serializable;
import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;

/**
 * The learning rate as a function of time: pure, without state.
 *
 * <p>Time t counts from 0; whether it counts updates or epochs is up to the caller, see {@link
 * PerEpoch}. In the formulas lr is the base rate, the learning rate of the optimizer.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "@class")
public sealed interface Schedule extends Serializable permits Schedule.Form, Schedule.PerEpoch {
  /** The rate at time t, at least 0. */
  double rate(double base, int t);

  /** The momentum at time t, for an optimizer whose own is {@code own}. */
  default double momentum(double own, int t) {
    return own;
  }

  /** Whether {@link #momentum} changes anything. */
  default boolean movesMomentum() {
    return false;
  }

  /** A schedule by its formula. */
  sealed interface Form extends Schedule
      permits Constant,
          Step,
          MultiStep,
          Exponential,
          Polynomial,
          InverseTime,
          Piecewise,
          Cosine,
          CosineRestarts,
          WarmupCosine,
          OneCycle {}

  /** Another schedule whose time is the epoch, though t counts updates. */
  record PerEpoch(Form form, int updatesPerEpoch) implements Schedule {
    public PerEpoch {
      atLeast(1, updatesPerEpoch, "updates per epoch");
    }

    @Override
    public double rate(double base, int t) {
      return form.rate(base, t / updatesPerEpoch);
    }

    @Override
    public double momentum(double own, int t) {
      return form.momentum(own, t / updatesPerEpoch);
    }

    @Override
    public boolean movesMomentum() {
      return form.movesMomentum();
    }
  }

  /** Always lr. */
  record Constant() implements Form {
    @Override
    public double rate(double base, int t) {
      return base;
    }
  }

  /** lr gamma^floor(t / size). */
  record Step(int size, double gamma) implements Form {
    public Step {
      atLeast(1, size, "step size");
    }

    @Override
    public double rate(double base, int t) {
      int falls = t / size;
      return base * Math.pow(gamma, falls);
    }
  }

  /** lr gamma^k, where k milestones are at most t. */
  record MultiStep(List<Integer> milestones, double gamma) implements Form {
    public MultiStep {
      milestones = List.copyOf(milestones);
      increasing(milestones);
    }

    @Override
    public double rate(double base, int t) {
      return base * Math.pow(gamma, reached(milestones, t));
    }
  }

  /** lr gamma^t. */
  record Exponential(double gamma) implements Form {
    @Override
    public double rate(double base, int t) {
      return base * Math.pow(gamma, t);
    }
  }

  /** end + (lr - end) (1 - min(t, length) / length)^power. */
  record Polynomial(double end, double power, int length) implements Form {
    public Polynomial {
      atLeast(1, length, "length");
    }

    @Override
    public double rate(double base, int t) {
      return end + (base - end) * Math.pow(1 - (double) Math.min(t, length) / length, power);
    }
  }

  /** lr / (1 + decay t): the {@code decay} of Keras' optimizers, where t counts updates. */
  record InverseTime(double decay) implements Form {
    @Override
    public double rate(double base, int t) {
      return base / (1 + decay * t);
    }
  }

  /** lr times the factor of the last boundary that is at most t; lr before the first. */
  record Piecewise(List<Integer> boundaries, List<Double> factors) implements Form {
    public Piecewise {
      boundaries = List.copyOf(boundaries);
      factors = List.copyOf(factors);
      increasing(boundaries);
      if (boundaries.size() != factors.size()) {
        throw new IllegalArgumentException(
            boundaries.size() + " boundaries, but " + factors.size() + " factors");
      }
    }

    @Override
    public double rate(double base, int t) {
      int k = reached(boundaries, t);
      return k == 0 ? base : base * factors.get(k - 1);
    }
  }

  /**
   * minimum + (lr - minimum) (1 + cos(pi t / length)) / 2 up to t = length, then the minimum
   * (Loshchilov and Hutter 2017).
   */
  record Cosine(double minimum, int length) implements Form {
    public Cosine {
      atLeast(1, length, "length");
    }

    @Override
    public double rate(double base, int t) {
      return anneal(base, minimum, (double) Math.min(t, length) / length);
    }
  }

  /** {@link Cosine} over and over; each cycle is {@code factor} times as long as the one before. */
  record CosineRestarts(double minimum, int first, int factor) implements Form {
    public CosineRestarts {
      atLeast(1, first, "first cycle");
      atLeast(1, factor, "factor");
    }

    @Override
    public double rate(double base, int t) {
      long length = first;
      long since = t;
      if (factor == 1) {
        since %= length;
      }
      while (since >= length) {
        since -= length;
        length *= factor;
      }
      return anneal(base, minimum, (double) since / (double) length);
    }
  }

  /**
   * lr (t + 1) / warmup for t below warmup; then minimum + (lr - minimum) (1 + cos(pi (t - warmup)
   * / (length - warmup))) / 2 up to t = length (Goyal et al. 2017).
   */
  record WarmupCosine(int warmup, double minimum, int length) implements Form {
    public WarmupCosine {
      atLeast(0, warmup, "warm-up");
      atLeast(1, length, "length");
    }

    @Override
    public double rate(double base, int t) {
      if (t < warmup) {
        return base * (t + 1) / warmup;
      }
      return t >= length
          ? minimum
          : anneal(base, minimum, (double) (t - warmup) / (length - warmup));
    }
  }

  /**
   * Up from lr / divisor to lr and down to lr / (divisor finalDivisor), the momentum the other way
   * (Smith 2018, as in PyTorch).
   *
   * <p>The rate peaks at t = n = share length - 1 and ends at t = length - 1.
   *
   * @param length how many values of t there are
   * @param share the share of them on the way up
   * @param linear straight lines instead of half cosines
   */
  record OneCycle(
      int length,
      double share,
      double divisor,
      double finalDivisor,
      boolean linear,
      double lowMomentum,
      double highMomentum)
      implements Form {
    public OneCycle {
      atLeast(1, length, "length");
    }

    @Override
    public double rate(double base, int t) {
      double start = base / divisor;
      return between(start, base, start / finalDivisor, t);
    }

    @Override
    public double momentum(double own, int t) {
      return between(highMomentum, lowMomentum, highMomentum, t);
    }

    @Override
    public boolean movesMomentum() {
      return true;
    }

    private double between(double start, double peak, double end, int t) {
      double top = Math.max(0, share * length - 1);
      double last = Math.max(top, length - 1);
      if (t < top) {
        return move(start, peak, t / top);
      }
      return move(peak, end, last == top ? 1 : (Math.min(t, last) - top) / (last - top));
    }

    private double move(double from, double to, double progress) {
      return linear ? from + (to - from) * progress : anneal(from, to, progress);
    }
  }

  private static double anneal(double from, double to, double progress) {
    return to + (from - to) * (1 + Math.cos(Math.PI * progress)) / 2;
  }

  private static int reached(List<Integer> times, int t) {
    return (int) times.stream().filter(each -> each <= t).count();
  }

  private static void increasing(List<Integer> times) {
    for (int i = 1; i < times.size(); i++) {
      if (times.get(i) <= times.get(i - 1)) {
        throw new IllegalArgumentException("the times " + times + " do not increase");
      }
    }
  }

  private static void atLeast(int least, int value, String what) {
    if (value < least) {
      throw new IllegalArgumentException(what + " " + value + " is below " + least);
    }
  }
}
