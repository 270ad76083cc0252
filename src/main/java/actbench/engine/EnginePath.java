package actbench.engine;

import java.util.Locale;

/**
 * Where the layers compute.
 *
 * <p>Both paths give the same results up to rounding, from the same parameters in the same order. A
 * layer takes the path of the moment it is created; networks of type double always compute on the
 * plain path.
 */
public enum EnginePath {
  /** oneDNN, called directly on the arrays' own memory. */
  ONEDNN,
  /** ND4J operations and loops in Java. */
  PLAIN;

  /** System property that names the path at start: {@code onednn} or {@code plain}. */
  public static final String PROPERTY = "actbench.engine.path";

  private static volatile EnginePath current = atStart();

  /** The path that new layers take. */
  public static EnginePath current() {
    return current;
  }

  /**
   * Chooses the path that new layers take.
   *
   * @throws IllegalStateException if oneDNN is asked for where its native library does not load
   */
  public static void choose(EnginePath path) {
    if (path == ONEDNN && !Onednn.isAvailable()) {
      throw new IllegalStateException(
          "oneDNN does not load on this machine: " + Onednn.problem() + "; expected path 'plain'");
    }
    current = path;
  }

  private static EnginePath atStart() {
    String wanted = System.getProperty(PROPERTY, "").toLowerCase(Locale.ROOT);
    return switch (wanted) {
      case "plain" -> PLAIN;
      case "onednn", "" -> Onednn.isAvailable() ? ONEDNN : PLAIN;
      default ->
          throw new IllegalStateException(
              "system property %s: found '%s'; expected onednn or plain"
                  .formatted(PROPERTY, wanted));
    };
  }
}
