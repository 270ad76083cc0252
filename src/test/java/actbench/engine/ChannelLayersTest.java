package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Layers that move channels move the right ones. */
final class ChannelLayersTest {
  /** Two pixels of six channels: 0 to 5 and 6 to 11. */
  private static INDArray pixels() {
    return Nd4j.arange(12).castTo(DataType.FLOAT).reshape('c', 1, 1, 2, 6);
  }

  private static LoneLayer layer(EngineLayer layer, EnginePath path) {
    assumeTrue(path == EnginePath.PLAIN || Onednn.isAvailable());
    return new LoneLayer(layer, DataType.FLOAT, path, pixels());
  }

  /** PyTorch: {@code x.view(groups, size).transpose(0, 1).flatten()} for each pixel. */
  @ParameterizedTest
  @EnumSource
  void shuffleDealsOutGroups(EnginePath path) {
    LoneLayer shuffle = layer(new ChannelShuffle(2), path);
    INDArray dealt = shuffle.forward(pixels(), true);
    assertThat(Memory.read(dealt)).containsExactly(0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11);
    assertThat(Memory.read(shuffle.backward(dealt))).containsExactly(Memory.read(pixels()));
  }

  @ParameterizedTest
  @EnumSource
  void sliceTakesSomeAndSendsTheGradientBackToThem(EnginePath path) {
    LoneLayer slice = layer(new ChannelSlice(2, 4), path);
    INDArray some = slice.forward(pixels(), true);
    assertThat(Memory.read(some)).containsExactly(2, 3, 8, 9);
    assertThat(Memory.read(slice.backward(some)))
        .containsExactly(0, 0, 2, 3, 0, 0, 0, 0, 8, 9, 0, 0);
  }

  @ParameterizedTest
  @EnumSource
  void refuseWhatDoesNotFit(EnginePath path) {
    assertThatThrownBy(() -> layer(new ChannelShuffle(4), path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layer 'layer': 6 channels do not split into 4 groups");
    assertThatThrownBy(() -> layer(new ChannelSlice(2, 7), path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layer 'layer': channels 2 to 7 of 6");
  }
}
