package actbench.data.download;

import static actbench.data.download.LoopbackServer.cutOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** A server, and the file that a test downloads from it. */
final class DownloadTrial implements AutoCloseable {
  static final long LIMIT = 200_000;
  static final String TAG = "\"v1\"";
  static final byte[] CONTENT = new byte[100_000];
  static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(2), Duration.ofSeconds(5), 3, Duration.ofMillis(1));

  static {
    new Random(1).nextBytes(CONTENT);
  }

  private final LoopbackServer server = new LoopbackServer();
  private final PartFile part;
  private final Downloader downloader = new Downloader(PATIENCE);

  DownloadTrial(Path folder) throws IOException {
    part = new PartFile(folder.resolve("f"));
  }

  /** A promise of the whole content, of which less is sent. */
  static LoopbackServer.Answer promised(int sent, String header) {
    return cutOff(CONTENT, sent, "Content-Length: " + CONTENT.length, header);
  }

  LoopbackServer server() {
    return server;
  }

  PartFile part() {
    return part;
  }

  URI address(String path) {
    return server.address(path);
  }

  /** Downloads with patience; whether it went on with what was there. */
  boolean download(String path) throws IOException, InterruptedException {
    return download(path, DownloadProgress.NONE);
  }

  boolean download(String path, DownloadProgress progress)
      throws IOException, InterruptedException {
    return download(path, downloader, progress);
  }

  boolean download(String path, Downloader other, DownloadProgress progress)
      throws IOException, InterruptedException {
    return other.download(address(path), part, "f", LIMIT, progress);
  }

  void assertGot(byte[] content) throws IOException {
    assertThat(Files.readAllBytes(part.path())).isEqualTo(content);
  }

  void assertFails(String path, String message, int requests) {
    assertThatThrownBy(() -> download(path))
        .isInstanceOf(DownloadException.class)
        .hasMessage(message);
    assertThat(server.requests()).hasSize(requests);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
