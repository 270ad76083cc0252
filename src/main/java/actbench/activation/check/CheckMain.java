package actbench.activation.check;

import actbench.activation.ElementFunction;
import actbench.activation.FunctionText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Prints the findings on one function, a line each: check, yes or no, detail, between tabs. */
public final class CheckMain {
  private CheckMain() {}

  /**
   * Checks a function.
   *
   * @param args the function as {@link FunctionText} writes it
   */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    ElementFunction function = FunctionText.read(args[0]);
    List<Finding> findings = new ArrayList<>(FunctionCheck.of(function));
    findings.addAll(ArrayCheck.of(function));
    for (Finding each : findings) {
      String detail = each.detail().replaceAll("\\s+", " ");
      out.println(each.check() + "\t" + (each.passed() ? "yes" : "no") + "\t" + detail);
    }
  }
}
