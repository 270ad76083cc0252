package actbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The networks have the parameters of those that they are named after. */
final class ParameterCountTest {
  /**
   * Of {@code model.summary()} for keras-team/keras examples/cifar10_resnet.py: convolutions with
   * bias, batch normalisation with four numbers a channel.
   */
  @ParameterizedTest
  @CsvSource({
    "resnet-v1, 20, 274442, 273066",
    "resnet-v1, 56, 861770, 857706",
    "resnet-v2, 20, 574090, 570602",
    "resnet-v2, 29, 849002, 843786",
    "resnet-v2, 56, 1673738, 1663338",
  })
  void areThoseOfKeras(String model, long depth, long all, long trainable) {
    Blueprint network = Drawings.draw(model, Drawings.CIFAR, 10, Map.of("depth", depth));
    assertThat(network.parameters()).isEqualTo(all);
    assertThat(network.trainableParameters()).isEqualTo(trainable);
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

  @Test
  void refusesDepthsThatNoNetworkHas() {
    assertThatThrownBy(() -> Drawings.draw("resnet-v1", Drawings.CIFAR, 10, Map.of("depth", 21L)))
        .isInstanceOf(NetworkException.class)
        .hasMessage("resnet-v1: depth is 21; expected 6n + 2, such as 20 or 26");
  }
}
