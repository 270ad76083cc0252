package actbench.cli;

import actbench.grid.RunConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Estimates how long the grid still takes, from the time that the work done so far took.
 *
 * <p>The work of a run is a number from its settings alone (layers, examples, epochs), so that a
 * grid of small and large networks is judged rightly before the large ones start.
 */
final class RemainingTime {
  private final ToDoubleFunction<RunConfig> work;
  private final Map<Integer, Slot> slots = new HashMap<>();
  private final double total;
  private final long start;
  private double finished;

  RemainingTime(List<RunConfig> todo, ToDoubleFunction<RunConfig> work) {
    this.work = work;
    this.total = todo.stream().mapToDouble(work).sum();
    this.start = System.nanoTime();
  }

  /** What a slot is at, and the share of it that is done, in [0, 1]. */
  private record Slot(double work, int epochs, double share) {
    Slot with(double done) {
      return new Slot(work, epochs, done);
    }
  }

  void begin(int slot, RunConfig run) {
    slots.put(slot, new Slot(work.applyAsDouble(run), run.integer("epochs"), 0));
  }

  /** A slot's run has come to this batch of this epoch, both counted from 1. */
  void progress(int slot, int epoch, int batch, int batches) {
    slots.computeIfPresent(
        slot, (number, at) -> at.with((epoch - 1 + (double) batch / batches) / at.epochs()));
  }

  void finish(int slot) {
    finished += slots.remove(slot).work();
  }

  /** The share of all work that is done, in [0, 1]. */
  double share() {
    return total == 0 ? 0 : done() / total;
  }

  private double done() {
    return finished + slots.values().stream().mapToDouble(at -> at.work() * at.share()).sum();
  }

  String words() {
    double done = done();
    double elapsed = (System.nanoTime() - start) / 1e9;
    if (done <= 0.002 * total || elapsed < 2) {
      return "time left not known yet";
    }
    return "about " + words(elapsed * (total - done) / done) + " left";
  }

  /**
   * Seconds in the words a person would use: {@code 42 s}, {@code 3 min 20 s}, {@code 5 h 10 min}.
   */
  static String words(double seconds) {
    long whole = Math.round(seconds);
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    } else if (whole < 60) {
      return whole + " s";
    } else if (whole < 3600) {
      return whole / 60 + " min " + whole % 60 + " s";
    } else if (whole < 48 * 3600) {
      return whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
    return whole / 86400 + " days " + whole % 86400 / 3600 + " h";
  }
}
