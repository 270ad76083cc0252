package actbench.train;

import actbench.data.BatchForm;
import actbench.data.BatchTransform;
import actbench.data.Batches;
import actbench.data.Examples;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SortedMap;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Measures a network on examples, as it stands, without training it. */
final class Evaluation {
  /** What a score may tell besides loss and accuracy; proportions, higher is better. */
  static final List<String> OTHERS =
      List.of("auc", "dice", "iou", "top3_accuracy", "top5_accuracy");

  /**
   * Keras' bound: a probability of 0 for the right class would make one example outweigh all
   * others.
   */
  private static final double LEAST_PROBABILITY = 1e-7;

  private final ComputationGraph graph;
  private final BatchForm form;
  private final BatchTransform transform;
  private final boolean margin;
  private final IdentityHashMap<Examples, Batches> batches = new IdentityHashMap<>();

  /**
   * An evaluation of a network of classes.
   *
   * @param transform what is done to examples before the network sees them
   * @param margin whether its outputs are lengths
   */
  Evaluation(ComputationGraph graph, BatchForm form, BatchTransform transform, boolean margin) {
    this.transform = transform;
    this.graph = graph;
    this.form = form;
    this.margin = margin;
  }

  /**
   * How well a network does.
   *
   * @param loss mean cross-entropy of an example, in nats, or mean margin loss
   * @param accuracy share of examples, or of pixels of masks, that are right, in [0, 1]
   * @param others what else is told, by name, see {@link #OTHERS}
   */
  record Score(double loss, double accuracy, SortedMap<String, Double> others) {}

  Score of(Examples examples) {
    Batches all = batches.computeIfAbsent(examples, each -> Batches.inOrder(each, form, transform));
    all.startEpoch(1);
    ExampleScore score =
        switch (form.targets()) {
          case SINGLE -> new BinaryScore(examples);
          case ONE_HOT -> new ClassScore(examples, margin);
          case MASK -> new MaskScore(examples);
        };
    while (all.hasNext()) {
      INDArray outputs = graph.outputSingle(false, all.next().getFeatures());
      // In one piece: rows of a matrix are taken out one by one, at a dozen arrays each.
      score.add(outputs.dup('c').data().asFloat());
    }
    return score.score();
  }

  static double logarithm(double probability) {
    // Not a number stays so: it must not pass for a good score.
    return Math.log(probability < LEAST_PROBABILITY ? LEAST_PROBABILITY : probability);
  }
}
