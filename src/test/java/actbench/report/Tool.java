package actbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program of the machine's that some tests use where it is there. */
final class Tool {
  /** What a program said, and how it ended. */
  record Outcome(int exitCode, String out) {}

  private Tool() {}

  /** The first of these programs that is on the path. */
  static Optional<String> find(List<String> names) {
    for (String name : names) {
      for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
        Path file = Path.of(folder, name);
        if (Files.isExecutable(file)) {
          return Optional.of(file.toString());
        }
      }
    }
    return Optional.empty();
  }

  /** Runs a program in a folder; both its outputs go into one. */
  static Outcome run(Path folder, List<String> command) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .redirectInput(new File("/dev/null"))
            .start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("%s ends", command.get(0)).isTrue();
      return new Outcome(process.exitValue(), Files.readString(out, StandardCharsets.ISO_8859_1));
    } finally {
      process.destroyForcibly();
    }
  }
}
