package actbench.train;

import actbench.data.BatchForm;
import actbench.data.Batches;
import actbench.data.DataException;
import actbench.data.Examples;
import actbench.data.InputShape;
import actbench.data.Layout;
import actbench.data.LoadedDataset;
import actbench.data.Targets;
import actbench.data.transform.Normalization;
import actbench.engine.Tally;
import actbench.grid.RunConfig;
import actbench.model.Blueprint;
import actbench.model.HiddenActivation;
import actbench.model.Layers;
import actbench.model.ModelCatalog;
import actbench.model.NetworkPlan;
import actbench.optim.EarlyStopping;
import actbench.optim.LearningRates;
import actbench.optim.Optimizer;
import actbench.optim.RandomStreams;
import actbench.optim.ReduceOnPlateau;
import actbench.result.EpochRecord;
import actbench.result.KeptModel;
import actbench.run.RunProgress;
import actbench.spec.Measure;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.factory.Nd4j;

/** The training of one run, from drawn weights to scores. */
final class Training implements AutoCloseable {
  private final RunConfig run;
  private final LoadedDataset data;
  private final Goal goal;
  private final RandomStreams streams;
  private final Blueprint blueprint;
  private final ComputationGraph graph;
  private final Recipe recipe;
  private final Batches batches;
  private final Evaluation evaluation;
  private final HiddenUnits hiddenUnits;
  private final Optional<GradientNorms> gradientNorms;
  private final Tally tally;
  private final Optional<ReduceOnPlateau> plateau;
  private final String initHash;
  private final EarlyStopping stopping;
  private final Optional<BestWeights> best;

  /**
   * A training that has not begun.
   *
   * @param keeping whether its network will be kept
   * @param measures what is watched, which changes nothing else
   */
  Training(
      RunConfig run,
      LoadedDataset data,
      Layers layers,
      boolean keeping,
      Collection<Measure> measures) {
    this.run = run;
    this.data = data;
    streams = new RandomStreams(run.seed());
    goal = Goal.of(run, data.dataset());
    goal.check(data.train());
    Recipe.check(run, data.train().shape(), goal.objective().task());
    blueprint = draw(run, goal);
    Optimizer optimizer = Optimizers.optimizer(run, updatesPerEpoch(run, data));
    plateau = Optimizers.plateau(run);
    graph = layers.create(plan(optimizer));
    gradientNorms = GradientNorms.of(graph, measures);
    graph.setListeners(
        Stream.<TrainingListener>concat(gradientNorms.stream(), optimizer.clipping().stream())
            .toList());
    initHash = new InitialWeights(run, streams).assign(blueprint, layers, graph);
    Layout layout = layers.channelsLast() ? Layout.NHWC : Layout.NCHW;
    Targets targets = goal.targets();
    recipe = new Recipe(run, data, layout, streams::named);
    batches =
        new Batches(
                data.train(),
                new BatchForm(run.integer("batch-size"), layout, targets),
                this::order,
                recipe.training(targets))
            .ahead();
    int limit = Evaluation.batch(blueprint, run.integer("batch-size"));
    BatchForm whole = new BatchForm(limit, layout, targets);
    evaluation = new Evaluation(graph, whole, recipe.evaluation(), goal.objective());
    int watched = targets == Targets.MASK ? run.integer("batch-size") : HiddenUnits.EXAMPLES;
    hiddenUnits =
        new HiddenUnits(
            graph,
            blueprint,
            layers,
            first(data.train(), watched),
            recipe.evaluation(),
            limit,
            measures);
    tally = layers.tally(graph);
    stopping = stopping(run, data, goal);
    boolean keepingBest = keeping && data.validation().isPresent();
    best =
        keepingBest || stopping.restores() ? Optional.of(new BestWeights(graph)) : Optional.empty();
  }

  private static Examples first(Examples examples, int count) {
    return examples.select(IntStream.range(0, Math.min(count, examples.size())).toArray());
  }

  /** The network that a run asks for. */
  private static Blueprint draw(RunConfig run, Goal goal) {
    return ModelCatalog.draw(run, goal.input(), goal.objective());
  }

  private static EarlyStopping stopping(RunConfig run, LoadedDataset data, Goal goal) {
    if (!run.has("early-stopping")) {
      return EarlyStopping.never(goal.watched());
    } else if (data.validation().isEmpty()) {
      throw new DataException("early stopping needs examples that are held out; found none");
    }
    return EarlyStopping.of(run.choice("early-stopping"), goal.watched());
  }

  private static int updatesPerEpoch(RunConfig run, LoadedDataset data) {
    int batch = run.integer("batch-size");
    return (data.train().size() + batch - 1) / batch;
  }

  private NetworkPlan plan(Optimizer optimizer) {
    return new NetworkPlan(
        blueprint,
        HiddenActivation.of(run.choice("activation")),
        optimizer.updater(),
        Optimizers.penalties(run),
        optimizer.decay(),
        run.seed());
  }

  private int[] order(int epoch) {
    return streams.order(epoch - 1, data.train().size());
  }

  /** The network in training. */
  ComputationGraph graph() {
    return graph;
  }

