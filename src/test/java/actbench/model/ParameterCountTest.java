package actbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The networks have the parameters of those that they are named after. */
final class ParameterCountTest {
  /**
   * Of {@code model.summary()} for keras-team/keras examples/cifar10_resnet.py, for
   * geifmany/cifar-vgg and for keras.applications.Xception: batch normalisation has four numbers a
   * channel, two of them trained.
   */
  @ParameterizedTest
  @CsvSource({
    "resnet-v1, 20, 10, 274442, 273066",
    "resnet-v1, 56, 10, 861770, 857706",
    "resnet-v2, 20, 10, 574090, 570602",
    "resnet-v2, 29, 10, 849002, 843786",
    "resnet-v2, 56, 10, 1673738, 1663338",
    "vgg-16, , 10, 15001418, 14991946",
    "xception, , 1000, 22910480, 22855952",
  })
  void areThoseOfKeras(String model, Long depth, int classes, long all, long trainable) {
    Blueprint network = Drawings.draw(model, Drawings.CIFAR, classes, depth(depth));
    assertThat(network.parameters()).isEqualTo(all);
    assertThat(network.trainableParameters()).isEqualTo(trainable);
  }

  /** 784-128-64-32-64-128-784 with biases, as {@code summary()} of the Keras blog's has it. */
  @Test
  void ofTheAutoEncoderAreThoseOfTheKerasBlog() {
    Blueprint network = Drawings.draw("auto-encoder", Drawings.MNIST, 10, Map.of());
    assertThat(network.parameters())
        .isEqualTo(222384)
        .isEqualTo(785 * 128 + 129 * 64 + 65 * 32 + 33 * 64 + 65 * 128 + 129 * 784L);
    assertThat(network.trainableParameters()).isEqualTo(222384);
  }

  /**
   * The table of weiaicunzai/pytorch-cifar100, whose networks the study trained, in millions for
   * 100 classes, rounded up or down; the whole numbers are PyTorch's for the same layers.
   */
  @ParameterizedTest
  @CsvSource({
    "mobilenet-v1, 3.3, 3315428",
    "mobilenet-v2, 2.36, 2369380",
    "squeezenet, 0.78, 781156",
    "shufflenet-v1, 1.0, 1012108",
    "shufflenet-v2, 1.3, 1360896",
    "se-resnet-18, 11.4, 11436256",
    "se-resnet-34, 21.6, 21694544",
    "se-resnet-50, 26.5, 26503135",
    "resnext-50, 14.8, 14788772",
    "inception-v3, 22.3, 22318148",
    "inception-resnet-v2, 65.4, 65442072",
  })
  void areThoseOfThePytorchNetworks(String model, double published, long trainable) {
    Blueprint network = Drawings.draw(model, Drawings.CIFAR, 100, Map.of());
    assertThat(network.trainableParameters()).isEqualTo(trainable);
    assertThat(trainable / 1e6).isCloseTo(published, within(published < 1 ? 0.01 : 0.1));
  }

  /**
   * torchvision's for 1000 classes. Its stem is a 7x7 convolution with batch normalisation where
   * ours is 3x3 without: {@code 40 * 3 * 2g} weights and {@code 2 * 2g} scales more.
   */
  @ParameterizedTest
  @CsvSource({
    "densenet-121, 32, 7978856",
    "densenet-161, 48, 28681000",
    "densenet-169, 32, 14149480",
    "densenet-201, 32, 20013928",
  })
  void ofDenseNetsAreTorchvisionsButForTheStem(String model, int growth, long published) {
    Blueprint network = Drawings.draw(model, Drawings.CIFAR, 1000, Map.of());
    long stem = 40L * 3 * 2 * growth + 4L * growth;
    assertThat(network.trainableParameters()).isEqualTo(published - stem);
  }

  /** torchvision's for 1000 classes. */
  @ParameterizedTest
  @CsvSource({
    "efficientnet-b0, 5288548",
    "efficientnet-b1, 7794184",
    "efficientnet-b2, 9109994",
  })
  void ofEfficientNetsAreTorchvisions(String model, long published) {
    assertThat(Drawings.draw(model, Drawings.CIFAR, 1000, Map.of()).trainableParameters())
        .isEqualTo(published);
  }

