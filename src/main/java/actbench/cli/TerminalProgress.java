package actbench.cli;

import actbench.grid.RunConfig;
import actbench.result.EpochRecord;
import actbench.result.RunResult;
import actbench.result.Status;
import actbench.run.RunListener;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A live line for each worker and one for the grid, redrawn in place; finished runs scroll by
 * above.
 */
final class TerminalProgress implements RunListener {
  private static final long REDRAW_NANOS = 100_000_000;
  private static final String CLEAR_LINE = "\u001b[2K";
  private static final String UP = "\u001b[%dA";

  /** Lines that a window made narrower meanwhile would break in two are cut by it instead. */
  private static final String NO_WRAP = "\u001b[?7l";

  private static final String WRAP = "\u001b[?7h";

  /** Many workers must not fill the screen: what scrolls off cannot be drawn again. */
  private static final int MOST_RUNS = 12;

  private final PrintWriter out;
  private final int width;
  private final RemainingTime remaining;
  private final List<Slot> slots = new ArrayList<>();
  private int drawn;
  private long lastDraw;
  private int done;
  private int total;
  private int failed;

  TerminalProgress(PrintWriter out, int width, int jobs, RemainingTime remaining) {
    this.out = out;
    this.width = width;
    this.remaining = remaining;
    for (int slot = 0; slot < jobs; slot++) {
      slots.add(new Slot());
    }
  }

  @Override
  public void started(int todo, int settled) {
    total = todo;
    draw();
  }

  @Override
  public void runStarted(int slot, RunConfig run) {
    slots.get(slot).begin(run);
    remaining.begin(slot, run);
    draw();
  }

  @Override
  public void batch(int slot, RunConfig run, int epoch, int batch, int batches, double loss) {
    Slot line = slots.get(slot);
    line.epoch = epoch;
    line.batch = batch;
    line.batches = batches;
    line.loss = loss;
    remaining.progress(slot, epoch, batch, batches);
    if (System.nanoTime() - lastDraw > REDRAW_NANOS) {
      draw();
    }
  }

  @Override
  public void epoch(int slot, RunConfig run, EpochRecord record) {
    slots.get(slot).score = RunLine.score(run, record);
    draw();
  }

  @Override
  public void runFinished(int slot, RunResult result) {
    done++;
    if (result.status() != Status.OK) {
      failed++;
    }
    slots.get(slot).run = null;
    remaining.finish(slot);
    erase();
    out.println(RunLine.fitted(done, total, result, width));
    draw();
  }

  @Override
  public void warning(String text) {
    erase();
    out.println("warning: " + text);
    draw();
  }

  @Override
  public void finished() {
    erase();
    out.flush();
  }

  private void erase() {
    if (drawn > 0) {
      out.print(String.format(Locale.ROOT, UP, drawn));
      for (int line = 0; line < drawn; line++) {
        out.print(CLEAR_LINE + "\n");
      }
      out.print(String.format(Locale.ROOT, UP, drawn));
      drawn = 0;
    }
  }

  private void draw() {
    lastDraw = System.nanoTime();
    List<String> lines = new ArrayList<>();
    for (Slot slot : slots) {
      if (slot.run != null) {
        lines.add(slot.line(width));
      }
    }
    if (lines.size() > MOST_RUNS) {
      int more = lines.size() - MOST_RUNS;
      lines.subList(MOST_RUNS, lines.size()).clear();
      lines.add("  and " + Words.count(more, "more run"));
    }
    String trouble = failed == 0 ? "" : ", " + failed + " not ok";
    String grid =
        String.format(
            Locale.ROOT, "%d of %d runs done%s, %s", done, total, trouble, remaining.words());
    if (grid.length() >= width) {
      grid = String.format(Locale.ROOT, "%d/%d%s, %s", done, total, trouble, remaining.words());
    }
    lines.add(LiveLine.bar(remaining.share(), grid, width) + grid);
    out.print(NO_WRAP);
    if (drawn > 0) {
      out.print(String.format(Locale.ROOT, UP, drawn));
    }
    for (String line : lines) {
      out.print(CLEAR_LINE + LiveLine.clip(line, width) + "\n");
    }
    for (int line = lines.size(); line < drawn; line++) {
      out.print(CLEAR_LINE + "\n");
    }
    out.print(WRAP);
    drawn = Math.max(drawn, lines.size());
    out.flush();
  }

  /** What one worker does. */
  private static final class Slot {
    private RunConfig run;
    private int epochs;
    private int epoch;
    private int batch;
    private int batches;
    private double loss;
    private String score;

    void begin(RunConfig next) {
      run = next;
      epochs = next.integer("epochs");
      epoch = 0;
      batch = 0;
      batches = 1;
      loss = Double.NaN;
      score = "";
    }

    String line(int width) {
      List<String> facts = new ArrayList<>();
      if (epoch == 0) {
        facts.add("starting");
      } else {
        facts.add(
            String.format(
                Locale.ROOT, "epoch %d/%d %3.0f %%", epoch, epochs, 100.0 * batch / batches));
        facts.add(String.format(Locale.ROOT, "loss %.4f", loss));
        if (!score.isEmpty()) {
          facts.add(score);
        }
      }
      return LiveLine.of("  ", run.id(), facts, width);
    }
  }
}
