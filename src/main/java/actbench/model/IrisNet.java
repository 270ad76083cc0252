package actbench.model;

import actbench.grid.RunConfig;
import java.util.List;

/** The three-layer network for the Iris flowers; the study does not publish its widths. */
final class IrisNet {
  static final Model MODEL =
      new Model(
          "iris-net",
          "Three dense layers for tables of a few columns.",
          "the study's three-layer network; widths not published by it; there on Iris, 4000 epochs",
          List.of(Model.integer("width", 10, 1, 65536, "units of each of the two hidden layers")),
          IrisNet::draw);

  private IrisNet() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    int width = run.integer("width");
    return network.flatten().dense(width).activate().dense(width).activate().output();
  }
}
