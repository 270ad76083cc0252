package actbench.model;

import actbench.grid.RunConfig;
import java.util.List;

/**
 * Inception-ResNet v2 for images of 32x32: the stem keeps the size.
 *
 * <p>The study publishes scores and no layers. These are those of the collection of CIFAR networks
 * that its other notebooks are taken from: the paper's filters, a 1x1 convolution on each shortcut,
 * normalisation and activation after each sum, residuals of the later modules times 0.1.
 */
final class InceptionResNetV2 {
  private static final double RESIDUAL_SCALE = 0.1;
  private static final int OUT_A = 384;
  private static final int OUT_B = 1154;
  private static final int OUT_C = 2048;

  static final Model MODEL =
      new Model(
          "inception-resnet-v2",
          "Inception-ResNet v2: Inception modules with shortcuts.",
          "Szegedy et al. 2016 (arXiv 1602.07261) in the form of weiaicunzai/pytorch-cifar100; layers not published by the study; there on CIFAR-10",
          List.of(Model.share("dropout", 0.2, "share dropped before the output")),
          InceptionResNetV2::draw);

  private static final Patch ONE = Patch.of(1);
  private static final Patch THREE = Patch.of(3);
  private static final Patch HALVE = Patch.of(3).stride(2).valid();

  private InceptionResNetV2() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    network.pytorch();
    stem(network);
    for (int i = 0; i < 5; i++) {
      moduleA(network);
    }
    network.join(
        a -> a.unit(256, ONE).unit(256, THREE).unit(384, HALVE),
        b -> b.unit(384, HALVE),
        c -> c.maxPool(HALVE));
    for (int i = 0; i < 10; i++) {
      moduleB(network);
    }
    network.join(
        a -> a.unit(256, ONE).unit(384, HALVE),
        b -> b.unit(256, ONE).unit(288, HALVE),
        c -> c.unit(256, ONE).unit(288, THREE).unit(320, HALVE),
        d -> d.maxPool(HALVE));
    for (int i = 0; i < 5; i++) {
      moduleC(network);
    }
    return network.globalAveragePool().dropout(run.number("dropout")).output();
  }

  private static void stem(BlueprintBuilder network) {
    network.unit(32, THREE.valid()).unit(32, THREE).unit(64, THREE);
    network.join(a -> a.unit(96, THREE), b -> b.maxPool(THREE));
    network.join(
        a -> a.unit(64, ONE).unit(64, Patch.of(7, 1)).unit(64, Patch.of(1, 7)).unit(96, THREE),
        b -> b.unit(64, ONE).unit(96, THREE));
    network.join(a -> a.maxPool(THREE), b -> b.unit(192, THREE));
  }

  private static void moduleA(BlueprintBuilder network) {
    network
        .sum(
            deep ->
                deep.join(
                        a -> a.unit(32, ONE),
                        b -> b.unit(32, ONE).unit(32, THREE),
                        c -> c.unit(32, ONE).unit(48, THREE).unit(64, THREE))
                    .conv(OUT_A, ONE),
            shortcut -> shortcut.conv(OUT_A, ONE))
        .batchNorm()
        .activate();
  }

  private static void moduleB(BlueprintBuilder network) {
    network
        .sum(
            deep ->
                deep.join(
                        a -> a.unit(192, ONE),
                        b -> b.unit(128, ONE).unit(160, Patch.of(1, 7)).unit(192, Patch.of(7, 1)))
                    .conv(OUT_B, ONE)
                    .multiply(RESIDUAL_SCALE),
            shortcut -> shortcut.conv(OUT_B, ONE))
        .batchNorm()
        .activate();
  }

  private static void moduleC(BlueprintBuilder network) {
    network
        .sum(
            deep ->
                deep.join(
                        a -> a.unit(192, ONE),
                        b -> b.unit(192, ONE).unit(224, Patch.of(1, 3)).unit(256, Patch.of(3, 1)))
                    .conv(OUT_C, ONE)
                    .multiply(RESIDUAL_SCALE),
            shortcut -> shortcut.conv(OUT_C, ONE))
        .batchNorm()
        .activate();
  }
}
