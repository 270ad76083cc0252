package actbench.model;

/** What a network is asked to do; decides output function, loss and accuracy. */
public enum Task {
  /** One of two classes: one sigmoid output, binary cross-entropy. */
  BINARY,
  /** One of several classes: softmax, categorical cross-entropy. */
  MULTICLASS,
  /** A mask of each image: one sigmoid output a pixel, binary cross-entropy and Dice. */
  SEGMENTATION;

  /**
   * The task of a data set.
   *
   * @param masks whether its examples have masks
   */
  public static Task of(int classes, boolean masks) {
    if (masks) {
      return SEGMENTATION;
    }
    return classes == 2 ? BINARY : MULTICLASS;
  }
}
