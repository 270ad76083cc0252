package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CifarReaderTest {
  private static final InputShape SHAPE = new InputShape(32, 32, 3);
  private static final CifarReader TEN = new CifarReader(SHAPE, 10, 1);
  private static final CifarReader HUNDRED = new CifarReader(SHAPE, 100, 2);

  @TempDir Path folder;

  @Test
  void readsRecordsOfSeveralFiles() throws IOException {
    byte[] first = SyntheticData.cifar(7, 1, 10);
    byte[] second = SyntheticData.cifar(4, 1, 10);
    Examples examples = TEN.examples(List.of(records(TEN, first), records(TEN, second)));
    assertThat(examples.size()).isEqualTo(11);
    assertThat(examples.label(8)).isEqualTo(1);
    float[] values = new float[3072];
    examples.copy(8, Layout.NCHW, values, 0);
    int start = 3073 + 1;
    assertThat(values[0]).isEqualTo((second[start] & 0xff) / 255f);
    assertThat(values[3071]).isEqualTo((second[start + 3071] & 0xff) / 255f);
  }

  @Test
  void takesTheFineLabel() throws IOException {
    byte[] file = SyntheticData.cifar(60, 2, 100);
    Examples examples = HUNDRED.examples(List.of(records(HUNDRED, file)));
    assertThat(examples.size()).isEqualTo(60);
    assertThat(examples.label(57)).isEqualTo(57);
  }

  @Test
  void readsGzip() throws IOException {
    byte[] file = SyntheticData.cifar(3, 1, 10);
    assertThat(records(TEN, SyntheticData.gzip(file))).isEqualTo(file);
  }

  @Test
  void refusesPartOfRecord() {
    byte[] file = SyntheticData.cifar(3, 1, 10);
    String message =
        ": is cut off or has trailing bytes, found %d bytes; expected a multiple of 3073";
    assertRefused(TEN, Arrays.copyOf(file, 9000), message.formatted(9000));
    assertRefused(TEN, Arrays.copyOf(file, 9220), message.formatted(9220));
    assertRefused(TEN, new byte[0], message.formatted(0));
    assertRefused(TEN, SyntheticData.gzip(Arrays.copyOf(file, 9000)), message.formatted(9000));
  }

  @Test
  void refusesLabelsThatNoClassHas() {
    byte[] ten = SyntheticData.cifar(3, 1, 10);
    ten[3073] = 10;
    assertRefused(TEN, ten, ": bad label of example 1, found 10; expected 0 to 9");
    byte[] fine = SyntheticData.cifar(3, 2, 100);
    fine[1] = (byte) 255;
    assertRefused(HUNDRED, fine, ": bad label of example 0, found 255; expected 0 to 99");
    byte[] coarse = SyntheticData.cifar(3, 2, 100);
    coarse[2 * 3074] = 20;
    assertRefused(HUNDRED, coarse, ": bad label of example 2, found 20; expected 0 to 19");
  }

  @Test
  void refusesFilesBeyondTheLimit() {
    byte[] file = SyntheticData.cifar(400, 1, 10);
    assertRefused(TEN, file, ": is too long; expected at most 1000000 uncompressed bytes");
    assertRefused(
        TEN,
        SyntheticData.gzip(new byte[400 * 3073]),
        ": is too long; expected at most 1000000 uncompressed bytes");
  }

  private byte[] records(CifarReader reader, byte[] file) throws IOException {
    Path path = Files.write(folder.resolve("f.bin"), file);
    try (DataStream in = DataStream.open(path, 1_000_000)) {
      return reader.records(in);
    }
  }

  private void assertRefused(CifarReader reader, byte[] file, String message) {
    assertThatThrownBy(() -> records(reader, file))
        .isInstanceOf(DataException.class)
        .hasMessage(folder.resolve("f.bin") + message);
  }
}
