package actbench.cli;

import actbench.grid.RunConfig;
import actbench.result.RunResult;
import actbench.run.RunListener;
import java.io.PrintWriter;

/** A line for each finished run, for logs and pipes. */
final class PlainProgress implements RunListener {
  private final PrintWriter out;
  private final RemainingTime remaining;
  private int done;
  private int total;

  PlainProgress(PrintWriter out, RemainingTime remaining) {
    this.out = out;
    this.remaining = remaining;
  }

  @Override
  public void started(int todo, int settled) {
    total = todo;
  }

  @Override
  public void runStarted(int slot, RunConfig run) {
    remaining.begin(slot, run);
  }

  @Override
  public void batch(int slot, RunConfig run, int epoch, int batch, int batches, double loss) {
    // What the other slots have done counts when this one's run ends.
    remaining.progress(slot, epoch, batch, batches);
  }

  @Override
  public void warning(String text) {
    out.println("warning: " + text);
    out.flush();
  }

  @Override
  public void runFinished(int slot, RunResult result) {
    done++;
    remaining.finish(slot);
    out.println(
        RunLine.of(done, total, result) + (done < total ? "  (" + remaining.words() + ")" : ""));
    out.flush();
  }
}
