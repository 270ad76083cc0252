package actbench;

import actbench.cli.Cli;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** The program's entry. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Not System.out, which keeps to itself that it could not write.
    System.exit(Cli.run(args, new FileOutputStream(FileDescriptor.out), System.err));
  }
}
