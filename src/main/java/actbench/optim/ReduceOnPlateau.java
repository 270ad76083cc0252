package actbench.optim;

/**
 * Lowers the learning rate when a metric stops getting better.
 *
 * <p>With state, so the trainer holds one per run: after each epoch it hands over the metric and
 * sets the rate it gets, see {@link LearningRates#set}. A metric that is NaN counts as no better.
 *
 * <ul>
 *   <li>Keras 2.2: better means below best - threshold (above best + threshold); the rate falls
 *       after {@code patience} epochs that are not.
 *   <li>PyTorch: better means below best (1 - threshold), or best - threshold when absolute; the
 *       rate falls after {@code patience} + 1 epochs, and only if by more than 1e-8.
 * </ul>
 */
public final class ReduceOnPlateau {
  /** Which way a metric improves. */
  public enum Mode {
    MIN,
    MAX
  }

  /**
   * What the rule goes by.
   *
   * @param factor the rate is multiplied by this, in (0, 1)
   * @param patience epochs to bear with, at least 0
   * @param threshold the least improvement that counts
   * @param relative whether the threshold is a share of the best; PyTorch's rule only
   * @param cooldown epochs after a reduction in which none is counted
   * @param minimum the rate never falls below
   */
  public record Config(
      Definition definition,
      Mode mode,
      double factor,
      int patience,
      double threshold,
      boolean relative,
      int cooldown,
      double minimum) {}

  private static final double LEAST_CHANGE = 1e-8;

  private final Config config;
  private double rate;
  private double best;
  private int bad;
  private int resting;

  /** A fresh rule that starts at this rate. */
  public ReduceOnPlateau(Config config, double rate) {
    this.config = config;
    this.rate = rate;
    this.best = config.mode() == Mode.MIN ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }

  /** The rate from now on, after an epoch that ended with this metric. */
  public double after(double metric) {
    return config.definition() == Definition.KERAS ? keras(metric) : torch(metric);
  }

  /** Which way the metric it watches improves. */
  public Mode mode() {
    return config.mode();
  }

  /** The rate as it stands. */
  public double rate() {
    return rate;
  }

  private double keras(double metric) {
    if (resting > 0) {
      resting--;
      bad = 0;
    }
    if (better(metric)) {
      best = metric;
      bad = 0;
    } else if (resting == 0) {
      bad++;
      if (bad >= config.patience() && rate > config.minimum()) {
        rate = Math.max(rate * config.factor(), config.minimum());
        resting = config.cooldown();
        bad = 0;
      }
    }
    return rate;
  }

  private double torch(double metric) {
    if (better(metric)) {
      best = metric;
      bad = 0;
    } else {
      bad++;
    }
    if (resting > 0) {
      resting--;
      bad = 0;
    }
    if (bad > config.patience()) {
      double lower = Math.max(rate * config.factor(), config.minimum());
      if (rate - lower > LEAST_CHANGE) {
        rate = lower;
      }
      resting = config.cooldown();
      bad = 0;
    }
    return rate;
  }

  private boolean better(double metric) {
    double sign = config.mode() == Mode.MIN ? -1 : 1;
    if (config.relative() && config.definition() == Definition.TORCH) {
      return sign * metric > sign * best * (1 + sign * config.threshold());
    }
    return sign * (metric - best) > config.threshold();
  }
}
