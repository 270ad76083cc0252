package actbench.train;

import actbench.data.DataLocations;
import actbench.data.DatasetCatalog;
import actbench.data.DatasetStore;
import actbench.grid.RunConfig;
import actbench.model.EngineLayers;
import actbench.result.RunResult;
import actbench.run.RunProgress;
import actbench.spec.Choice;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Short trainings of a small network on the shipped digits. */
final class Digits {
  private Digits() {}

  /** One hidden layer of 32 units for three epochs, and these settings. */
  static RunConfig run(String activation, Map<String, Object> more) {
    TreeMap<String, Object> settings = new TreeMap<>();
    settings.put("dataset", Choice.of("digits"));
    settings.put("model", Choice.of("mlp"));
    settings.put("depth", 1L);
    settings.put("width", 32L);
    settings.put("batch-norm", false);
    settings.put("dropout", 0.0);
    settings.put("learning-rate", 0.1);
    settings.put("activation", Choice.of(activation));
    settings.put("batch-size", 32L);
    settings.put("epochs", 3L);
    settings.put("initializer", Choice.of("glorot-uniform"));
    settings.put("optimizer", Choice.of("sgd"));
    settings.put("regularizer", Choice.of("none"));
    settings.putAll(more);
    return new RunConfig("digits-" + activation, settings, 1);
  }

  /** A name with parameters. */
  static Choice choice(String name, Map<String, Object> parameters) {
    return new Choice(name, new TreeMap<>(parameters));
  }

  static RunResult train(RunConfig run) {
    return train(run, Optional.empty());
  }

  /** Trains, and keeps networks in a folder where one is given. */
  static RunResult train(RunConfig run, Optional<Path> models) {
    return trainer(models).train(run, new RunProgress() {});
  }

  /** A trainer that keeps no networks. */
  static RunTrainer trainer() {
    return trainer(Optional.empty());
  }

  private static RunTrainer trainer(Optional<Path> models) {
    return new RunTrainer(store(), new EngineLayers(), models);
  }

  /** The data sets that are shipped. */
  static DatasetStore store() {
    return new DatasetStore(
        DatasetCatalog.standard(), new DataLocations(Path.of("none"), Path.of(""), ""));
  }
}
