package actbench.model;

import actbench.grid.RunConfig;
import java.util.List;

/**
 * Inception v3 for small images: the stem keeps the size, and there is no second classifier.
 *
 * <p>The convolution after the pooling of the first three modules is 3x3, as in the study's code;
 * the original's is 1x1.
 */
final class InceptionV3 {
  static final Model MODEL =
      new Model(
          "inception-v3",
          "Inception v3: modules of parallel convolutions, factorised to 1x7 and 7x1.",
          "Szegedy et al. 2015 (arXiv 1512.00567) as in the study's notebook; there on CIFAR-10 with Adam 0.001, batch 128, 100 epochs",
          List.of(Model.share("dropout", 0.5, "share dropped before the output")),
          InceptionV3::draw);

  private static final Patch ONE = Patch.of(1);
  private static final Patch THREE = Patch.of(3);
  private static final Patch HALVE = Patch.of(3).stride(2).valid();
  private static final Patch ROW = Patch.of(1, 7);
  private static final Patch COLUMN = Patch.of(7, 1);
  private static final Patch AROUND = Patch.of(3).padded(1);

  private InceptionV3() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    network.pytorch().unit(32, THREE).unit(32, THREE).unit(64, THREE).unit(80, ONE);
    network.unit(192, THREE.valid());
    moduleA(network, 32);
    moduleA(network, 64);
    moduleA(network, 64);
    reduceB(network);
    for (int inner : new int[] {128, 160, 160, 192}) {
      moduleC(network, inner);
    }
    reduceD(network);
    moduleE(network);
    moduleE(network);
    return network.globalAveragePool().dropout(run.number("dropout")).output();
  }

  private static void moduleA(BlueprintBuilder network, int pooled) {
    network.join(
        a -> a.unit(64, ONE),
        b -> b.unit(48, ONE).unit(64, Patch.of(5)),
        c -> c.unit(64, ONE).unit(96, THREE).unit(96, THREE),
        d -> d.averagePool(AROUND).unit(pooled, THREE));
  }

  private static void reduceB(BlueprintBuilder network) {
    network.join(
        a -> a.unit(384, HALVE),
        b -> b.unit(64, ONE).unit(96, THREE).unit(96, HALVE),
        c -> c.maxPool(HALVE));
  }

  private static void moduleC(BlueprintBuilder network, int n) {
    network.join(
        a -> a.unit(192, ONE),
        b -> b.unit(n, ONE).unit(n, COLUMN).unit(192, ROW),
        c -> c.unit(n, ONE).unit(n, COLUMN).unit(n, ROW).unit(n, COLUMN).unit(192, ROW),
        d -> d.averagePool(AROUND).unit(192, ONE));
  }

  private static void reduceD(BlueprintBuilder network) {
    network.join(
        a -> a.unit(192, ONE).unit(320, HALVE),
        b -> b.unit(192, ONE).unit(192, ROW).unit(192, COLUMN).unit(192, HALVE),
        c -> c.averagePool(HALVE));
  }

  private static void moduleE(BlueprintBuilder network) {
    network.join(
        a -> a.unit(320, ONE),
        b -> cross(b.unit(384, ONE)),
        c -> cross(c.unit(448, ONE).unit(384, THREE)),
        d -> d.averagePool(AROUND).unit(192, ONE));
  }

  private static void cross(BlueprintBuilder network) {
    network.join(row -> row.unit(384, Patch.of(1, 3)), column -> column.unit(384, Patch.of(3, 1)));
  }
}
