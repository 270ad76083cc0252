package actbench.worker;

import actbench.model.EngineLayers;
import actbench.model.Layers;
import actbench.model.StockLayers;
import actbench.train.Backend;
import actbench.train.StepBench;
import actbench.train.StepTimes;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A process that times the training steps of one run, and prints what it measured. */
public final class BenchMain {
  private BenchMain() {}

  /**
   * Runs a bench.
   *
   * @param args the line that {@link StepRequest#write} gives
   */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    // Libraries print to standard output as they like.
    System.setOut(System.err);
    StepRequest request = StepRequest.read(args[0]);
    Layers layers = request.stock() ? new StockLayers() : new EngineLayers();
    StepTimes times =
        new StepBench(request.run(), layers).measure(request.warmup(), request.steps());
    out.print("\n" + new StepReport(times, Backend.facts()).write() + "\n");
    out.flush();
    Runtime.getRuntime().halt(0);
  }
}
