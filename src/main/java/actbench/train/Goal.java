package actbench.train;

import actbench.data.DataException;
import actbench.data.Dataset;
import actbench.data.Examples;
import actbench.data.InputShape;
import actbench.data.Targets;
import actbench.engine.Loss;
import actbench.grid.RunConfig;
import actbench.model.Objective;
import actbench.model.Shape;
import actbench.optim.EarlyStopping;
import actbench.result.Metric;
import actbench.result.Row;
import actbench.spec.Task;

/** What a run is to do on its data set, put together from the settings and the catalogues. */
public final class Goal {
  private final Dataset dataset;
  private final Objective objective;

  private Goal(Dataset dataset, Objective objective) {
    this.dataset = dataset;
    this.objective = objective;
  }

  /**
   * The goal of a run.
   *
   * @throws actbench.model.NetworkException if task, data, model, loss and metric do not fit
   */
  public static Goal of(RunConfig run, Dataset dataset) {
    return new Goal(
        dataset,
        Objective.of(run, new Objective.Given(dataset.task(), dataset.classes(), input(dataset))));
  }

  private static Shape input(Dataset dataset) {
    InputShape in = dataset.shape();
    return new Shape(in.height(), in.width(), in.channels());
  }

  /** The shape of one example. */
  public Shape input() {
    return input(dataset);
  }

  /** What the network does, learns by and is judged by. */
  public Objective objective() {
    return objective;
  }

  /** How the network is told what is right. */
  public Targets targets() {
    return switch (objective.task()) {
      case BINARY -> Targets.SINGLE;
      case MULTICLASS -> Targets.ONE_HOT;
      case MULTILABEL -> dataset.task() == Task.MULTILABEL ? Targets.NUMBERS : Targets.ONE_HOT;
      case REGRESSION -> Targets.NUMBERS;
      case RECONSTRUCTION -> Targets.INPUT;
      case SEGMENTATION -> Targets.MASK;
    };
  }

  /** The metric by which the run is judged: {@code test_accuracy}. */
  Metric judge() {
    return Metric.named("test_" + Row.column(objective.metric()));
  }

  /** The same metric as it is watched in training: {@code validation_accuracy}. */
  EarlyStopping.Watched watched() {
    return new EarlyStopping.Watched(
        "validation_" + Row.column(objective.metric()),
        judge().direction() == Metric.Direction.LOWER_IS_BETTER);
  }

  /**
   * Finds out whether probabilities can reach what is to be learnt.
   *
   * @throws DataException if a value to be given back lies outside 0 to 1
   */
  void check(Examples examples) {
    boolean bounded =
        objective.loss() == Loss.SIGMOID_BINARY_CROSS_ENTROPY
            || objective.loss() == Loss.SIGMOID_MEAN_SQUARED_ERROR;
    if (!bounded || !objective.task().isNumeric()) {
      return;
    }
    Targets targets = targets();
    float[] values = new float[objective.outputs()];
    for (int example = 0; example < examples.size(); example++) {
      targets.copy(examples, example, values, 0);
      for (float value : values) {
        if (!(value >= 0 && value <= 1)) {
          throw new DataException(
              "sigmoid outputs cannot learn values beyond 0 to 1, found %s in data set '%s'; expected loss mse, mae or huber with linear outputs"
                  .formatted(value, dataset.name()));
        }
      }
    }
  }
}
