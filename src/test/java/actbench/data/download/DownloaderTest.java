package actbench.data.download;

import static actbench.data.download.LoopbackServer.content;
import static actbench.data.download.LoopbackServer.cutOff;
import static actbench.data.download.LoopbackServer.head;
import static actbench.data.download.LoopbackServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class DownloaderTest {
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(2), Duration.ofSeconds(5), 3, Duration.ofMillis(1));
  private static final Patience VERY_SHORT =
      new Patience(Duration.ofMillis(100), Duration.ofMillis(150), 2, Duration.ofMillis(1));
  private static final long LIMIT = 200_000;
  private static final String TAG = "\"v1\"";
  private static final byte[] CONTENT = new byte[100_000];

  static {
    new Random(1).nextBytes(CONTENT);
  }

  @TempDir Path folder;

  private final Downloader downloader = new Downloader(SHORT);
  private LoopbackServer server;
  private PartFile part;

  @BeforeEach
  void start() throws IOException {
    server = new LoopbackServer();
    part = new PartFile(folder.resolve("f"));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void getsFile() throws Exception {
    server.on("/f", content(CONTENT, TAG));
    assertThat(download("/f")).isFalse();
    assertGot(CONTENT);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void goesOnAfterBeingCutOff() throws Exception {
    server.on("/f", promised(30_000, "ETag: " + TAG), content(CONTENT, TAG));
    assertThat(download("/f")).isTrue();
    assertGot(CONTENT);
    LoopbackServer.Request second = server.requests().get(1);
    assertThat(second.header("Range")).matches("bytes=[1-9][0-9]*-");
    assertThat(second.header("If-Range")).isEqualTo(TAG);
  }

  @Test
  void goesOnInLaterProcess() throws Exception {
    server.on("/f", promised(30_000, "ETag: " + TAG));
    assertThatThrownBy(() -> download("/f")).isInstanceOf(DownloadException.class);
    server.on("/f", content(CONTENT, TAG));
    assertThat(new Downloader(SHORT).download(address("/f"), part, "f", LIMIT, none())).isTrue();
    assertGot(CONTENT);
  }

  @Test
  void startsOverWhenTheServerCannotGoOn() throws Exception {
    server.on("/f", promised(30_000, "ETag: " + TAG), cutOff(CONTENT, CONTENT.length));
    assertThat(download("/f")).isFalse();
    assertGot(CONTENT);
  }

  @Test
  void startsOverWhenTheFileHasChanged() throws Exception {
    byte[] newer = CONTENT.clone();
    newer[0]++;
    server.on("/f", promised(30_000, "ETag: " + TAG), content(newer, "\"v2\""));
    assertThat(download("/f")).isFalse();
    assertGot(newer);
  }

  @Test
  void startsOverAtAnotherAddress() throws Exception {
    server.on("/f", promised(30_000, "ETag: " + TAG)).on("/g", content(CONTENT, TAG));
    assertThatThrownBy(() -> download("/f")).isInstanceOf(DownloadException.class);
    assertThat(download("/g")).isFalse();
    assertGot(CONTENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ETag: W/\"weak\"", "Server: without tag"})
  void startsOverWithoutStrongTag(String header) throws Exception {
    server.on("/f", promised(30_000, header), content(CONTENT, TAG));
    assertThat(download("/f")).isFalse();
    assertThat(server.requests().get(1).header("Range")).isEmpty();
    assertGot(CONTENT);
  }

  @Test
  void goesOnByDateWithoutTag() throws Exception {
    String date = "Mon, 01 Jan 2024 00:00:00 GMT";
    server.on("/f", promised(30_000, "Last-Modified: " + date), content(CONTENT, date));
    assertThat(download("/f")).isTrue();
    assertGot(CONTENT);
  }

  @Test
  void startsOverWhenAnotherPartIsSent() throws Exception {
    server.on(
        "/f",
        promised(30_000, "ETag: " + TAG),
        status("206 Partial Content", "Content-Range: bytes 7-99999/100000"),
        content(CONTENT, TAG));
    assertThat(download("/f")).isFalse();
    assertGot(CONTENT);
  }

  @Test
  void refusesPartThatNobodyAskedFor() {
    server.on("/f", status("206 Partial Content", "Content-Range: bytes 0-9/10"));
    assertFails("/f", "sends another part than asked for, found 'bytes 0-9/10'", 3);
  }

  @Test
  void takesAllThatAnEarlierProcessGot() throws Exception {
    server.on("/f", content(CONTENT, TAG));
    download("/f");
    assertThat(download("/f")).isTrue();
    assertThat(server.requests()).hasSize(2);
    assertGot(CONTENT);
  }

  @Test
  void startsOverWhenThePartIsLongerThanTheFile() throws Exception {
    server.on("/f", content(CONTENT, TAG));
    download("/f");
    Files.write(part.path(), new byte[CONTENT.length + 5]);
    assertThat(download("/f")).isFalse();
    assertGot(CONTENT);
  }

  @Test
  void givesUpOnServerThatAlwaysCutsOff() {
    server.on("/f", promised(0, "Server: bad"));
    assertThatThrownBy(() -> download("/f"))
        .isInstanceOf(DownloadException.class)
        .hasMessageStartingWith("breaks off");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void givesUpOnChunksThatBreakOff() {
    server.on(
        "/f",
        (request, out) -> {
          head(out, "200 OK", "Transfer-Encoding: chunked");
          out.write("ffff\r\nonly this".getBytes(StandardCharsets.ISO_8859_1));
        });
    assertThatThrownBy(() -> download("/f")).hasMessageStartingWith("breaks off");
  }

  @Test
  void refusesLengthBeyondTheLimit() {
    server.on("/f", status("200 OK", "Content-Length: 200001"));
    assertFails("/f", "is too long, found 200001 bytes; expected at most 200000", 1);
  }

  @Test
  void stopsReadingAtTheLimit() throws IOException {
    server.on(
        "/f",
        (request, out) -> {
          head(out, "200 OK");
          while (true) {
            out.write(CONTENT);
          }
        });
    assertFails("/f", "is too long, found more than 200000 bytes; expected at most 200000", 1);
    assertThat(part.size()).isLessThanOrEqualTo(LIMIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"404 Not Found", "403 Forbidden", "204 No Content"})
  void doesNotRepeatWhatTheServerRefuses(String status) {
    server.on("/f", status(status));
    assertFails("/f", "answers HTTP " + status.substring(0, 3), 1);
  }

  @Test
  void repeatsAfterServerErrors() throws Exception {
    server.on("/f", status("503 Busy"), status("500 Broken"), content(CONTENT, TAG));
    download("/f");
    assertGot(CONTENT);
  }

  @Test
  void givesUpOnLastingServerErrors() {
    server.on("/f", status("500 Broken"));
    assertFails("/f", "answers HTTP 500", 3);
  }

  @Test
  void followsRedirectsAndAsksThereForTheRest() throws Exception {
    server
        .on("/f", status("302 Found", "Location: /a"))
        .on("/a", status("308 Moved", "Location: " + address("/b")))
        .on("/b", promised(30_000, "ETag: " + TAG), content(CONTENT, TAG));
    assertThat(download("/f")).isTrue();
    assertGot(CONTENT);
  }

  @Test
  void refusesEndlessRedirects() {
    server.on("/f", status("301 Moved", "Location: /f"));
    assertFails("/f", "redirects more than 5 times", 6);
  }

  @Test
  void givesUpOnServerThatStalls() {
    server.on(
        "/f",
        (request, out) -> {
          head(out, "200 OK", "Content-Length: 100000");
          out.write(CONTENT, 0, 1000);
          out.flush();
          server.stall();
        });
    assertThatThrownBy(
            () -> new Downloader(VERY_SHORT).download(address("/f"), part, "f", LIMIT, none()))
        .isInstanceOf(DownloadException.class)
        .hasMessage("has stalled");
  }

  @Test
  void givesUpOnServerThatDoesNotAnswer() {
    server.on("/f", (request, out) -> server.stall());
    assertThatThrownBy(
            () -> new Downloader(VERY_SHORT).download(address("/f"), part, "f", LIMIT, none()))
        .isInstanceOf(DownloadException.class)
        .hasMessage("does not answer");
  }

  @Test
  void saysThatNobodyIsThere() throws IOException {
    server.close();
    assertThatThrownBy(() -> download("/f")).hasMessage("cannot be reached");
  }

  @Test
  void stopsWhenInterrupted() throws Exception {
    server.on("/f", (request, out) -> server.stall());
    Thread thread = Thread.currentThread();
    Thread interrupter =
        new Thread(
            () -> {
              while (server.requests().isEmpty()) {
                Thread.onSpinWait();
              }
              thread.interrupt();
            });
    interrupter.start();
    assertThatThrownBy(() -> download("/f")).isInstanceOf(InterruptedException.class);
    interrupter.join();
  }

  @Test
  void tellsProgress() throws Exception {
    server.on("/f", promised(30_000, "ETag: " + TAG), content(CONTENT, TAG));
    List<String> heard = new ArrayList<>();
    downloader.download(
        address("/f"),
        part,
        "f",
        LIMIT,
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

  /** A promise of the whole content, of which less is sent. */
  private static LoopbackServer.Answer promised(int sent, String header) {
    return cutOff(CONTENT, sent, "Content-Length: " + CONTENT.length, header);
  }

  private boolean download(String path) throws IOException, InterruptedException {
    return downloader.download(address(path), part, "f", LIMIT, none());
  }

  private URI address(String path) {
    return server.address(path);
  }

  private static DownloadProgress none() {
    return DownloadProgress.NONE;
  }

  private void assertGot(byte[] content) throws IOException {
    assertThat(Files.readAllBytes(part.path())).isEqualTo(content);
  }

  private void assertFails(String path, String message, int requests) {
    assertThatThrownBy(() -> download(path))
        .isInstanceOf(DownloadException.class)
        .hasMessage(message);
    assertThat(server.requests()).hasSize(requests);
  }
}
