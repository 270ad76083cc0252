package actbench.engine;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the time of a training goes, by kind of layer; off until started, and for one thread.
 *
 * <p>An activation counts as such, also where it is part of another layer. What happens between the
 * layers counts as {@link #REST} until {@link #enter} says otherwise.
 */
public final class LayerTimes {
  /** What no layer does. */
  public static final String REST = "rest";

  private static final LayerTimes SHARED = new LayerTimes();

  private final SortedMap<String, Long> nanos = new TreeMap<>();
  private boolean on;
  private String kind = REST;
  private long since;

  private LayerTimes() {}

  /** The clock of this process. */
  public static LayerTimes shared() {
    return SHARED;
  }

  /** A class of layers or vertices in words: {@code batch-normalization}. */
  static String kind(Class<?> layer) {
    return layer
        .getSimpleName()
        .replaceAll("(?<=.)Layer$", "")
        .replaceAll("(?<=.)(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** Starts from zero. */
  public void start() {
    nanos.clear();
    kind = REST;
    since = System.nanoTime();
    on = true;
  }

  /** Ends the measurement, and returns each kind's share of the time since the start. */
  public SortedMap<String, Double> stop() {
    enter(REST);
    on = false;
    double total = nanos.values().stream().mapToLong(Long::longValue).sum();
    SortedMap<String, Double> shares = new TreeMap<>();
    nanos.forEach((each, time) -> shares.put(each, time / total));
    return shares;
  }

  /** Lets the time from now on count for a kind; returns what it counted for before. */
  public String enter(String next) {
    if (!on) {
      return next;
    }
    long now = System.nanoTime();
    nanos.merge(kind, now - since, Long::sum);
    String before = kind;
    kind = next;
    since = now;
    return before;
  }
}
