package actbench.train;

import actbench.data.DataException;
import actbench.data.DatasetStore;
import actbench.data.LoadedDataset;
import actbench.grid.RunConfig;
import actbench.model.Layers;
import actbench.model.NetworkException;
import actbench.result.EpochRecord;
import actbench.result.KeptModel;
import actbench.result.ResultException;
import actbench.result.RunResult;
import actbench.result.Status;
import actbench.run.RunProgress;
import actbench.spec.Measure;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Trains one run after another in this process. For one thread. */
public final class RunTrainer {
  private final DatasetStore store;
  private final Layers layers;
  private final Optional<Path> models;

  /**
   * A trainer with this data and these layers.
   *
   * @param store is asked for each run's data
   * @param models folder in which trained networks are kept; empty to keep none
   */
  public RunTrainer(DatasetStore store, Layers layers, Optional<Path> models) {
    this.store = store;
    this.layers = layers;
    this.models = models;
  }

  /** Trains a run to its end; what goes wrong is told by the result's status. */
  public RunResult train(RunConfig run, RunProgress progress) {
    return train(run, List.of(), progress);
  }

  /** Trains a run to its end, and watches this in it. */
  public RunResult train(RunConfig run, List<Measure> measures, RunProgress progress) {
    long start = System.nanoTime();
    PeakMemory memory = PeakMemory.start();
    List<EpochRecord> epochs = new ArrayList<>();
    SortedMap<String, Double> metrics = new TreeMap<>();
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("started_at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    Status status = Status.OK;
    String failure = "";
    try {
      LoadedDataset data = store.load(run.choice("dataset"));
      facts.put("data", data.provenance().label());
      try (Training training = new Training(run, data, layers, models.isPresent(), measures)) {
        training.describe(metrics, facts);
        training.fit(progress, epochs);
        training.score(epochs, metrics);
        models.ifPresent(folder -> keep(training, folder, facts));
      }
    } catch (DivergedException e) {
      status = Status.DIVERGED;
      failure = e.getMessage();
    } catch (DataException | NetworkException | ResultException e) {
      status = Status.FAILED;
      failure = e.getMessage();
    } catch (RuntimeException e) {
      status = Status.FAILED;
      failure = e.getClass().getSimpleName() + ": " + e.getMessage();
      // The trace goes to the run's log; the row keeps the sentence.
      e.printStackTrace();
    }
    metrics.put("seconds", (System.nanoTime() - start) / 1e9);
    memory.bytes().ifPresent(bytes -> metrics.put("peak_memory_bytes", (double) bytes));
    return new RunResult(run, status, failure, metrics, facts, epochs);
  }

  /** A full disk must not cost the scores, which are complete. */
  private static void keep(Training training, Path folder, SortedMap<String, String> facts) {
    try {
      training.keep(folder);
    } catch (RuntimeException e) {
      facts.put(KeptModel.UNKEPT, "no: " + e.getMessage());
    }
  }
}
