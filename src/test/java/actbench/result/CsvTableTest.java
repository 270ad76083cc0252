package actbench.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTableTest {
  @TempDir Path folder;

  private List<String> read(String text) throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, text, UTF_8);
    List<String> read = new ArrayList<>();
    CsvTable.read(
        file,
        heading -> read.add(String.join("|", heading)),
        (line, cells) -> read.add(line + ":" + String.join("|", cells)));
    return read;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd()", "+1", "-1", "@x", "\tx", "\rx", "\nx", "'", "''", "'=x", "'x", "a,b", "a\"b",
        "a\nb", " x ", "Ж", "＝x", "#x"
      })
  void readsBackEveryText(String text) throws IOException {
    assertThat(read(CsvTable.write(List.of("a", "b"), List.of(List.of(text, "y")))))
        .containsExactly("a|b", "2:" + text + "|y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=cmd()", "+1", "-1", "@x", "\tx", "\rx"})
  void letsNoTextBecomeAFormula(String text) {
    assertThat(CsvTable.write(List.of("a"), List.of(List.of(text)))).contains("'" + text);
  }

  @Test
  void leavesNumbersNumbers() {
    assertThat(
            CsvTable.write(
                List.of("a", "b", "c", "d"),
                List.of(Arrays.asList(-1L, -1.0E-5, null, Double.NaN))))
        .isEqualTo("a,b,c,d\n-1,-1.0E-5,,NaN\n");
  }

  @Test
  void readsForeignFiles() throws IOException {
    assertThat(read("\uFEFFa,b\r\n1,\"x\r\ny\"\r\n\r\n2,z\r\n"))
        .containsExactly("a|b", "2:1|x\r\ny", "5:2|z");
  }

  @Test
  void namesTheLineOfAShortRow() {
    assertThatThrownBy(() -> read("a,b\n1,2\n3\n"))
        .isInstanceOf(ResultException.class)
        .hasMessage(folder.resolve("t.csv") + ":3: error: found 1 cells; expected 2");
  }

  @Test
  void refusesWhatIsNoTable() throws IOException {
    assertThatThrownBy(() -> read(""))
        .hasMessageEndingWith(": error: the file is empty; expected a table");
    Path file = folder.resolve("t.csv");
    Files.write(file, new byte[] {'a', '\n', (byte) 0xff, (byte) 0xfe, '\n'});
    assertThatThrownBy(() -> CsvTable.read(file, heading -> {}, (line, cells) -> {}))
        .isInstanceOf(ResultException.class)
        .hasMessageEndingWith("not UTF-8 text");
    assertThatThrownBy(() -> read("a,b\n\"1,2\n")).isInstanceOf(ResultException.class);
  }
}