  /** Tells what is known before the first step. */
  void describe(SortedMap<String, Double> metrics, SortedMap<String, String> facts) {
    metrics.put("parameters", (double) blueprint.parameters());
    metrics.put("trainable_parameters", (double) blueprint.trainableParameters());
    facts.putAll(goal.judge().asPrimary());
    facts.put("init_hash", initHash);
    Fingerprint order = new Fingerprint();
    order.add(order(1));
    facts.put("order_hash", order.hex());
    facts.put("validation", data.validation().isPresent() ? "held out" : "test set");
  }

  /**
   * Trains all epochs, or until early stopping ends it.
   *
   * @param epochs gets a record as soon as its epoch is finished
   * @throws DivergedException at the first loss that is no finite number
   */
  void fit(RunProgress progress, List<EpochRecord> epochs) {
    for (int epoch = 1; epoch <= run.integer("epochs"); epoch++) {
      EpochRecord record = epoch(epoch, progress);
      epochs.add(record);
      progress.epoch(record);
      if (stopping.improves(Scores.watchedIn(record, stopping.metric()))) {
        best.ifPresent(weights -> weights.keep(record.epoch()));
      }
      if (stopping.isOver()) {
        return;
      }
    }
  }

  private EpochRecord epoch(int epoch, RunProgress progress) {
    long start = System.nanoTime();
    double waited = batches.secondsWaited();
    tally.clear();
    gradientNorms.ifPresent(GradientNorms::startEpoch);
    batches.startEpoch(epoch);
    int count = batches.batches();
    for (int batch = 1; batch <= count; batch++) {
      int next = batch;
      gradientNorms.ifPresent(norms -> norms.next(next, count));
      graph.fit(batches.next());
      double loss = graph.score();
      if (!Double.isFinite(loss)) {
        throw new DivergedException(loss, epoch, batch);
      }
      progress.batch(epoch, batch, count, loss);
    }
    graph.incrementEpochCount();
    double seconds = (System.nanoTime() - start) / 1e9;
    TreeMap<String, Double> values = new TreeMap<>();
    values.put("train_loss", tally.meanLoss());
    if (!goal.objective().task().isNumeric()) {
      values.put("train_accuracy", tally.accuracy());
    }
    values.put("seconds", seconds);
    values.put("data_wait", (batches.secondsWaited() - waited) / seconds);
    values.put("images_per_second", data.train().size() / seconds);
    Evaluation.Score score = evaluation.of(validation());
    if (!Double.isFinite(score.loss())) {
      // The last update of the epoch can be the one that goes wrong.
      throw new DivergedException(epoch);
    }
    Scores.putValidation(score, values);
    values.putAll(hiddenUnits.values());
    gradientNorms.ifPresent(norms -> values.putAll(norms.values()));
    values.putAll(LearnedValues.of(graph));
    plateau.ifPresent(rule -> LearningRates.set(graph, rule.after(watched(rule, score))));
    return new EpochRecord(epoch, values);
  }

  private static double watched(ReduceOnPlateau rule, Evaluation.Score score) {
    return rule.mode() == ReduceOnPlateau.Mode.MIN ? score.loss() : score.values().get("accuracy");
  }

  private Examples validation() {
    return data.validation().orElse(data.test());
  }

  /** Scores the trained network on the test set, and sums up its epochs. */
  void score(List<EpochRecord> epochs, SortedMap<String, Double> metrics) {
    EpochRecord last = epochs.get(epochs.size() - 1);
    int epoch = stopping.restores() ? best.orElseThrow().epoch() : last.epoch();
    if (run.has("early-stopping")) {
      metrics.put("test_epoch", (double) epoch);
    }
    Scores.put(epochs, test(last), goal.watched(), metrics);
  }

  private Evaluation.Score test(EpochRecord last) {
    if (data.validation().isEmpty()) {
      // The last epoch's validation was on the test set already.
      return Scores.ofValidation(last);
    }
    return stopping.restores()
        ? best.orElseThrow().during(() -> evaluation.of(data.test()))
        : evaluation.of(data.test());
  }

  /**
   * Keeps the network as it is after the last epoch, and as it was after the best one where
   * examples are held out.
   *
   * @param models the folder for it
   * @throws actbench.result.ResultException if a file cannot be written
   */
  void keep(Path models) {
    write(models, KeptModel.Which.LAST, graph.getEpochCount());
    best.ifPresent(
        weights -> weights.during(() -> write(models, KeptModel.Which.BEST, weights.epoch())));
  }

  private Path write(Path models, KeptModel.Which which, int epoch) {
    InputShape in = data.dataset().shape();
    KeptModel about =
        new KeptModel(
            run,
            epoch,
            List.of(in.height(), in.width(), in.channels()),
            goal.objective().task(),
            data.dataset().content().classNames(),
            data.dataset().content().features(),
            recipe.normalization().map(Normalization::mean).orElse(List.of()),
            recipe.normalization().map(Normalization::deviation).orElse(List.of()));
    Path file = KeptModel.file(models, run.id(), which);
    ModelFile.write(file, graph, about);
    return file;
  }

  @Override
  public void close() {
    batches.close();
    // Long-lived workers would otherwise keep the largest network's memory.
    Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
  }
}
