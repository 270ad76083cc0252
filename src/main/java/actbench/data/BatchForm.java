package actbench.data;

import java.util.Objects;

/**
 * What a batch looks like.
 *
 * @param size examples in a full batch, at least 1
 * @param layout how the features lie in memory
 * @param targets how the labels are given
 */
public record BatchForm(int size, Layout layout, Targets targets) {
  public BatchForm {
    if (size < 1) {
      throw new IllegalArgumentException("batch size " + size + " is below 1");
    }
    Objects.requireNonNull(layout, "layout");
    Objects.requireNonNull(targets, "targets");
  }
}
