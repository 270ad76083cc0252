package actbench.model;

import actbench.grid.RunConfig;
import java.util.List;

/**
 * The capsule network of Keras' example for CIFAR-10: four convolutions, then routing by agreement
 * from every pixel to a capsule for each class, and the margin loss of the capsules' lengths.
 *
 * <p>The squash function of the capsules belongs to the routing and stays.
 */
final class CapsuleNet {
  static final Model MODEL =
      new Model(
          "capsule-net",
          "Capsule network: four convolutions, dynamic routing, margin loss.",
          "Sabour et al. 2017 (arXiv 1710.09829) as in Keras' cifar10_cnn_capsule example, whose scores and epochs the study's are; there on CIFAR-10 with Adam 0.001, batch 128, 100 epochs",
          List.of(
              Model.integer("dimension", 16, 1, 256, "numbers of each capsule"),
              Model.integer("routings", 3, 1, 20, "rounds of the routing")),
          CapsuleNet::draw);

  private CapsuleNet() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    Patch window = Patch.of(3).valid();
    return network
        .conv(64, window)
        .activate()
        .conv(64, window)
        .activate()
        .averagePool(Patch.tile(2))
        .conv(128, window)
        .activate()
        .conv(128, window)
        .activate()
        .capsuleOutput(run.integer("dimension"), run.integer("routings"));
  }
}
