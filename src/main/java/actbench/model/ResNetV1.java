package actbench.model;

import actbench.grid.RunConfig;
import actbench.model.BlueprintBuilder.Branch;
import java.util.List;

/**
 * The residual network of 6n + 2 layers for small images: three stages of n basic blocks.
 *
 * <p>A block is conv, batch normalisation, activation, conv, batch normalisation, plus the
 * shortcut, activation. Where the size changes, the shortcut is a strided 1x1 convolution without
 * normalisation.
 */
final class ResNetV1 {
  private static final int STAGES = 3;
  private static final int LAYERS_PER_ROUND = 6;

  static final Model MODEL =
      new Model(
          "resnet-v1",
          "Residual network of 6n + 2 layers: basic blocks, activation after the sum.",
          "He et al. 2015 (arXiv 1512.03385) as in Keras' cifar10_resnet example, version 1; there on CIFAR-10 with Adam 0.001, he-normal, L2 0.0001, batch 32, 200 epochs",
          List.of(
              Model.integer("depth", 20, 8, 1202, "layers, 6n + 2: 20, 32, 44, 56, 110, 164"),
              Model.integer("width", 16, 1, 1024, "filters of the first stage")),
          ResNetV1::draw);

  private ResNetV1() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    int blocks = Model.rounds(run, LAYERS_PER_ROUND, 2);
    int filters = run.integer("width");
    network.conv(filters, Patch.of(3)).batchNorm().activate();
    for (int stage = 0; stage < STAGES; stage++) {
      for (int block = 0; block < blocks; block++) {
        block(network, filters, stage > 0 && block == 0);
      }
      filters *= 2;
    }
    return network.globalAveragePool().output();
  }

  private static void block(BlueprintBuilder network, int filters, boolean halve) {
    int stride = halve ? 2 : 1;
    network
        .sum(
            deep ->
                deep.conv(filters, Patch.of(3).stride(stride))
                    .batchNorm()
                    .activate()
                    .conv(filters, Patch.of(3))
                    .batchNorm(),
            halve ? change -> change.conv(filters, Patch.of(1).stride(stride)) : Branch.NOTHING)
        .activate();
  }
}
