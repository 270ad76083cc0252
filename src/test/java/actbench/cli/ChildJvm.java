package actbench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the program in a process of its own. */
final class ChildJvm {
  private ChildJvm() {}

  /**
   * A process that runs {@code actbench} with these arguments; its error stream is merged into its
   * output.
   */
  static ProcessBuilder of(List<String> flags, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), "actbench.Main"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /** All that it prints. */
  static String output(List<String> flags, String... arguments)
      throws IOException, InterruptedException {
    Process process = of(flags, arguments).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }
}
