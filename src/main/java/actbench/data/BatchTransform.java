package actbench.data;

/** Changes a batch before the network sees it: augmentation, mixup, label smoothing, noise. */
@FunctionalInterface
public interface BatchTransform {
  /** Leaves every batch as it is. */
  BatchTransform NONE = (epoch, batch, examples, features, targets) -> {};

  /**
   * Changes features and targets in place.
   *
   * @param epoch counted from 1
   * @param batch the batch's place in the epoch, counted from 0
   * @param examples the number of examples; the arrays may be longer, their rest is not used
   * @param features scaled values, in the layout of the batch's form
   * @param targets in the form of the batch
   */
  void apply(int epoch, int batch, int examples, float[] features, float[] targets);
}
