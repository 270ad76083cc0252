package actbench.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JVM like a worker's that answers lines with lines. What it complains of goes to our own error
 * stream.
 */
final class Probe implements AutoCloseable {
  private final Process process;
  private final Writer in;
  private final BufferedReader out;

  /** Starts the JVM; a class with a main method reads and answers. */
  Probe(PrintWriter err, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(WorkerLaunch.command(main, "1g", Optional.empty()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(WorkerLaunch.environment(1));
    process = builder.start();
    in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    out = process.inputReader(StandardCharsets.UTF_8);
    Thread errors = new Thread(() -> passOn(process.errorReader(StandardCharsets.UTF_8), err));
    errors.setDaemon(true);
    errors.start();
  }

  private static void passOn(BufferedReader from, PrintWriter err) {
    from.lines()
        // Java says so of every JVM that has the vector module.
        .filter(line -> !line.startsWith("WARNING: Using incubator modules"))
        .forEach(err::println);
  }

  /** The next line of the answer. */
  String next() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new UserException("the JVM that was to measure ended early");
    }
    return line;
  }

  /** The answer to a line. */
  String ask(String line) throws IOException {
    in.write(line + "\n");
    in.flush();
    return next();
  }

  /** All lines until it ends. */
  List<String> rest() throws IOException {
    in.close();
    return out.lines().toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
