package actbench.data;

import java.util.List;

/** Changes a batch before the network sees it: augmentation, mixup, label smoothing, noise. */
@FunctionalInterface
public interface BatchTransform {
  /** Leaves every batch as it is. */
  BatchTransform NONE = batch -> {};

  /** Changes features, targets and weights in place. For one thread at a time. */
  void apply(BatchDraft batch);

  /** All of these, one after the other. */
  static BatchTransform all(List<BatchTransform> transforms) {
    List<BatchTransform> steps = transforms.stream().filter(each -> each != NONE).toList();
    return steps.isEmpty() ? NONE : batch -> steps.forEach(each -> each.apply(batch));
  }
}
