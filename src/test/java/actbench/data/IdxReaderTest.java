package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdxReaderTest {
  private static final InputShape SHAPE = new InputShape(2, 3, 1);
  private static final long LIMIT = 1 << 20;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsPlainAndGzipFilesWhateverTheirName(boolean compressed) throws IOException {
    byte[] file = SyntheticData.idxImages(5, 2, 3);
    byte[] images = images(compressed ? SyntheticData.gzip(file) : file);
    assertThat(images).isEqualTo(Arrays.copyOfRange(file, 16, file.length));
  }

  @Test
  void hashesTheUncompressedBytes() throws IOException {
    byte[] file = SyntheticData.idxLabels(7);
    Path path = Files.write(folder.resolve("f"), SyntheticData.gzip(file));
    try (DataStream in = DataStream.open(path, LIMIT)) {
      IdxReader.labels(in, 3);
      assertThat(in.sha256()).isEqualTo(SyntheticData.sha256(file));
    }
  }

  @Test
  void refusesCutOffFile() {
    byte[] file = SyntheticData.idxImages(5, 2, 3);
    assertRefused(Arrays.copyOf(file, 40), ": is cut off or claims too much");
    assertRefused(Arrays.copyOf(file, 10), ": is cut off, found 10 bytes; expected 16");
    assertRefused(Arrays.copyOf(file, 3), ": is cut off, found 3 bytes; expected 4");
    assertRefused(new byte[0], ": is cut off, found 0 bytes; expected 4");
  }

  @Test
  void refusesCutOffGzipAtEveryLength() {
    byte[] file = SyntheticData.gzip(SyntheticData.idxImages(5, 2, 3));
    for (int length = 2; length < file.length; length++) {
      assertRefused(Arrays.copyOf(file, length), ": is cut off");
    }
  }

  @Test
  void refusesGzipOfCutOffFile() {
    byte[] file = Arrays.copyOf(SyntheticData.idxImages(5, 2, 3), 40);
    assertRefused(SyntheticData.gzip(file), ": is cut off, found 40 bytes; expected 46");
  }

  @Test
  void refusesDamagedGzip() {
    byte[] file = SyntheticData.gzip(SyntheticData.idxImages(5, 2, 3));
    file[file.length - 6] ^= 1;
    assertRefused(file, ": is damaged, the gzip data is not valid");
  }

  @Test
  void refusesTrailingBytes() {
    byte[] file = SyntheticData.idxImages(5, 2, 3);
    byte[] longer = Arrays.copyOf(file, file.length + 1);
    assertRefused(longer, ": has trailing bytes, found 47 bytes; expected 46 bytes");
    assertRefused(
        SyntheticData.gzip(longer), ": has trailing bytes, found more; expected 46 bytes");
  }

  @Test
  void refusesWrongMagicNumber() {
    assertRefused(
        SyntheticData.idxLabels(5),
        ": wrong magic number, found 0x00000801; expected 0x00000803 (IDX images of bytes)");
  }

  @Test
  void refusesWrongPictureSize() {
    assertRefused(
        SyntheticData.idxImages(5, 3, 2), ": wrong picture size, found 3x2; expected 2x3");
  }

  @ParameterizedTest
  @CsvSource({"0,2,3", "-1,2,3", "5,0,3", "5,2,-2147483648"})
  void refusesBadDimensions(int count, int height, int width) {
    byte[] file = SyntheticData.idxImages(5, 2, 3);
    ByteBuffer.wrap(file).putInt(4, count).putInt(8, height).putInt(12, width);
    assertRefused(
        file,
        ": bad dimensions, found "
            + count
            + "x"
            + height
            + "x"
            + width
            + "; expected each from 1 to 2147483647");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void allocatesNothingForDimensionsThatTheFileCannotHold(boolean compressed) {
    byte[] file = SyntheticData.idxImages(5, 2, 3);
    ByteBuffer.wrap(file).putInt(4, Integer.MAX_VALUE);
    assertRefused(compressed ? SyntheticData.gzip(file) : file, "; expected 2147483647x2x3");
  }

  @Test
  void refusesFileThatExpandsBeyondTheLimit() {
    byte[] file = SyntheticData.idxImages(200_000, 2, 3);
    Arrays.fill(file, 16, file.length, (byte) 0);
    assertRefused(SyntheticData.gzip(file), "expected 200000x2x3");
  }

  @Test
  void refusesLabelThatNoClassHas() throws IOException {
    byte[] file = SyntheticData.idxLabels(5);
    file[8 + 2] = (byte) 200;
    Path path = Files.write(folder.resolve("labels"), file);
    try (DataStream in = DataStream.open(path, LIMIT)) {
      assertThatThrownBy(() -> IdxReader.labels(in, 3))
          .isInstanceOf(DataException.class)
          .hasMessage(path + ": bad label of example 2, found 200; expected 0 to 2");
    }
  }

  @Test
  void refusesFolder() {
    assertThatThrownBy(() -> DataStream.open(folder, LIMIT))
        .isInstanceOf(DataException.class)
        .hasMessage(folder + ": is missing or is no plain file");
  }

  private byte[] images(byte[] file) throws IOException {
    try (DataStream in = DataStream.open(Files.write(folder.resolve("f"), file), LIMIT)) {
      return IdxReader.images(in, SHAPE);
    }
  }

  private void assertRefused(byte[] file, String message) {
    assertThatThrownBy(() -> images(file))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(folder.resolve("f").toString())
        .hasMessageContaining(message);
  }
}
