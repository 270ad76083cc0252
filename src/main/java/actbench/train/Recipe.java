package actbench.train;

import actbench.data.BatchTransform;
import actbench.data.DataException;
import actbench.data.Examples;
import actbench.data.InputShape;
import actbench.data.Layout;
import actbench.data.LoadedDataset;
import actbench.data.Targets;
import actbench.data.transform.Augmentation;
import actbench.data.transform.AugmentationCatalog;
import actbench.data.transform.ClassWeights;
import actbench.data.transform.Draws;
import actbench.data.transform.GaussianNoise;
import actbench.data.transform.LabelSmoothing;
import actbench.data.transform.Mixing;
import actbench.data.transform.Normalization;
import actbench.grid.RunConfig;
import actbench.spec.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run's settings do to examples before its network sees them. */
public final class Recipe {
  private static final String AUGMENTATION = "augmentation";
  private static final String NORMALIZATION = "normalization";
  private static final String MIXUP = "mixup";
  private static final String CUTMIX = "cutmix";
  private static final String SMOOTHING = "label-smoothing";
  private static final String WEIGHTS = "class-weights";

  /** The settings that {@link #check} goes by. */
  public static final List<String> CHECKED =
      List.of(AUGMENTATION, MIXUP, CUTMIX, SMOOTHING, WEIGHTS, NORMALIZATION);

  private final RunConfig run;
  private final InputShape shape;
  private final Examples train;
  private final Optional<Normalization> normalization;
  private final Layout layout;
  private final Draws draws;

  /**
   * The recipe of a run.
   *
   * @param layout of the batches
   * @param draws the run's random streams
   * @throws DataException if the data does not suit it
   */
  Recipe(RunConfig run, LoadedDataset data, Layout layout, Draws draws) {
    this.run = run;
    this.train = data.train();
    this.shape = train.shape();
    this.layout = layout;
    this.draws = draws;
    normalization =
        run.has(NORMALIZATION)
            ? Optional.of(Normalization.of(run.choice(NORMALIZATION), train))
            : Optional.empty();
  }

  /**
   * Finds out without any data whether a run's recipe suits it.
   *
   * @throws DataException if not
   */
  public static void check(RunConfig run, InputShape shape, Task task) {
    for (String setting : unfit(task)) {
      if (run.has(setting)) {
        throw new DataException(
            "'%s' is not for task '%s', whose answer is %s"
                .formatted(setting, task.word(), task.doc()));
      }
    }
    for (String setting : List.of(AUGMENTATION, CUTMIX)) {
      if (run.has(setting) && shape.height() == 1) {
        throw new DataException(
            "'%s' changes images, found examples of %s".formatted(setting, shape.label()));
      }
    }
    if (run.has(NORMALIZATION)) {
      Normalization.check(run.choice(NORMALIZATION), shape);
    }
  }

  /** The settings that would make nonsense of what is learnt. */
  private static List<String> unfit(Task task) {
    return switch (task) {
      case BINARY, MULTICLASS -> List.of();
      case MULTILABEL, REGRESSION -> List.of(SMOOTHING, WEIGHTS);
      // What is to be given back is the example as it was before any change.
      case RECONSTRUCTION -> List.of(AUGMENTATION, CUTMIX, SMOOTHING, WEIGHTS);
      case SEGMENTATION -> List.of(AUGMENTATION, MIXUP, CUTMIX, SMOOTHING, WEIGHTS);
    };
  }

  /** How values are normalised, beyond what their file format asks for. */
  Optional<Normalization> normalization() {
    return normalization;
  }

  /**
   * For batches to train on.
   *
   * @throws DataException if the targets do not allow it
   */
  BatchTransform training(Targets targets) {
    List<BatchTransform> steps = new ArrayList<>();
    Optional<Augmentation> augmentation =
        run.has(AUGMENTATION)
            ? Optional.of(AugmentationCatalog.augmentation(run.choice(AUGMENTATION)))
            : Optional.empty();
    Optional<BatchTransform> normalizing = normalization.map(each -> each.transform(shape, layout));
    boolean first = normalization.filter(Normalization::first).isPresent();
    if (first) {
      normalizing.ifPresent(steps::add);
    }
    augmentation.ifPresent(each -> steps.add(each.geometry(shape, layout, draws)));
    if (!first) {
      normalizing.ifPresent(steps::add);
    }
    augmentation.ifPresent(each -> steps.add(each.erasure(shape, layout, draws)));
    if (run.has(WEIGHTS)) {
      steps.add(new ClassWeights(run.choice(WEIGHTS), train));
    }
    if (run.has(SMOOTHING)) {
      steps.add(new LabelSmoothing(run.number(SMOOTHING), targets, train.classes()));
    }
    if (run.has(MIXUP) || run.has(CUTMIX)) {
      steps.add(new Mixing(alpha(MIXUP), alpha(CUTMIX), shape, layout, draws));
    }
    if (run.has("input-noise")) {
      steps.add(GaussianNoise.inTraining(run.number("input-noise"), shape.size(), draws));
    }
    return BatchTransform.all(steps);
  }

  private double alpha(String setting) {
    return run.has(setting) ? run.number(setting) : 0;
  }

  /** For batches that a network is measured on. */
  BatchTransform evaluation() {
    List<BatchTransform> steps = new ArrayList<>();
    normalization.ifPresent(each -> steps.add(each.transform(shape, layout)));
    if (run.has("test-noise")) {
      steps.add(GaussianNoise.inTests(run.number("test-noise"), shape.size(), draws));
    }
    return BatchTransform.all(steps);
  }
}
