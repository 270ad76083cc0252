package actbench.model;

import actbench.grid.RunConfig;
import java.util.List;

/**
 * A small VGG network: two pairs of 3x3 convolutions, pooling after each pair, one dense layer.
 *
 * <p>The study names the network and gives no layers. These are those of the MiniVGGNet of a known
 * tutorial, by whose author the study's LeNet is; batch normalisation follows the activation.
 */
final class MiniVgg {
  static final Model MODEL =
      new Model(
          "mini-vgg",
          "Small VGG: two pairs of 3x3 convolutions with pooling and dropout, one dense layer.",
          "layers not published by the study; taken from PyImageSearch's MiniVGGNet; there on Fashion-MNIST with SGD 0.01, momentum 0.9, decay 0.01/25, batch 32, 25 epochs",
          List.of(
              Model.integer("width", 512, 1, 65536, "units of the dense layer"),
              Model.integer("filters", 32, 1, 1024, "filters of the first pair")),
          MiniVgg::draw);

  private MiniVgg() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    int filters = run.integer("filters");
    for (int pair = 0; pair < 2; pair++) {
      for (int conv = 0; conv < 2; conv++) {
        network.conv(filters, Patch.of(3)).activate().batchNorm();
      }
      network.maxPool(2).dropout(0.25);
      filters *= 2;
    }
    return network
        .flatten()
        .dense(run.integer("width"))
        .activate()
        .batchNorm()
        .dropout(0.5)
        .output();
  }
}
