package actbench.model;

import actbench.grid.RunConfig;
import java.util.List;

/**
 * A multilayer perceptron: depth x [dense, batch normalisation?, activation, dropout?], then the
 * output.
 */
final class Mlp {
  static final Model MODEL =
      new Model(
          "mlp",
          "Multilayer perceptron: fully connected layers of one width.",
          "standard; layer order dense, batch normalisation, activation, dropout as in the study's depth sweep",
          List.of(
              Model.integer("depth", 2, 1, 1000, "hidden layers"),
              Model.integer("width", 128, 1, 65536, "units of each hidden layer"),
              Model.flag("batch-norm", false, "batch normalisation before each activation"),
              Model.share("dropout", 0, "share of units dropped after each activation")),
          Mlp::draw);

  private Mlp() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    network.flatten();
    for (int layer = 0; layer < run.integer("depth"); layer++) {
      network.dense(run.integer("width"));
      if (run.flag("batch-norm")) {
        network.batchNorm();
      }
      network.activate().dropout(run.number("dropout"));
    }
    return network.output();
  }
}
