package actbench.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a network is asked to do: decides its output function, what losses it may learn by and how
 * it is scored.
 */
public enum Task {
  /** One of two classes: one sigmoid output, binary cross-entropy. */
  BINARY("one of two classes", "accuracy", "auc", "loss"),
  /** One of several classes: softmax, categorical cross-entropy. */
  MULTICLASS("one of several classes", "accuracy", "top3-accuracy", "top5-accuracy", "loss"),
  /** Any number of labels: a sigmoid each, binary cross-entropy. */
  MULTILABEL(
      "any number of labels",
      "accuracy",
      "exact-match",
      "f1-micro",
      "auc-micro",
      "auc-macro",
      "loss"),
  /** One or more numbers: linear outputs, mean squared error. */
  REGRESSION("one or more numbers", "mse", "mae", "rmse", "r2", "loss"),
  /** The input itself: linear outputs, mean squared error. */
  RECONSTRUCTION("the input itself", "mse", "mae", "rmse", "loss"),
  /** A mask of each image: one sigmoid output a pixel, binary cross-entropy and Dice. */
  SEGMENTATION("a mask of each image", "dice", "iou", "accuracy", "loss");

  private final String doc;

  @SuppressWarnings("ImmutableEnumChecker") // It is, as List.of makes it.
  private final List<String> metrics;

  Task(String doc, String... metrics) {
    this.doc = doc;
    this.metrics = List.of(metrics);
  }

  /** As in a spec: {@code multiclass}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is to be told, in a few words. */
  public String doc() {
    return doc;
  }

  /** What its networks are scored by, as in a spec; the first decides if the spec says nothing. */
  public List<String> metrics() {
    return metrics;
  }

  /**
   * Whether the answer is numbers that are met more or less, not classes that are hit or missed.
   */
  public boolean isNumeric() {
    return this == REGRESSION || this == RECONSTRUCTION;
  }

  /** What a spec may write. */
  public static List<Term> terms() {
    return Arrays.stream(values()).map(task -> Term.of(task.word(), task.doc)).toList();
  }

  /**
   * The task of this word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Task of(String word) {
    return Arrays.stream(values())
        .filter(task -> task.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no task is called '" + word + "'"));
  }
}
