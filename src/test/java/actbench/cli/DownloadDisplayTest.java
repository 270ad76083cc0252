package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class DownloadDisplayTest {
  private final StringWriter text = new StringWriter();

  @Test
  void printsLineForEachTenth() {
    DownloadDisplay display = new DownloadDisplay(new PrintWriter(text), false);
    for (long done = 0; done <= 2_000_000; done += 10_000) {
      display.bytes("f.gz", done, 2_000_000);
    }
    display.end();
    assertThat(text.toString().lines())
        .hasSize(10)
        .first()
        .isEqualTo("f.gz: 200.0 kB of 2.0 MB (10 %)");
    assertThat(text.toString()).doesNotContain("\r").endsWith(System.lineSeparator());
  }

  @Test
  void rewritesOneLineOnTerminal() {
    DownloadDisplay display = new DownloadDisplay(new PrintWriter(text), true);
    display.bytes("long-name.gz", 1000, 2000);
    display.bytes("f.gz", 2000, 2000);
    display.note("done");
    assertThat(text.toString())
        .isEqualTo(
            String.format(
                "\rlong-name.gz: 1.0 kB of 2.0 kB (50 %%)"
                    + "\rf.gz: 2.0 kB of 2.0 kB (100 %%)       %ndone%n"));
  }

  @Test
  void showsBytesWhenTheLengthIsUnknown() {
    DownloadDisplay display = new DownloadDisplay(new PrintWriter(text), false);
    for (long done = 0; done <= 25_000_000; done += 100_000) {
      display.bytes("f.gz", done, -1);
    }
    assertThat(text.toString().lines()).containsExactly("f.gz: 10.5 MB", "f.gz: 21.0 MB");
  }
}
