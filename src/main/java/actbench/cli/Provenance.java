package actbench.cli;

import actbench.result.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** What results must tell of the program and the machine that made them. */
final class Provenance {
  /** What the program is made from. Results beside it, or specs, do not make it another program. */
  private static final List<String> SOURCES = List.of("actbench", "pom.xml", "src/main");

  private Provenance() {}

  /** Commit, machine and system, by name. */
  static SortedMap<String, String> facts() {
    return facts(Path.of(System.getProperty("actbench.home", "")));
  }

  /**
   * The same, of the program in another folder.
   *
   * @param home a checkout; outside of one the commit is {@code unknown}
   */
  static SortedMap<String, String> facts(Path home) {
    SortedMap<String, String> facts = new TreeMap<>();
    Optional<String> commit = git(home, List.of("rev-parse", "HEAD"));
    facts.put("git_commit", commit.orElse("unknown"));
    facts.put(
        "git_dirty",
        commit.isEmpty()
            ? "unknown"
            : Boolean.toString(!git(home, changes()).orElse("").isEmpty()));
    facts.put("cpu", CpuModel.name().orElse(System.getProperty("os.arch")));
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put(
        "java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    return facts;
  }

  /**
   * What each row must tell, since a grid may be resumed with another program or elsewhere.
   *
   * @param environment what {@link #facts} and a worker said
   */
  static Map<String, String> ofRow(Map<String, String> environment) {
    Map<String, String> facts = new TreeMap<>();
    String dirty = environment.get("git_dirty").equals("true") ? "-dirty" : "";
    facts.put("git_commit", environment.get("git_commit") + dirty);
    for (String name : List.of("threads", "engine_path")) {
      facts.put(name, environment.getOrDefault(name, "unknown"));
    }
    return facts;
  }

  /**
   * The warning that earlier results were made with something else; empty if they were not.
   *
   * @param now what {@link #ofRow} says of the runs to come
   */
  static Optional<String> changed(Map<String, String> now, List<RunResult> earlier) {
    List<String> changes = new ArrayList<>();
    now.forEach(
        (name, value) -> {
          Set<String> others = new TreeSet<>();
          earlier.forEach(run -> others.add(run.facts().getOrDefault(name, value)));
          others.remove(value);
          if (!others.isEmpty()) {
            changes.add(name + " " + String.join(" and ", others) + " (now " + value + ")");
          }
        });
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "runs done before had "
                + String.join(", ", changes)
                + "; compare will say so, and --force trains them again");
  }

  private static List<String> changes() {
    List<String> arguments = new ArrayList<>(List.of("status", "--porcelain", "--"));
    arguments.addAll(SOURCES);
    return arguments;
  }

  private static Optional<String> git(Path folder, List<String> arguments) {
    List<String> command =
        new ArrayList<>(List.of("git", "-C", folder.toAbsolutePath().toString()));
    command.addAll(arguments);
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
