package actbench.worker;

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
 */
public record WorkerSettings(
    List<String> command,
    Map<String, String> environment,
    Path logs,
    Optional<Path> models,
    Optional<Duration> timeout,
    Duration stall) {
  public WorkerSettings {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
