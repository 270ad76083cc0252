package actbench.model;

import actbench.grid.RunConfig;
import actbench.spec.Task;
import java.util.List;
import java.util.Optional;

/** Squeezes an example through a narrow layer and gives it back. */
final class AutoEncoder {
  static final Model MODEL =
      new Model(
          "auto-encoder",
          "Dense layers of width, width/2, code, width/2 and width units, and one output for each"
              + " input.",
          "Chollet 2016, \"Building Autoencoders in Keras\", the deep one; the study publishes no"
              + " layers of its own, there on Fashion-MNIST, 50 epochs",
          List.of(
              Model.integer("width", 128, 2, 65536, "units of the first and the last hidden layer"),
              Model.integer("code", 32, 1, 65536, "units of the narrowest layer")),
          AutoEncoder::draw,
          Optional.of(Task.RECONSTRUCTION));

  private AutoEncoder() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    int width = run.integer("width");
    network.flatten();
    for (int units : new int[] {width, width / 2, run.integer("code"), width / 2, width}) {
      network.dense(units).activate();
    }
    return network.output();
  }
}
