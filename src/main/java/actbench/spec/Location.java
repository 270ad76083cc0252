package actbench.spec;

import java.util.Comparator;
import java.util.Objects;

/**
 * A place in what the user wrote.
 *
 * @param source the file as the user named it, or the option such as {@code --set depth=abc}
 * @param line counts from 1; 0 for the source as a whole
 * @param column counts from 1, in characters; 0 for the source as a whole
 */
public record Location(String source, int line, int column) implements Comparable<Location> {
  // What the file says comes before what the options say.
  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::isOption)
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::column)
          .thenComparing(Location::source);

  public Location {
    Objects.requireNonNull(source, "source");
  }

  /** The source as a whole. */
  public static Location of(String source) {
    return new Location(source, 0, 0);
  }

  /** Whether it is an option of the command line, no file. */
  boolean isOption() {
    return source.startsWith("--set ");
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
