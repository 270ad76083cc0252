package actbench.cli;

import actbench.result.ResultFolder;
import actbench.worker.WorkerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts together how a worker process is started on this machine. */
final class WorkerLaunch {
  private static final String MAIN = "actbench.worker.WorkerMain";
  private static final String BENCH = "actbench.worker.BenchMain";
  private static final String SPINS = "1000";
  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final Path SHELL = Path.of("/bin/sh");

  /**
   * Ctrl-C, a closed terminal and a shutdown signal all processes of the program at once. Only the
   * runner is to answer, so that no run looks crashed; a worker ends with its input.
   */
  private static final List<String> SHIELD =
      List.of(SHELL.toString(), "-c", "trap '' HUP INT TERM; exec \"$@\"", "actbench-worker");

  private WorkerLaunch() {}

  /**
   * Settings for workers that share the machine.
   *
   * @param threads threads of each worker
   * @param heap largest Java heap of each worker, such as {@code 2g}
   * @param data the data folder, where the user named one
   * @param enginePath {@code onednn} or {@code plain}, where the user named one
   * @param results for logs, and for models where they are to be kept
   */
  static WorkerSettings settings(
      int threads,
      String heap,
      Optional<Path> data,
      Optional<String> enginePath,
      ResultFolder results,
      boolean keepModels,
      Optional<Duration> timeout,
      Duration stall) {
    List<String> command = command(MAIN, heap, enginePath);
    command.add(1, "-XX:ErrorFile=" + results.logs().toAbsolutePath().resolve("crash-%p.log"));
    Optional<Path> models = keepModels ? Optional.of(results.models()) : Optional.empty();
    models.ifPresent(each -> command.add(1, "-Dactbench.models=" + each.toAbsolutePath()));
    data.ifPresent(folder -> command.add(folder.toAbsolutePath().toString()));
    if (Files.isExecutable(SHELL)) {
      command.addAll(0, SHIELD);
    }
    return new WorkerSettings(
        command, environment(threads), results.logs(), models, timeout, stall);
  }

  /** Settings for a bench, which needs neither data nor logs. */
  static WorkerSettings bench(int threads, Optional<String> enginePath) {
    List<String> command = command(BENCH, "2g", enginePath);
    return new WorkerSettings(
        command,
        environment(threads),
        Path.of("."),
        Optional.empty(),
        Optional.empty(),
        Duration.ZERO);
  }

  /** The environment variables of a JVM with this many threads. */
  static Map<String, String> environment(int threads) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("OMP_NUM_THREADS", Integer.toString(threads));
    environment.put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
    // Threads that spin for milliseconds at each barrier, as is usual, starve each other and the
    // vector kernels where anything else runs; see docs/performance.md.
    if (System.getenv("GOMP_SPINCOUNT") == null && System.getenv("OMP_WAIT_POLICY") == null) {
      environment.put("GOMP_SPINCOUNT", SPINS);
    }
    return environment;
  }

  /** The command of a JVM that is fit for training, which runs this class. */
  static List<String> command(String main, String heap, Optional<String> enginePath) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:-CreateCoredumpOnCrash");
    command.add("--add-modules=jdk.incubator.vector");
    command.add("-Dorg.nd4j.log.initialization=false");
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-Dorg.deeplearning4j.crash.reporting.enabled=false");
    // Array memory is bounded by the machine, not by the Java heap's size as JavaCPP would have it.
    command.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
    command.add("-Dorg.bytedeco.javacpp.maxbytes=0");
    extension().ifPresent(each -> command.add("-Dorg.bytedeco.javacpp.platform.extension=" + each));
    enginePath.ifPresent(path -> command.add("-Dactbench.engine.path=" + path));
    String home = System.getProperty("actbench.home");
    if (home != null) {
      command.add("-Dactbench.home=" + home);
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main);
    return command;
  }

  /** JavaCPP takes the best binary on the class path without asking what this processor can run. */
  private static Optional<String> extension() {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
        || !Files.isReadable(CPU)) {
      return Optional.empty();
    }
    boolean there = System.getProperty("java.class.path").contains("linux-x86_64-avx2.jar");
    return Optional.of(there && CpuModel.hasFlag("avx2") ? "-avx2" : "");
  }
}
