package actbench.model;

import actbench.grid.RunConfig;
import actbench.spec.Task;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The U-Net of TensorFlow's segmentation example: five times two convolutions and pooling down, two
 * convolutions, and five times a transposed convolution, the channels from the way down, and two
 * convolutions up.
 */
final class UNet {
  private static final int STEPS = 5;

  static final Model MODEL =
      new Model(
          "u-net",
          "U-Net: down to a 32nd of the image and up again, with shortcuts across; gives a mask.",
          "Ronneberger et al. 2015 (arXiv 1505.04597) as in TensorFlow's segmentation_blogpost, whose steps a batch the study's times give; there on Carvana at 256x256 with Adam 0.001, batch 3, 5 epochs",
          List.of(Model.integer("width", 32, 1, 256, "filters of the first convolutions")),
          UNet::draw,
          Optional.of(Task.SEGMENTATION));

  private UNet() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    Shape image = network.shape();
    int multiple = 1 << STEPS;
    if (image.height() % multiple != 0 || image.width() % multiple != 0) {
      throw new NetworkException(
          "u-net halves an image %d times; expected sides that are multiples of %d, found %s"
              .formatted(STEPS, multiple, image));
    }
    int filters = run.integer("width");
    Deque<String> across = new ArrayDeque<>();
    for (int step = 0; step < STEPS; step++) {
      pair(network, filters << step);
      across.push(network.last());
      network.maxPool(2);
    }
    pair(network, filters << STEPS);
    for (int step = STEPS - 1; step >= 0; step--) {
      network.enlarge(filters << step).joinTo(across.pop()).batchNorm().activate();
      pair(network, filters << step);
    }
    return network.maskOutput();
  }

  private static void pair(BlueprintBuilder network, int filters) {
    network.bias(true).unit(filters, Patch.of(3)).unit(filters, Patch.of(3));
  }
}
