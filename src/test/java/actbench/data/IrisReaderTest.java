package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IrisReaderTest {
  private static final String GOOD =
      "2,4,setosa,versicolor,virginica\n5.1,3.5,1.4,0.2,0\n9.9,0.0,5.1,1.8,2\n";

  @TempDir Path folder;

  @Test
  void readsLengthsAndSpecies() throws IOException {
    Examples examples = examples(GOOD);
    assertThat(examples.classCounts()).containsExactly(1, 0, 1);
    float[] values = new float[4];
    examples.copy(1, Layout.FLAT, values, 0);
    assertThat(values).containsExactly(9.9f, 0f, 5.1f, 1.8f);
  }

  @Test
  void refusesBadLines() {
    String header = "2,4,setosa,versicolor,virginica'; expected ";
    assertRefused("", ":1: wrong first line, found ''; expected 0,4,setosa,versicolor,virginica");
    assertRefused(
        GOOD + "5.1,3.5,1.4,0.2,0\n",
        ":1: wrong first line, found '" + header + "3,4,setosa,versicolor,virginica");
    assertRefused(
        GOOD.replace("0.2,0", "0.2"), ":2: wrong number of values, found '4'; expected 5");
    assertRefused(
        GOOD.replace("5.1,3", "-5.1,3"),
        ":2: bad length, found '-5.1'; expected 0.0 to 9.9, with one decimal");
    assertRefused(
        GOOD.replace("1.8", "1e9"),
        ":3: bad length, found '1e9'; expected 0.0 to 9.9, with one decimal");
    assertRefused(GOOD.replace("1.8,2", "1.8,3"), ":3: bad label, found '3'; expected 0 to 2");
    assertRefused(
        "\u001b[2J" + GOOD,
        ":1: wrong first line, found '?[2J" + header + "2,4,setosa,versicolor,virginica");
  }

  private Examples examples(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("i"), text, StandardCharsets.UTF_8);
    try (DataStream in = DataStream.open(file, 1 << 20)) {
      return IrisReader.examples(in, new InputShape(1, 4, 1));
    }
  }

  private void assertRefused(String text, String message) {
    assertThatThrownBy(() -> examples(text))
        .isInstanceOf(DataException.class)
        .hasMessage(folder.resolve("i") + message);
  }
}
