package actbench.train;

import actbench.data.BatchForm;
import actbench.data.Batches;
import actbench.data.Examples;
import actbench.data.Targets;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.dataset.DataSet;

/** Measures a network on examples, as it stands, without training it. */
final class Evaluation {
  /**
   * Keras' bound: a probability of 0 for the right class would make one example outweigh all
   * others.
   */
  private static final double LEAST_PROBABILITY = 1e-7;

  private final ComputationGraph graph;
  private final BatchForm form;
  private final boolean margin;

  /** An evaluation of a network of classes; with {@code margin} its outputs are lengths. */
  Evaluation(ComputationGraph graph, BatchForm form, boolean margin) {
    this.graph = graph;
    this.form = form;
    this.margin = margin;
  }

  /**
   * How well a network does.
   *
   * @param loss mean cross-entropy of an example, in nats, or mean margin loss
   * @param accuracy share of examples that are right, in [0, 1]
   */
  record Score(double loss, double accuracy) {}

  Score of(Examples examples) {
    Batches batches = Batches.inOrder(examples, form);
    double loss = 0;
    int right = 0;
    while (batches.hasNext()) {
      DataSet batch = batches.next();
      float[][] given = graph.outputSingle(false, batch.getFeatures()).toFloatMatrix();
      float[][] wanted = batch.getLabels().toFloatMatrix();
      for (int row = 0; row < given.length; row++) {
        if (form.targets() == Targets.SINGLE) {
          loss -= logarithm(wanted[row][0] > 0.5f ? given[row][0] : 1 - given[row][0]);
          right += (given[row][0] > 0.5f) == (wanted[row][0] > 0.5f) ? 1 : 0;
        } else {
          int label = largest(wanted[row]);
          loss += margin ? marginLoss(given[row], label) : -logarithm(given[row][label]);
          right += largest(given[row]) == label ? 1 : 0;
        }
      }
    }
    return new Score(loss / examples.size(), (double) right / examples.size());
  }

  private static double logarithm(double probability) {
    // Not a number stays so: it must not pass for a good score.
    return Math.log(probability < LEAST_PROBABILITY ? LEAST_PROBABILITY : probability);
  }

  private static double marginLoss(float[] lengths, int label) {
    double loss = 0;
    for (int i = 0; i < lengths.length; i++) {
      double miss = i == label ? Math.max(0, 0.9 - lengths[i]) : Math.max(0, lengths[i] - 0.1);
      loss += (i == label ? 1 : 0.5) * miss * miss;
    }
    return loss;
  }

  private static int largest(float[] row) {
    int best = 0;
    for (int column = 1; column < row.length; column++) {
      if (row[column] > row[best]) {
        best = column;
      }
    }
    return best;
  }
}
