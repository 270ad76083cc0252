package actbench.data.download;

import static actbench.data.download.DownloadTrial.CONTENT;
import static actbench.data.download.DownloadTrial.LIMIT;
import static actbench.data.download.DownloadTrial.TAG;
import static actbench.data.download.DownloadTrial.promised;
import static actbench.data.download.LoopbackServer.content;
import static actbench.data.download.LoopbackServer.head;
import static actbench.data.download.LoopbackServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class DownloaderTest {
  private static final Downloader IMPATIENT =
      new Downloader(
          new Patience(Duration.ofMillis(100), Duration.ofMillis(150), 2, Duration.ofMillis(1)));

  private DownloadTrial trial;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    trial = new DownloadTrial(folder);
  }

  @AfterEach
  void stop() throws IOException {
    trial.close();
  }

  @Test
  void getsFile() throws Exception {
    trial.server().on("/f", content(CONTENT, TAG));
    assertThat(trial.download("/f")).isFalse();
    trial.assertGot(CONTENT);
    assertThat(trial.server().requests()).hasSize(1);
  }

  @Test
  void givesUpOnServerThatAlwaysCutsOff() {
    trial.server().on("/f", promised(0, "Server: bad"));
    assertThatThrownBy(() -> trial.download("/f"))
        .isInstanceOf(DownloadException.class)
        .hasMessageStartingWith("breaks off");
    assertThat(trial.server().requests()).hasSize(3);
  }

  @Test
  void givesUpOnChunksThatBreakOff() {
    trial
        .server()
        .on(
            "/f",
            (request, out) -> {
              head(out, "200 OK", "Transfer-Encoding: chunked");
              out.write("ffff\r\nonly this".getBytes(StandardCharsets.ISO_8859_1));
            });
    assertThatThrownBy(() -> trial.download("/f")).hasMessageStartingWith("breaks off");
  }

  @Test
  void refusesLengthBeyondTheLimit() {
    trial.server().on("/f", status("200 OK", "Content-Length: 200001"));
    trial.assertFails("/f", "is too long, found 200001 bytes; expected at most 200000", 1);
  }

  @Test
  void stopsReadingAtTheLimit() throws IOException {
    trial
        .server()
        .on(
            "/f",
            (request, out) -> {
              head(out, "200 OK");
              while (true) {
                out.write(CONTENT);
              }
            });
    trial.assertFails(
        "/f", "is too long, found more than 200000 bytes; expected at most 200000", 1);
    assertThat(trial.part().size()).isLessThanOrEqualTo(LIMIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"404 Not Found", "403 Forbidden", "204 No Content"})
  void doesNotRepeatWhatTheServerRefuses(String status) {
    trial.server().on("/f", status(status));
    trial.assertFails("/f", "answers HTTP " + status.substring(0, 3), 1);
  }

  @Test
  void repeatsAfterServerErrors() throws Exception {
    trial.server().on("/f", status("503 Busy"), status("500 Broken"), content(CONTENT, TAG));
    trial.download("/f");
    trial.assertGot(CONTENT);
  }

  @Test
  void givesUpOnLastingServerErrors() {
    trial.server().on("/f", status("500 Broken"));
    trial.assertFails("/f", "answers HTTP 500", 3);
  }

  @Test
  void followsRedirectsAndAsksThereForTheRest() throws Exception {
    trial
        .server()
        .on("/f", status("302 Found", "Location: /a"))
        .on("/a", status("308 Moved", "Location: " + trial.address("/b")))
        .on("/b", promised(30_000, "ETag: " + TAG), content(CONTENT, TAG));
    assertThat(trial.download("/f")).isTrue();
    trial.assertGot(CONTENT);
  }

  @Test
  void refusesEndlessRedirects() {
    trial.server().on("/f", status("301 Moved", "Location: /f"));
    trial.assertFails("/f", "redirects more than 5 times", 6);
  }

  @Test
  void givesUpOnServerThatStalls() {
    trial
        .server()
        .on(
            "/f",
            (request, out) -> {
              head(out, "200 OK", "Content-Length: 100000");
              out.write(CONTENT, 0, 1000);
              out.flush();
              trial.server().stall();
            });
    assertThatThrownBy(() -> trial.download("/f", IMPATIENT, DownloadProgress.NONE))
        .isInstanceOf(DownloadException.class)
        .hasMessage("has stalled");
  }

  @Test
  void givesUpOnServerThatDoesNotAnswer() {
    trial.server().on("/f", (request, out) -> trial.server().stall());
    assertThatThrownBy(() -> trial.download("/f", IMPATIENT, DownloadProgress.NONE))
        .isInstanceOf(DownloadException.class)
        .hasMessage("does not answer");
  }

  @Test
  void saysThatNobodyIsThere() throws IOException {
    trial.server().close();
    assertThatThrownBy(() -> trial.download("/f")).hasMessage("cannot be reached");
  }

  @Test
  void stopsWhenInterrupted() throws Exception {
    trial.server().on("/f", (request, out) -> trial.server().stall());
    Thread thread = Thread.currentThread();
    Thread interrupter =
        new Thread(
            () -> {
              while (trial.server().requests().isEmpty()) {
                Thread.onSpinWait();
              }
              thread.interrupt();
            });
    interrupter.start();
    assertThatThrownBy(() -> trial.download("/f")).isInstanceOf(InterruptedException.class);
    interrupter.join();
  }

  @Test
  void tellsProgress() throws Exception {
    trial.server().on("/f", promised(30_000, "ETag: " + TAG), content(CONTENT, TAG));
    List<String> heard = new ArrayList<>();
    trial.download(
        "/f",
        new DownloadProgress() {
          @Override
          public void note(String line) {
            heard.add("note");
          }

          @Override
          public void bytes(String file, long done, long total) {
            heard.add(file + " " + done + "/" + total);
          }
        });
    assertThat(heard).contains("note").endsWith("f 100000/100000");
  }
}
