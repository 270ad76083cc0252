package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;

final class SvhnReaderTest {
  private static final InputShape SHAPE = new InputShape(2, 3, 3);

  @TempDir Path folder;

  @Test
  void putsColumnsIntoRowsAndTenToZero() throws IOException {
    Examples examples = examples(write(pictures(2, MatlabType.UInt8), digits(10, 7)));
    assertThat(examples.size()).isEqualTo(2);
    assertThat(examples.label(0)).isZero();
    assertThat(examples.label(1)).isEqualTo(7);
    float[] values = new float[18];
    examples.copy(1, Layout.NCHW, values, 0);
    // The value at row, column, channel of example n is its place with rows counting first.
    for (int channel = 0; channel < 3; channel++) {
      for (int row = 0; row < 2; row++) {
        for (int column = 0; column < 3; column++) {
          int place = row + 2 * (column + 3 * (channel + 3));
          assertThat(values[(channel * 2 + row) * 3 + column]).isEqualTo(place * 7 % 256 / 255f);
        }
      }
    }
  }

  @Test
  void refusesOtherArrays() throws IOException {
    Matrix good = pictures(2, MatlabType.UInt8);
    assertRefused(
        write(pictures(2, MatlabType.Double), digits(1, 2)), "wrong pictures, found double");
    assertRefused(write(digits(1, 2), digits(1, 2)), "wrong pictures, found double of [2, 1]");
    assertRefused(write(good, digits(1)), "found 2 pictures and 1 labels");
    assertRefused(write(good, digits(0, 1)), "bad label of example 0, found 0.0; expected 1 to 10");
    assertRefused(write(good, digits(1, 11)), "bad label of example 1, found 11.0");
    assertRefused(write(good, digits(1, Double.NaN)), "bad label of example 1, found NaN");
    assertRefused(bytes(Mat5.newMatFile().addArray("X", good)), "has no array of numbers 'y'");
    assertRefused(
        bytes(Mat5.newMatFile().addArray("X", Mat5.newCell(1, 1)).addArray("y", digits(1, 2))),
        "has no array of numbers 'X'");
  }

  @Test
  void refusesWhatIsCutOffOrDamaged() throws IOException {
    byte[] good = write(pictures(2, MatlabType.UInt8), digits(10, 7));
    for (int length : new int[] {0, 1, 100, 127, 130, 150, good.length / 2, good.length - 9}) {
      assertThatThrownBy(() -> examples(Arrays.copyOf(good, length)))
          .as("%d bytes", length)
          .isInstanceOf(DataException.class);
    }
    for (int place = 128; place < good.length; place += 3) {
      byte[] damaged = good.clone();
      damaged[place] ^= (byte) 0x5a;
      try {
        examples(damaged);
      } catch (DataException e) {
        assertThat(e).hasMessageStartingWith(folder.resolve("s").toString());
      }
    }
  }

  /** Whichever number of the file says two billion. */
  @Test
  void believesNoClaimOfSize() throws IOException {
    byte[] file = write(pictures(2, MatlabType.UInt8), digits(10, 7));
    for (int place = 128; place + 4 <= file.length; place += 4) {
      byte[] claims = file.clone();
      ByteBuffer.wrap(claims).order(ByteOrder.LITTLE_ENDIAN).putInt(place, Integer.MAX_VALUE);
      try {
        examples(claims);
      } catch (DataException e) {
        assertThat(e).hasMessageStartingWith(folder.resolve("s").toString());
      }
    }
  }

  private static Matrix pictures(int count, MatlabType type) {
    Matrix pictures = Mat5.newMatrix(new int[] {2, 3, 3, count}, type);
    for (int i = 0; i < pictures.getNumElements(); i++) {
      pictures.setByte(i, (byte) (i * 7));
    }
    return pictures;
  }

  private static Matrix digits(double... labels) {
    Matrix digits = Mat5.newMatrix(labels.length, 1);
    for (int i = 0; i < labels.length; i++) {
      digits.setDouble(i, labels[i]);
    }
    return digits;
  }

  private static byte[] write(Matrix pictures, Matrix digits) throws IOException {
    return bytes(Mat5.newMatFile().addArray("X", pictures).addArray("y", digits));
  }

  private static byte[] bytes(MatFile file) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    Mat5.newWriter(Sinks.wrap(buffer)).writeMat(file);
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private Examples examples(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("s"), content);
    try (DataStream in = DataStream.open(file, 1 << 20)) {
      return SvhnReader.examples(in, SHAPE);
    }
  }

  private void assertRefused(byte[] content, String message) {
    assertThatThrownBy(() -> examples(content))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(folder.resolve("s") + ": ")
        .hasMessageContaining(message);
  }
}
