package actbench.model;

import actbench.grid.RunConfig;
import actbench.spec.Parameter;
import actbench.spec.Task;
import java.util.Map;
import java.util.TreeMap;

/** Draws catalogue networks with their default settings. */
final class Drawings {
  static final Shape MNIST = new Shape(28, 28, 1);
  static final Shape CIFAR = new Shape(32, 32, 3);

  private Drawings() {}

  /** A network for several classes; what is not given has its default. */
  static Blueprint draw(String model, Shape input, int classes, Map<String, Object> given) {
    TreeMap<String, Object> settings = new TreeMap<>();
    for (Parameter each : ModelCatalog.get(model).settings()) {
      each.defaultValue().ifPresent(value -> settings.put(each.name(), value));
    }
    settings.putAll(given);
    return ModelCatalog.get(model)
        .draw(
            new BlueprintBuilder(
                input, ModelCatalog.get(model).task().orElse(Task.MULTICLASS), classes),
            new RunConfig("test", settings, 1));
  }
}
