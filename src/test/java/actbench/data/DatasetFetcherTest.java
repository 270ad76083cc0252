package actbench.data;

import static actbench.data.download.LoopbackServer.content;
import static actbench.data.download.LoopbackServer.cutOff;
import static actbench.data.download.LoopbackServer.head;
import static actbench.data.download.LoopbackServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.data.DatasetFetcher.Outcome;
import actbench.data.download.DownloadProgress;
import actbench.data.download.Downloader;
import actbench.data.download.LoopbackServer;
import actbench.data.download.Patience;
import actbench.spec.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class DatasetFetcherTest {
  private static final String TAG = "\"v1\"";
  private static final String FIRST = "/train-images.gz";
  private static final byte[] FIRST_CONTENT = SyntheticData.gzip(SyntheticData.idxFiles().get(0));

  @TempDir Path folder;

  private LoopbackServer server;
  private Dataset dataset;
  private DataLocations locations;
  private DatasetFetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    server = new LoopbackServer();
    dataset = SyntheticData.idxDataset("shapes", server.address("/"), server.address("/mirror/"));
    locations = new DataLocations(folder.resolve("data"), folder, "");
    Patience patience =
        new Patience(Duration.ofSeconds(2), Duration.ofSeconds(5), 2, Duration.ofMillis(1));
    fetcher = new DatasetFetcher(locations, new Downloader(patience), DownloadProgress.NONE);
    serve("/");
  }

  private void serve(String base) {
    for (int i = 0; i < 4; i++) {
      server.on(
          base + dataset.source().downloads().get(i).file(),
          content(SyntheticData.gzip(SyntheticData.idxFiles().get(i)), TAG));
    }
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void fetchesEachFileOnce() throws Exception {
    assertThat(fetcher.fetch(dataset)).isEqualTo(Outcome.FETCHED);
    assertCanonical(dataset);
    assertThat(server.requests()).hasSize(4);
    assertThat(files(folder.resolve("data/shapes")))
        .containsExactly(
            "SHA256SUMS", "test-images", "test-labels", "train-images", "train-labels");
    assertThat(files(folder.resolve("data/.incoming"))).containsExactly("shapes.lock");
  }

  @Test
  void fetchesNothingThatIsThere() throws Exception {
    fetcher.fetch(dataset);
    assertThat(fetcher.fetch(dataset)).isEqualTo(Outcome.ALREADY_THERE);
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void fetchesNothingThatComesWithTheProgram() throws Exception {
    Dataset xor = DatasetCatalog.standard().find("xor").orElseThrow();
    assertThat(fetcher.fetch(xor)).isEqualTo(Outcome.NOT_NEEDED);
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void acceptsFileThatIsNotCompressed() throws Exception {
    server.on(FIRST, content(SyntheticData.idxFiles().get(0), TAG));
    fetcher.fetch(dataset);
    assertCanonical(dataset);
  }

  @Test
  void takesAnotherMirrorForMissingFile() throws Exception {
    serve("/mirror/");
    server.on(FIRST, status("404 Not Found"));
    fetcher.fetch(dataset);
    assertCanonical(dataset);
  }

  @Test
  void takesAnotherMirrorForWrongBytes() throws Exception {
    serve("/mirror/");
    byte[] wrong = SyntheticData.idxFiles().get(0);
    wrong[20]++;
    server.on(FIRST, content(SyntheticData.gzip(wrong), TAG));
    fetcher.fetch(dataset);
    assertCanonical(dataset);
  }

  @Test
  void takesAnotherMirrorForLengthThatIsTooShort() throws Exception {
    serve("/mirror/");
    server.on(FIRST, cutOff(FIRST_CONTENT, 50, "Content-Length: 50"));
    fetcher.fetch(dataset);
    assertCanonical(dataset);
  }

  @Test
  void takesAnotherMirrorForFileThatExpandsWithoutEnd() throws Exception {
    serve("/mirror/");
    server.on(FIRST, content(SyntheticData.gzip(new byte[10 << 20]), TAG));
    fetcher.fetch(dataset);
    assertCanonical(dataset);
  }

  @Test
  void startsOverWhenPartsDoNotFit() throws Exception {
    server.on(
        FIRST,
        cutOff(FIRST_CONTENT, 60, "Content-Length: " + FIRST_CONTENT.length, "ETag: " + TAG),
        (request, out) -> {
          int rest = FIRST_CONTENT.length - 60;
          head(
              out,
              "206 Partial Content",
              "Content-Range: bytes 60-" + (FIRST_CONTENT.length - 1) + "/" + FIRST_CONTENT.length,
              "Content-Length: " + rest);
          out.write(new byte[rest]);
        },
        content(FIRST_CONTENT, TAG));
    fetcher.fetch(dataset);
    assertCanonical(dataset);
    assertThat(server.requests()).hasSize(6);
  }

  @Test
  void namesEveryFailureAndTheWayOut() throws IOException {
    server.on(FIRST, status("500 Broken"));
    assertThatThrownBy(() -> fetcher.fetch(dataset))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "cannot fetch 'shapes':\n  "
                + server.address(FIRST)
                + ": answers HTTP 500\n  "
                + server.address("/mirror" + FIRST)
                + ": answers HTTP 404\n"
                + "Run the command again to go on where it stopped, or get the files some other"
                + " way and run: actbench data import shapes --from DIR");
    assertThat(folder.resolve("data/shapes")).doesNotExist();
  }

  @Test
  void keepsWhatIsGoodForTheNextTime() throws Exception {
    server.on("/test-labels.gz", status("404 Not Found"));
    assertThatThrownBy(() -> fetcher.fetch(dataset)).isInstanceOf(DataException.class);
    int before = server.requests().size();
    serve("/");
    fetcher.fetch(dataset);
    assertThat(server.requests()).hasSize(before + 1);
    assertCanonical(dataset);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void keepsADownloadThatAFullDiskHasNoRoomFor() throws Exception {
    serve("/mirror/");
    Path full = fullDisk("shapes", "train-images.tmp");
    assertThatThrownBy(() -> fetcher.fetch(dataset))
        .isInstanceOf(DataException.class)
        .hasMessage(
            folder.resolve("data")
                + ": cannot be written (No space left on device);"
                + " what was fetched is kept for the next time");
    assertThat(server.requests()).hasSize(1);
    Files.delete(full);
    fetcher.fetch(dataset);
    assertCanonical(dataset);
    assertThat(server.requests().get(1).header("Range"))
        .isEqualTo("bytes=" + FIRST_CONTENT.length + "-");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void keepsAnArchiveThatAFullDiskHasNoRoomFor() throws Exception {
    Dataset cifar = SyntheticData.cifarDataset("small", server.address("/"));
    byte[] archive = SyntheticData.cifarArchive();
    server.on("/small.tar.gz", content(archive, TAG));
    Path full = fullDisk("small", "train.bin");
    assertThatThrownBy(() -> fetcher.fetch(cifar)).hasMessageContaining("No space left on device");
    Files.delete(full);
    fetcher.fetch(cifar);
    assertCanonical(cifar);
    assertThat(server.requests().get(1).header("Range")).isEqualTo("bytes=" + archive.length + "-");
  }

  /** Lets a file that is to be written while a set is fetched find no room. */
  private Path fullDisk(String set, String file) throws IOException {
    Path stage = Files.createDirectories(folder.resolve("data/.incoming/" + set + "/fetched"));
    return Files.createSymbolicLink(stage.resolve(file), Path.of("/dev/full"));
  }

  @Test
  void distrustsWhatAnEarlierProcessLeft() throws Exception {
    Path left = Files.createDirectories(folder.resolve("data/.incoming/shapes/fetched"));
    Files.write(left.resolve("train-images"), new byte[7]);
    fetcher.fetch(dataset);
    assertCanonical(dataset);
  }

  @Test
  void replacesSetOfOtherBytes() throws Exception {
    Path old = SyntheticData.writeIdx(folder.resolve("data/shapes"));
    Files.write(old.resolve("test-labels"), SyntheticData.idxLabels(5));
    assertThat(fetcher.fetch(dataset)).isEqualTo(Outcome.FETCHED);
    assertCanonical(dataset);
  }

  @Test
  void refusesToWorkBesideAnotherProcess() throws IOException {
    try (Incoming other = Incoming.open(locations, dataset)) {
      assertThat(other).isNotNull();
      assertThatThrownBy(() -> fetcher.fetch(dataset))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "another process is fetching or importing 'shapes' (it holds "
                  + folder.resolve("data/.incoming/shapes.lock")
                  + "); run the command again when it has ended");
    }
  }

  @Test
  void fetchesArchive() throws Exception {
    Dataset cifar = SyntheticData.cifarDataset("small", server.address("/"));
    byte[] archive = SyntheticData.cifarArchive();
    server.on(
        "/small.tar.gz",
        cutOff(archive, 9_000, "Content-Length: " + archive.length, "ETag: " + TAG),
        content(archive, TAG));
    fetcher.fetch(cifar);
    assertCanonical(cifar);
    assertThat(server.requests().get(1).header("Range")).isNotEmpty();
  }

  @Test
  void refusesArchiveWithOtherBytes() {
    Dataset cifar = SyntheticData.cifarDataset("small", server.address("/"));
    byte[] records = SyntheticData.cifar(20, 1, 10);
    byte[] archive = new TarBuilder().file("small-bin/train.bin", records).gzip();
    server.on("/small.tar.gz", content(archive, TAG));
    assertThatThrownBy(() -> fetcher.fetch(cifar))
        .hasMessageContaining("gives other bytes than the published ones");
    server.on("/small.tar.gz", content(Arrays.copyOf(archive, archive.length / 2), TAG));
    assertThatThrownBy(() -> fetcher.fetch(cifar)).hasMessageContaining("gives a bad file");
    assertThat(folder.resolve("data/small")).doesNotExist();
  }

  private void assertCanonical(Dataset fetched) {
    DatasetStore store = new DatasetStore(new DatasetCatalog(List.of(fetched)), locations);
    assertThat(store.load(Choice.of(fetched.name())).provenance().canonical()).isTrue();
  }

  private static Stream<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }
}
