package actbench.data.transform;

import actbench.data.BatchDraft;
import actbench.data.BatchTransform;
import actbench.data.Examples;
import actbench.spec.Choice;
import actbench.spec.Parameter;
import actbench.spec.Term;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Has examples count in the loss by their class, as {@code class_weight} does in Keras. */
public final class ClassWeights implements BatchTransform {
  private static final String BALANCED = "balanced";
  private static final String GIVEN = "given";
  private static final int NAMED = 10;

  /** What a spec may name. */
  public static final List<Term> TERMS =
      List.of(
          Term.of(BALANCED, "each class counts alike, however many examples it has"),
          Term.of(
              GIVEN,
              "as said, for the labels 0 to 9",
              IntStream.range(0, NAMED)
                  .mapToObj(
                      label ->
                          Parameter.number(parameter(label), "weight of the class of this label")
                              .atLeast(0)
                              .defaultTo(1.0))
                  .toArray(Parameter[]::new)));

  private final Examples examples;
  private final float[] weights;

  /**
   * The weights of this name for training on these examples.
   *
   * <p>{@code balanced} is all examples by classes times examples of the class.
   */
  public ClassWeights(Choice choice, Examples train) {
    examples = train;
    weights = new float[train.classes()];
    Arrays.fill(weights, 1f);
    switch (choice.name()) {
      case BALANCED -> {
        int[] counts = train.classCounts();
        for (int label = 0; label < weights.length; label++) {
          if (counts[label] > 0) {
            weights[label] = (float) ((double) train.size() / weights.length / counts[label]);
          }
        }
      }
      case GIVEN -> {
        for (int label = 0; label < Math.min(NAMED, weights.length); label++) {
          if (choice.parameters().containsKey(parameter(label))) {
            weights[label] = (float) choice.number(parameter(label));
          }
        }
      }
      default ->
          throw new IllegalArgumentException("unknown class weights '" + choice.name() + "'");
    }
  }

  private static String parameter(int label) {
    return "class-" + label;
  }

  @Override
  public void apply(BatchDraft batch) {
    float[] each = batch.weights();
    for (int i = 0; i < batch.size(); i++) {
      each[i] *= weights[examples.label(batch.example(i))];
    }
  }
}
