package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PictureFileTest {
  @Test
  void keepsColoursChannelAfterChannel() {
    byte[] png = TestPictures.colours("png", 2, 1, (x, y) -> x == 0 ? 0x102030 : 0xf0e0d0);
    assertThat(written(png, new InputShape(1, 2, 3)))
        .containsExactly(0x10, 0xf0, 0x20, 0xe0, 0x30, 0xd0);
    // 0.299 R + 0.587 G + 0.114 B
    assertThat(written(png, new InputShape(1, 2, 1))).containsExactly(29, 227);
  }

  /** Java takes grey samples for linear light, and would make 64 into 137. */
  @Test
  void keepsGreySamples() {
    byte[] png = TestPictures.grey("png", 4, 1, (x, y) -> 64 * x);
    assertThat(written(png, new InputShape(1, 4, 1))).containsExactly(0, 64, 128, 192);
    assertThat(written(png, new InputShape(1, 4, 3)))
        .containsExactly(0, 64, 128, 192, 0, 64, 128, 192, 0, 64, 128, 192);
  }

  @Test
  void readsJpeg() {
    byte[] jpeg = TestPictures.colours("jpg", 16, 16, (x, y) -> 0x808080);
    assertThat(written(jpeg, new InputShape(2, 2, 1))).containsOnly(128);
  }

  /** Values of Pillow 12.3.0: Image.resize with BILINEAR. */
  @Test
  void scalesAsPillowDoes() {
    byte[] row = TestPictures.grey("png", 6, 1, (x, y) -> 40 * x);
    assertThat(written(row, new InputShape(1, 3, 1))).containsExactly(29, 100, 171);
    assertThat(written(row, new InputShape(1, 12, 1)))
        .containsExactly(0, 10, 30, 50, 70, 90, 110, 130, 150, 170, 190, 200);
    byte[] plane = TestPictures.grey("png", 7, 5, (x, y) -> (x * 37 + y * 59) % 256);
    int[] pillow = {91, 145, 142, 157, 115, 118};
    int[] ours = written(plane, new InputShape(2, 3, 1));
    for (int i = 0; i < pillow.length; i++) {
      // Pillow rounds to bytes between columns and rows.
      assertThat(ours[i]).isBetween(pillow[i] - 1, pillow[i] + 1);
    }
    assertThat(written(row, new InputShape(2, 6, 1)))
        .containsExactly(0, 40, 80, 120, 160, 200, 0, 40, 80, 120, 160, 200);
  }

  @Test
  void readsMasksWhateverTheirPalette() {
    // Java's own writer loses rows of smaller ones.
    byte[] mask = TestPictures.mask(16, 8, (x, y) -> x >= 8);
    byte[] target = new byte[9];
    PictureFile.decode("m", mask).writeMask(new InputShape(2, 4, 3), target, 1);
    assertThat(target).containsExactly(0, 0, 0, 1, 1, 0, 0, 1, 1);
  }

  @Test
  void readsTrimaps() {
    byte[] trimap = TestPictures.grey("png", 3, 1, (x, y) -> x + 1);
    byte[] target = new byte[3];
    PictureFile.decode("t", trimap).writeTrimap(new InputShape(1, 3, 3), target, 0);
    assertThat(target).containsExactly(1, 0, 1);
    byte[] other = TestPictures.grey("png", 3, 1, (x, y) -> x);
    assertThatThrownBy(
            () -> PictureFile.decode("t", other).writeTrimap(new InputShape(1, 3, 3), target, 0))
        .hasMessage("t: bad sample of a trimap, found 0; expected 1, 2 or 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif"})
  void refusesWhatIsCutOffOrDamaged(String format) {
    byte[] good = TestPictures.colours(format, 40, 30, (x, y) -> x * y * 977);
    InputShape shape = new InputShape(4, 4, 3);
    for (int length : new int[] {0, 1, 4, 8, 12, 20}) {
      assertThatThrownBy(() -> written(Arrays.copyOf(good, length), shape))
          .as("%d bytes", length)
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("p: ");
    }
    for (int place = 0; place < good.length; place += 5) {
      byte[] damaged = good.clone();
      damaged[place] ^= (byte) 0x55;
      try {
        written(damaged, shape);
      } catch (DataException e) {
        assertThat(e).hasMessageStartingWith("p: ");
      }
    }
  }

  @Test
  void refusesAPictureThatClaimsToBeHuge() {
    byte[] png = TestPictures.colours("png", 4, 4, (x, y) -> 0);
    // Width and height follow the length and the name of the first chunk.
    ByteBuffer.wrap(png).putInt(16, 100_000).putInt(20, 100_000);
    assertThatThrownBy(() -> PictureFile.decode("p", png))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("p: ");
    byte[] gif = TestPictures.mask(4, 4, (x, y) -> true);
    for (int place = 6; place < gif.length - 1; place++) {
      byte[] claims = gif.clone();
      claims[place] = (byte) 0xff;
      claims[place + 1] = (byte) 0xff;
      try {
        written(claims, new InputShape(2, 2, 1));
      } catch (DataException e) {
        assertThat(e).hasMessageStartingWith("p: ");
      }
    }
  }

  @Test
  void refusesOtherFormats() {
    assertThatThrownBy(
            () -> PictureFile.decode("p", TestPictures.colours("bmp", 2, 2, (x, y) -> 0)))
        .hasMessage("p: wrong format, found bmp; expected PNG, JPEG or GIF");
    assertThatThrownBy(
            () ->
                PictureFile.decode("p", "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .hasMessage("p: is no picture; expected PNG, JPEG or GIF");
  }

  private static int[] written(byte[] file, InputShape shape) {
    byte[] target = new byte[shape.size()];
    PictureFile.decode("p", file).write(shape, target, 0);
    int[] values = new int[target.length];
    Arrays.setAll(values, i -> target[i] & 0xff);
    return values;
  }
}