  /**
   * torchvision's for 1000 classes without the second classifier; its first three modules have a
   * 1x1 convolution after the pooling where the study has 3x3, which is 8 times as many weights
   * more.
   */
  @Test
  void ofInceptionV3AreTorchvisionsButForThePooledBranches() {
    long published = 27_161_264 - 3_326_696;
    long pooled = 8L * (192 * 32 + 256 * 64 + 288 * 64);
    assertThat(Drawings.draw("inception-v3", Drawings.CIFAR, 1000, Map.of()).trainableParameters())
        .isEqualTo(published + pooled);
  }

  /** 36.5 million in Zagoruyko and Komodakis, table 4; to the last one, 36,479,194. */
  @Test
  void ofTheWideNetworkAreThoseOfItsPaper() {
    Blueprint network =
        Drawings.draw("wide-resnet", Drawings.CIFAR, 10, Map.of("depth", 28L, "width", 10L));
    assertThat(network.trainableParameters()).isEqualTo(36_479_194);
  }

  /** 5.48 million in Hasanpour et al.; the sum of the kernels is 5,482,176. */
  @Test
  void ofSimpleNetAreThoseOfItsPaper() {
    Blueprint network = Drawings.draw("simplenet", Drawings.CIFAR, 10, Map.of());
    long channels = 64 + 5 * 128 + 256 * 3 + 512 + 2048 + 2 * 256;
    long output = 256 * 10 + 10;
    assertThat(network.trainableParameters()).isEqualTo(5_482_176 + 3 * channels + output);
  }

  /** By hand, since the layers come from a tutorial that states no number. */
  @Test
  void ofMiniVggAreThoseOfItsLayers() {
    Blueprint network = Drawings.draw("mini-vgg", Drawings.MNIST, 10, Map.of());
    long convolutions = 9 * 32 + 32 + (9 * 32 * 32 + 32) + (9 * 32 * 64 + 64) + (9 * 64 * 64 + 64);
    long dense = 7 * 7 * 64 * 512 + 512 + 5130;
    long scales = 2 * (32 + 32 + 64 + 64 + 512);
    assertThat(network.trainableParameters()).isEqualTo(convolutions + dense + scales);
    assertThat(network.parameters()).isEqualTo(convolutions + dense + 2 * scales);
  }

  /** Four convolutions with bias, and a vote of 16 numbers for each class from 128 channels. */
  @Test
  void ofTheCapsuleNetworkAreThoseOfKerasExample() {
    Blueprint network = Drawings.draw("capsule-net", Drawings.CIFAR, 10, Map.of());
    long convolutions = 1792 + 36_928 + 73_856 + 147_584;
    assertThat(network.parameters()).isEqualTo(convolutions + 128 * 10 * 16);
  }

  /** Of PyTorch 1.13 for the same layers, and twice as many running numbers as scales. */
  @Test
  void ofUNetAreThoseOfTheExamplesLayers() {
    Blueprint network = Drawings.draw("u-net", new Shape(256, 256, 3), 2, Map.of());
    assertThat(network.trainableParameters()).isEqualTo(31_110_497);
    assertThat(network.nodes().get(network.nodes().size() - 1).output())
        .isEqualTo(new Shape(256, 256, 1));
    assertThatThrownBy(() -> Drawings.draw("u-net", Drawings.MNIST, 2, Map.of()))
        .isInstanceOf(NetworkException.class)
        .hasMessage(
            "u-net halves an image 5 times; expected sides that are multiples of 32, found 28x28x1");
  }

  @Test
  void ofIrisNetAreThoseOfItsLayers() {
    Blueprint network = Drawings.draw("iris-net", new Shape(1, 4, 1), 3, Map.of());
    assertThat(network.parameters()).isEqualTo(4 * 10 + 10 + 10 * 10 + 10 + 10 * 3 + 3);
  }

  @Test
  void refusesDepthsThatNoNetworkHas() {
    assertThatThrownBy(() -> Drawings.draw("resnet-v1", Drawings.CIFAR, 10, Map.of("depth", 21L)))
        .isInstanceOf(NetworkException.class)
        .hasMessage("depth is 21; expected 6n + 2, such as 20 or 26");
  }

  private static Map<String, Object> depth(Long depth) {
    Map<String, Object> settings = new TreeMap<>();
    if (depth != null) {
      settings.put("depth", depth);
    }
    return settings;
  }
}
