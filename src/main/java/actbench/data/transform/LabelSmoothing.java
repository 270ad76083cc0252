package actbench.data.transform;

import actbench.data.BatchDraft;
import actbench.data.BatchTransform;
import actbench.data.Targets;

/**
 * Takes a share of each target and spreads it over all classes (Szegedy et al. 2016), as Keras and
 * PyTorch do: t becomes (1 - s) t + s / K, for a single output (1 - s) t + s / 2.
 */
public final class LabelSmoothing implements BatchTransform {
  private final double smoothing;
  private final double each;

  /**
   * A smoothing of targets in this form.
   *
   * @param smoothing the share s, in [0, 1)
   * @param classes the number of classes K
   */
  public LabelSmoothing(double smoothing, Targets form, int classes) {
    this.smoothing = smoothing;
    this.each = smoothing / (form == Targets.SINGLE ? 2 : classes);
  }

  @Override
  public void apply(BatchDraft batch) {
    float[] targets = batch.targets();
    for (int i = 0; i < batch.size() * batch.outputs(); i++) {
      targets[i] = (float) ((1 - smoothing) * targets[i] + each);
    }
  }
}
