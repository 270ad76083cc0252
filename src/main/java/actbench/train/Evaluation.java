package actbench.train;

import actbench.data.BatchForm;
import actbench.data.BatchTransform;
import actbench.data.Batches;
import actbench.data.Examples;
import actbench.data.Targets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.SortedMap;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Measures a network on examples, as it stands, without training it. */
final class Evaluation {
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
   * @param masks what else is told of masks, by name; empty where there are none
   */
  record Score(double loss, double accuracy, SortedMap<String, Double> masks) {
    Score(double loss, double accuracy) {
      this(loss, accuracy, Collections.emptySortedMap());
    }
  }

  Score of(Examples examples) {
    Batches all = batches.computeIfAbsent(examples, each -> Batches.inOrder(each, form, transform));
    all.startEpoch(1);
    if (form.targets() == Targets.MASK) {
      return masks(all, examples);
    }
    double loss = 0;
    int right = 0;
    int example = 0;
    while (all.hasNext()) {
      INDArray outputs = graph.outputSingle(false, all.next().getFeatures());
      // In one piece: rows of a matrix are taken out one by one, at a dozen arrays each.
      float[] given = outputs.dup('c').data().asFloat();
      int width = (int) outputs.size(1);
      for (int from = 0; from < given.length; from += width) {
        int label = examples.label(example++);
        if (form.targets() == Targets.SINGLE) {
          loss -= logarithm(label == 1 ? given[from] : 1 - given[from]);
          right += (given[from] > 0.5f) == (label == 1) ? 1 : 0;
        } else {
          loss += margin ? marginLoss(given, from, width, label) : -logarithm(given[from + label]);
          right += largest(given, from, width) == label ? 1 : 0;
        }
      }
    }
    return new Score(loss / examples.size(), (double) right / examples.size());
  }

  private Score masks(Batches all, Examples examples) {
    MaskScore score = new MaskScore(examples);
    while (all.hasNext()) {
      score.add(graph.outputSingle(false, all.next().getFeatures()).dup('c').data().asFloat());
    }
    return score.score();
  }

  static double logarithm(double probability) {
    // Not a number stays so: it must not pass for a good score.
    return Math.log(probability < LEAST_PROBABILITY ? LEAST_PROBABILITY : probability);
  }

  private static double marginLoss(float[] lengths, int from, int width, int label) {
    double loss = 0;
    for (int i = 0; i < width; i++) {
      float length = lengths[from + i];
      double miss = i == label ? Math.max(0, 0.9 - length) : Math.max(0, length - 0.1);
      loss += (i == label ? 1 : 0.5) * miss * miss;
    }
    return loss;
  }

  private static int largest(float[] values, int from, int width) {
    int best = 0;
    for (int column = 1; column < width; column++) {
      if (values[from + column] > values[from + best]) {
        best = column;
      }
    }
    return best;
  }
}
