package actbench.model;

import actbench.grid.RunConfig;
import java.util.List;

/**
 * The network of the study's depth sweep.
 *
 * <p>Its {@code depth} is the published label: two convolutions, {@code depth - 3} hidden dense
 * layers and the output.
 */
final class DepthNet {
  private static final int LAYERS_AROUND = 3;

  static final Model MODEL =
      new Model(
          "depth-net",
          "The depth sweep's network: two convolutions, then depth - 3 dense layers with batch normalisation.",
          "Mish study, Layers_Acc.ipynb; there on MNIST with SGD 0.01, batch 128, 10 epochs",
          List.of(
              Model.integer(
                  "depth",
                  15,
                  LAYERS_AROUND + 1,
                  1000,
                  "the published label: 15 means 12 hidden dense layers"),
              Model.integer("width", 500, 1, 65536, "units of each dense layer"),
              Model.share(
                  "dropout", 0.25, "share dropped after the pooling and after each dense layer")),
          DepthNet::draw);

  private DepthNet() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    double dropout = run.number("dropout");
    network
        .conv(20, Patch.of(5).valid())
        .activate()
        .conv(50, Patch.of(5).valid())
        .activate()
        .maxPool(2)
        .dropout(dropout)
        .flatten();
    for (int layer = 0; layer < run.integer("depth") - LAYERS_AROUND; layer++) {
      network.dense(run.integer("width")).batchNorm().activate().dropout(dropout);
    }
    return network.output();
  }
}
