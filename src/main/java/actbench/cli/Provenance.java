package actbench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What results must tell of the program and the machine that made them. */
final class Provenance {
  private Provenance() {}

  /** Commit, machine and system, by name. */
  static SortedMap<String, String> facts() {
    SortedMap<String, String> facts = new TreeMap<>();
    Path home = Path.of(System.getProperty("actbench.home", ""));
    Optional<String> commit = git(home, "rev-parse", "HEAD");
    facts.put("git_commit", commit.orElse("unknown"));
    facts.put(
        "git_dirty",
        commit.isEmpty()
            ? "unknown"
            : Boolean.toString(!git(home, "status", "--porcelain").orElse("").isEmpty()));
    facts.put("cpu", CpuModel.name().orElse(System.getProperty("os.arch")));
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put(
        "java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    return facts;
  }

  private static Optional<String> git(Path folder, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("git", "-C", folder.toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
          ? Optional.of(text)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
