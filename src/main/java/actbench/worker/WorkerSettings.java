package actbench.worker;

import actbench.spec.Measure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How worker processes are started and watched.
 *
 * @param command program and arguments of a worker
 * @param environment variables on top of this process's own
 * @param logs folder of the runs' logs, made when needed
 * @param models folder in which they keep trained networks; empty to keep none
 * @param timeout longest time for one run; empty for no limit
 * @param stall longest time without any sign of life from a run
 * @param measures what is watched in all runs
 */
public record WorkerSettings(
    List<String> command,
    Map<String, String> environment,
    Path logs,
    Optional<Path> models,
    Optional<Duration> timeout,
    Duration stall,
    List<Measure> measures) {
  public WorkerSettings {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    measures = List.copyOf(measures);
  }

  /** Workers that watch nothing. */
  public WorkerSettings(
      List<String> command,
      Map<String, String> environment,
      Path logs,
      Optional<Path> models,
      Optional<Duration> timeout,
      Duration stall) {
    this(command, environment, logs, models, timeout, stall, List.of());
  }

  /** The same workers, which watch this in all runs. */
  public WorkerSettings watching(List<Measure> wanted) {
    return new WorkerSettings(command, environment, logs, models, timeout, stall, wanted);
  }
}
