package actbench.train;

import actbench.data.BatchForm;
import actbench.data.Batches;
import actbench.data.Dataset;
import actbench.data.DatasetCatalog;
import actbench.data.Examples;
import actbench.data.Layout;
import actbench.data.LoadedDataset;
import actbench.data.Provenance;
import actbench.data.Targets;
import actbench.engine.LayerTimes;
import actbench.grid.RunConfig;
import actbench.model.Layers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Times the training steps of a run's network on one batch of noise with the shape of its data.
 *
 * <p>A step is forward pass, loss, backward pass and update, as in a training.
 */
public final class StepBench {
  private static final int PAGE = 4096;

  private final RunConfig run;
  private final Layers layers;

  /** A bench for this run's network, of these layers. */
  public StepBench(RunConfig run, Layers layers) {
    this.run = run;
    this.layers = layers;
  }

  /** Counts what comes after the gradients as the update's. */
  private static final class UpdateTime extends BaseTrainingListener {
    @Override
    public void onGradientCalculation(Model model) {
      LayerTimes.shared().enter("update");
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
      LayerTimes.shared().enter(LayerTimes.REST);
    }
  }

  /** Does steps that do not count, and then steps that do. */
  public StepTimes measure(int warmup, int steps) {
    LoadedDataset noise = noise();
    try (Training training = new Training(run, noise, layers, false, List.of())) {
      ComputationGraph graph = training.graph();
      graph.addListeners(new UpdateTime());
      DataSet batch = batch(noise);
      double start = 0;
      for (int i = 0; i < warmup; i++) {
        graph.fit(batch);
        if (i == 0) {
          start = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        }
      }
      long residentBefore = resident();
      List<Double> times = new ArrayList<>();
      LayerTimes.shared().start();
      for (int i = 0; i < steps; i++) {
        long from = System.nanoTime();
        graph.fit(batch);
        times.add((System.nanoTime() - from) / 1e6);
      }
      SortedMap<String, Double> shares = LayerTimes.shared().stop();
      return new StepTimes(
          times,
          layers.channelsLast() ? shares : new TreeMap<>(),
          start,
          residentBefore,
          resident(),
          graph.score());
    }
  }

  private LoadedDataset noise() {
    Dataset data = DatasetCatalog.standard().find(run.choice("dataset")).orElseThrow();
    int size = run.integer("batch-size");
    byte[] values = new byte[Math.multiplyExact(size, data.shape().size())];
    new Random(1).nextBytes(values);
    byte[] labels = new byte[size];
    for (int i = 0; i < size; i++) {
      labels[i] = (byte) (i % data.classes());
    }
    Examples examples =
        switch (data.answer()) {
          case MASK -> Examples.masked(data.shape(), values, new byte[size * pixels(data)]);
          case CLASS -> Examples.of(data.shape(), data.classes(), 255, values, labels);
          case LABELS, NUMBERS ->
              Examples.table(
                  data.shape().size(),
                  data.classes(),
                  new float[values.length],
                  new float[size * data.classes()]);
        };
    return new LoadedDataset(
        data,
        examples,
        Optional.empty(),
        examples,
        new Provenance(data.name(), false, "", List.of("noise")));
  }

  private static int pixels(Dataset data) {
    return data.shape().height() * data.shape().width();
  }

  private DataSet batch(LoadedDataset data) {
    Layout layout = layers.channelsLast() ? Layout.NHWC : Layout.NCHW;
    Targets targets = Goal.of(run, data.dataset()).targets();
    return Batches.inOrder(data.train(), new BatchForm(data.train().size(), layout, targets))
        .next();
  }

  /** Bytes in memory; known on Linux alone. */
  private static long resident() {
    try {
      return PAGE * Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ", -1)[1]);
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
