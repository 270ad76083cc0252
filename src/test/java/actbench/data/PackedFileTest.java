package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose checksum was published of the compressed file. */
final class PackedFileTest {
  private static final byte[] CONTENT = SyntheticData.idxLabels(900);
  private static final byte[] PACKED = SyntheticData.gzip(CONTENT);
  private static final DataFile FILE =
      DataFile.packed(
          "l.gz", DataFile.Role.TRAIN_LABELS, PACKED.length, SyntheticData.sha256(PACKED));

  @TempDir Path folder;

  @Test
  void readsTheContentAndHashesTheFile() throws IOException {
    try (DataStream in = DataStream.open(write(PACKED), FILE)) {
      assertThat(in.readRest()).isEqualTo(CONTENT);
      assertThat(in.sha256()).isEqualTo(FILE.sha256());
    }
    try (DataStream in = DataStream.open(write(PACKED), FILE)) {
      in.read(3);
      assertThat(in.sha256()).isEqualTo(FILE.sha256());
    }
  }

  @Test
  void copiesTheFileAsItIs() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataStream in = DataStream.published(write(PACKED), FILE, FILE.bytes())) {
      assertThat(in.copyTo(out)).isEqualTo(FILE.sha256());
    }
    assertThat(out.toByteArray()).isEqualTo(PACKED);
    assertThatThrownBy(
            () -> {
              try (DataStream in =
                  DataStream.published(folder.resolve("l.gz"), FILE, FILE.bytes() - 1)) {
                in.hashRest();
              }
            })
        .hasMessageContaining("is too long");
  }

  @Test
  void refusesContentWithoutEnd() throws IOException {
    byte[] bomb = SyntheticData.gzip(new byte[1 << 20]);
    assertThatThrownBy(
            () -> {
              try (DataStream in = DataStream.open(write(bomb), FILE)) {
                in.readRest();
              }
            })
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is too long; expected at most 65536 uncompressed bytes");
  }

  @Test
  void isNotFoundUncompressed() throws IOException {
    Files.write(folder.resolve("l"), CONTENT);
    assertThat(DatasetReader.find(folder, FILE)).isEmpty();
    write(PACKED);
    assertThat(DatasetReader.find(folder, FILE)).contains(folder.resolve("l.gz"));
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("l.gz"), content);
  }
}
