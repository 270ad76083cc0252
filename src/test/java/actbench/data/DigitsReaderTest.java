package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DigitsReaderTest {
  private static final String GOOD = "1,".repeat(63) + "16,7\n";

  @TempDir Path folder;

  @Test
  void readsValuesAndLabels() throws IOException {
    Examples examples = examples(GOOD + "0,".repeat(64) + "9\n");
    assertThat(examples.size()).isEqualTo(2);
    assertThat(examples.label(0)).isEqualTo(7);
    assertThat(examples.label(1)).isEqualTo(9);
    float[] values = new float[64];
    examples.copy(0, Layout.FLAT, values, 0);
    assertThat(values[0]).isEqualTo(1f / 16);
    assertThat(values[63]).isEqualTo(1f);
  }

  @Test
  void refusesBadLines() {
    assertRefused(GOOD + "1,2,3\n", ":2: wrong number of values, found 3; expected 65");
    assertRefused("17," + GOOD.substring(2), ":1: bad value, found '17'; expected 0 to 16");
    assertRefused("-1," + GOOD.substring(2), ":1: bad value, found '-1'; expected 0 to 16");
    assertRefused("," + GOOD.substring(2), ":1: bad value, found ''; expected 0 to 16");
    assertRefused(GOOD.replace(",7", ",10"), ":1: bad value, found '10'; expected 0 to 9");
    assertRefused(GOOD + GOOD + "\n", ":3: wrong number of values, found 1; expected 65");
  }

  private Examples examples(String text) throws IOException {
    Path file = Files.write(folder.resolve("d"), text.getBytes(StandardCharsets.UTF_8));
    try (DataStream in = DataStream.open(file, 1 << 20)) {
      return DigitsReader.examples(in, new InputShape(8, 8, 1));
    }
  }

  private void assertRefused(String text, String message) {
    assertThatThrownBy(() -> examples(text))
        .isInstanceOf(DataException.class)
        .hasMessage(folder.resolve("d") + message);
  }
}
