package actbench.train;

import actbench.data.BatchForm;
import actbench.data.BatchTransform;
import actbench.data.Batches;
import actbench.data.Examples;
import actbench.engine.Loss;
import actbench.model.Blueprint;
import actbench.model.Cost;
import actbench.model.Objective;
import java.util.IdentityHashMap;
import java.util.SortedMap;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Measures a network on examples, as it stands, without training it. */
final class Evaluation {
  /** Examples at most that are scored at a time. */
  private static final int MOST = 256;

  /** Numbers that all layers together may put out for them: 64 MB. */
  private static final long NUMBERS = 1L << 24;

  private final ComputationGraph graph;
  private final BatchForm form;
  private final BatchTransform transform;
  private final Objective objective;
  private final IdentityHashMap<Examples, Batches> batches = new IdentityHashMap<>();

  /**
   * An evaluation of a network.
   *
   * @param transform what is done to examples before the network sees them
   */
  Evaluation(
      ComputationGraph graph, BatchForm form, BatchTransform transform, Objective objective) {
    this.transform = transform;
    this.graph = graph;
    this.form = form;
    this.objective = objective;
  }

  /**
   * How many examples are scored at a time. Layers keep the memory of their largest batch, so a
   * large network is given no more than in training.
   */
  static int batch(Blueprint network, int batch) {
    long fitting = Math.max(1, NUMBERS / Cost.numbers(network));
    return (int) Math.min(MOST, Math.max(batch, fitting));
  }

  /**
   * How well a network does.
   *
   * @param loss mean of an example, without penalties on weights
   * @param values what else the task tells, by name: {@code accuracy}, {@code mse}
   */
  record Score(double loss, SortedMap<String, Double> values) {}

  Score of(Examples examples) {
    Batches all = batches.computeIfAbsent(examples, each -> Batches.inOrder(each, form, transform));
    all.startEpoch(1);
    ExampleScore score =
        switch (objective.task()) {
          case BINARY -> new BinaryScore(examples, objective.loss());
          case MULTICLASS -> new ClassScore(examples, objective.loss() == Loss.MARGIN);
          case MULTILABEL ->
              new LabelScore(examples, form.targets(), objective.loss(), objective.outputs());
          case REGRESSION, RECONSTRUCTION ->
              new NumberScore(examples, form.targets(), objective.loss(), objective.outputs());
          case SEGMENTATION ->
              new MaskScore(examples, objective.loss() == Loss.CROSS_ENTROPY_AND_DICE);
        };
    while (all.hasNext()) {
      INDArray outputs = graph.outputSingle(false, all.next().getFeatures());
      // In one piece: rows of a matrix are taken out one by one, at a dozen arrays each.
      score.add(outputs.dup('c').data().asFloat());
    }
    return score.score();
  }
}
