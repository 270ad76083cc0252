package actbench.data;

import java.nio.file.Path;
import java.util.Optional;

/** Data that cannot be used or got; the message is written for the user. */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Place> place;

  /**
   * Where in a file of the user's own something is wrong.
   *
   * @param file as the user named it
   * @param line counts from 1; 0 for the file as a whole
   * @param column counts from 1, in characters; 0 for the file as a whole
   * @param problem without the place
   */
  public record Place(String file, int line, int column, String problem) {}

  public DataException(String message) {
    this(message, null);
  }

  public DataException(String message, Throwable cause) {
    super(message, cause);
    place = Optional.empty();
  }

  private DataException(Place place) {
    super(
        place.file()
            + (place.line() == 0 ? "" : ":" + place.line() + ":" + place.column())
            + ": error: "
            + place.problem());
    this.place = Optional.of(place);
  }

  /** Something wrong with a file, or a folder, of the user's own. */
  static DataException in(Path file, String problem) {
    return new DataException(new Place(file.toString(), 0, 0, problem));
  }

  /** Something wrong at a place in a file of the user's own. */
  static DataException in(Path file, int line, int column, String problem) {
    return new DataException(new Place(file.toString(), line, column, problem));
  }

  /** Where it is, if it is in the user's own data. */
  public Optional<Place> place() {
    return place == null ? Optional.empty() : place;
  }
}
