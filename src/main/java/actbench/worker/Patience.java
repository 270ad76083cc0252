package actbench.worker;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How long a run may still go on, and be silent, until it is given up.
 *
 * <p>Only time in which somebody was watching counts. A program that is stopped (Ctrl-Z, a paused
 * container, a laptop's sleep) finds hours gone by on the clock in which no run could do anything.
 */
final class Patience {
  private static final long SLICE = 1_000_000_000;

  /** A slice may end late on a busy machine; one that ends later than this was no waiting. */
  private static final long LONGEST = 2 * SLICE;

  private final Optional<Duration> timeout;
  private final Duration stall;
  private final LongSupplier clock;
  private long mark;
  private long taken;
  private long silent;

  /**
   * Starts to count.
   *
   * @param timeout longest time in all; empty for no limit
   * @param stall longest time without a sign of life
   * @param clock nanoseconds since any moment
   */
  Patience(Optional<Duration> timeout, Duration stall, LongSupplier clock) {
    this.timeout = timeout;
    this.stall = stall;
    this.clock = clock;
    this.mark = clock.getAsLong();
  }

  /** Nanoseconds to wait before {@link #tick} is due, at least 0. */
  long slice() {
    long left = stall.toNanos() - silent;
    if (timeout.isPresent()) {
      left = Math.min(left, timeout.get().toNanos() - taken);
    }
    return Math.max(0, Math.min(left, SLICE));
  }

  /** Counts the time since the last call. */
  void tick() {
    long now = clock.getAsLong();
    long passed = Math.min(now - mark, LONGEST);
    mark = now;
    taken += passed;
    silent += passed;
  }

  /** A sign of life came. */
  void heard() {
    silent = 0;
  }

  boolean spent() {
    return slice() == 0;
  }

  /** The limit that was reached, in words. */
  String limit() {
    return timeout.isPresent() && taken >= timeout.get().toNanos()
        ? "took longer than " + words(timeout.get())
        : "showed no sign of life for " + words(stall);
  }

  static String words(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
