package actbench.model;

import actbench.grid.RunConfig;
import java.util.List;

/** LeNet-4 as in the study's MNIST benchmark. */
final class LeNet4 {
  static final Model MODEL =
      new Model(
          "lenet-4",
          "LeNet-4: two 5x5 convolutions with max pooling, one dense layer.",
          "Mish study, LeNet_Mish.ipynb; there with SGD 0.01, batch 128, 20 epochs",
          List.of(
              Model.integer("width", 500, 1, 65536, "units of the dense layer"),
              Model.share(
                  "dropout",
                  0,
                  "share of units dropped after the dense layer; the study has none")),
          LeNet4::draw);

  private LeNet4() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    return network
        .conv(20, Patch.of(5))
        .activate()
        .maxPool(2)
        .conv(50, Patch.of(5))
        .activate()
        .maxPool(2)
        .flatten()
        .dense(run.integer("width"))
        .activate()
        .dropout(run.number("dropout"))
        .output();
  }
}
