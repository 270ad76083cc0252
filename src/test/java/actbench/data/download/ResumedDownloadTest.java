package actbench.data.download;

import static actbench.data.download.DownloadTrial.CONTENT;
import static actbench.data.download.DownloadTrial.TAG;
import static actbench.data.download.DownloadTrial.promised;
import static actbench.data.download.LoopbackServer.content;
import static actbench.data.download.LoopbackServer.cutOff;
import static actbench.data.download.LoopbackServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A download that was cut off goes on where that is safe, and starts over where it is not. */
@Timeout(30)
final class ResumedDownloadTest {
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
  void goesOnAfterBeingCutOff() throws Exception {
    trial.server().on("/f", promised(30_000, "ETag: " + TAG), content(CONTENT, TAG));
    assertThat(trial.download("/f")).isTrue();
    trial.assertGot(CONTENT);
    LoopbackServer.Request second = trial.server().requests().get(1);
    assertThat(second.header("Range")).matches("bytes=[1-9][0-9]*-");
    assertThat(second.header("If-Range")).isEqualTo(TAG);
  }

  @Test
  void goesOnInLaterProcess() throws Exception {
    trial.server().on("/f", promised(30_000, "ETag: " + TAG));
    assertThatThrownBy(() -> trial.download("/f")).isInstanceOf(DownloadException.class);
    trial.server().on("/f", content(CONTENT, TAG));
    Downloader later = new Downloader(DownloadTrial.PATIENCE);
    assertThat(trial.download("/f", later, DownloadProgress.NONE)).isTrue();
    trial.assertGot(CONTENT);
  }

  @Test
  void startsOverWhenTheServerCannotGoOn() throws Exception {
    trial.server().on("/f", promised(30_000, "ETag: " + TAG), cutOff(CONTENT, CONTENT.length));
    assertThat(trial.download("/f")).isFalse();
    trial.assertGot(CONTENT);
  }

  @Test
  void startsOverWhenTheFileHasChanged() throws Exception {
    byte[] newer = CONTENT.clone();
    newer[0]++;
    trial.server().on("/f", promised(30_000, "ETag: " + TAG), content(newer, "\"v2\""));
    assertThat(trial.download("/f")).isFalse();
    trial.assertGot(newer);
  }

  @Test
  void startsOverAtAnotherAddress() throws Exception {
    trial.server().on("/f", promised(30_000, "ETag: " + TAG)).on("/g", content(CONTENT, TAG));
    assertThatThrownBy(() -> trial.download("/f")).isInstanceOf(DownloadException.class);
    assertThat(trial.download("/g")).isFalse();
    trial.assertGot(CONTENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ETag: W/\"weak\"", "Server: without tag"})
  void startsOverWithoutStrongTag(String header) throws Exception {
    trial.server().on("/f", promised(30_000, header), content(CONTENT, TAG));
    assertThat(trial.download("/f")).isFalse();
    assertThat(trial.server().requests().get(1).header("Range")).isEmpty();
    trial.assertGot(CONTENT);
  }

  @Test
  void goesOnByDateWithoutTag() throws Exception {
    String date = "Mon, 01 Jan 2024 00:00:00 GMT";
    trial.server().on("/f", promised(30_000, "Last-Modified: " + date), content(CONTENT, date));
    assertThat(trial.download("/f")).isTrue();
    trial.assertGot(CONTENT);
  }

  @Test
  void startsOverWhenAnotherPartIsSent() throws Exception {
    trial
        .server()
        .on(
            "/f",
            promised(30_000, "ETag: " + TAG),
            status("206 Partial Content", "Content-Range: bytes 7-99999/100000"),
            content(CONTENT, TAG));
    assertThat(trial.download("/f")).isFalse();
    trial.assertGot(CONTENT);
  }

  @Test
  void refusesPartThatNobodyAskedFor() {
    trial.server().on("/f", status("206 Partial Content", "Content-Range: bytes 0-9/10"));
    trial.assertFails("/f", "sends another part than asked for, found 'bytes 0-9/10'", 3);
  }

  @Test
  void takesAllThatAnEarlierProcessGot() throws Exception {
    trial.server().on("/f", content(CONTENT, TAG));
    trial.download("/f");
    assertThat(trial.download("/f")).isTrue();
    assertThat(trial.server().requests()).hasSize(2);
    trial.assertGot(CONTENT);
  }

  @Test
  void startsOverWhenThePartIsLongerThanTheFile() throws Exception {
    trial.server().on("/f", content(CONTENT, TAG));
    trial.download("/f");
    Files.write(trial.part().path(), new byte[CONTENT.length + 5]);
    assertThat(trial.download("/f")).isFalse();
    trial.assertGot(CONTENT);
  }
}
