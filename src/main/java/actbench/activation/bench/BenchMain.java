package actbench.activation.bench;

import actbench.activation.ElementFunction;
import actbench.activation.FunctionText;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Times the functions that it reads from standard input, a line each, and prints nanoseconds an
 * element: first those of a copy, then forward and backward of each function.
 */
public final class BenchMain {
  private BenchMain() {}

  /**
   * Runs until its input ends.
   *
   * @param args the length of the arrays
   */
  public static void main(String[] args) throws IOException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    KernelTimer timer = new KernelTimer(Integer.parseInt(args[0]));
    out.println(timer.copy());
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        ElementFunction function = FunctionText.read(line);
        KernelTimer.Cost cost = timer.cost(function);
        out.println(cost.forward() + "\t" + cost.backward());
      }
    }
  }
}
