package actbench.engine;

import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Cells added around an image before a window slides over it.
 *
 * @param same TensorFlow's rule: as much as makes the output {@code ceil(input / stride)} long, the
 *     larger half behind; the four numbers are then 0
 */
public record Padding(
    @JsonProperty("same") boolean same,
    @JsonProperty("top") int top,
    @JsonProperty("bottom") int bottom,
    @JsonProperty("left") int left,
    @JsonProperty("right") int right) {

  /** No cells: the window stays inside. */
  public static final Padding VALID = new Padding(false, 0, 0, 0, 0);

  /** TensorFlow's rule. */
  public static final Padding SAME = new Padding(true, 0, 0, 0, 0);

  public Padding {
    if (Math.min(Math.min(top, bottom), Math.min(left, right)) < 0) {
      throw new IllegalArgumentException("padding is negative");
    }
  }

  /** The same number of cells on all four sides. */
  public static Padding of(int cells) {
    return new Padding(false, cells, cells, cells, cells);
  }
}
