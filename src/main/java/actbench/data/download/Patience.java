package actbench.data.download;

import java.time.Duration;
import java.util.Objects;

/**
 * How long to put up with a server.
 *
 * @param connect time to open a connection
 * @param stall time without a byte, before the answer or within it
 * @param attempts tries in a row that bring next to nothing, at least 1
 * @param pause time before the second try; doubles with each further one
 */
public record Patience(Duration connect, Duration stall, int attempts, Duration pause) {
  /** For real servers. */
  public static final Patience USUAL =
      new Patience(Duration.ofSeconds(15), Duration.ofSeconds(30), 3, Duration.ofSeconds(1));

  public Patience {
    Objects.requireNonNull(connect, "connect");
    Objects.requireNonNull(stall, "stall");
    Objects.requireNonNull(pause, "pause");
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts " + attempts + " is below 1");
    }
  }
}
