package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.data.DataLocations;
import actbench.data.DatasetFetcher;
import actbench.data.DatasetImporter;
import actbench.data.download.DownloadProgress;
import actbench.data.download.Downloader;
import actbench.data.download.LoopbackServer;
import actbench.data.download.Patience;
import actbench.result.AtomicFile;
import actbench.result.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What has to outlive a power cut is forced to disk: the Java runtime writes down what is. */
@DisabledOnOs(OS.WINDOWS)
final class DurabilityTest {
  private static final String STAGE = "data/.incoming/small/";

  @TempDir Path folder;

  /** What changes files. */
  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  @Test
  void aNewJournalAndItsFolders() throws Exception {
    assertThat(forcedBy(() -> Journal.open(folder.resolve("results/grid")).close()))
        .contains("", "results", "results/grid");
  }

  @Test
  void theNameOfAFileThatWasReplaced() throws Exception {
    assertThat(forcedBy(() -> AtomicFile.write(folder.resolve("runs.csv"), "x"))).contains("");
  }

  @Test
  void aSetThatWasFetchedOrImported() throws Exception {
    try (LoopbackServer server = new LoopbackServer()) {
      var dataset = SmallSet.serve(server).find("small").orElseThrow();
      DataLocations locations = new DataLocations(folder.resolve("data"), folder, "");
      Patience patience =
          new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), 2, Duration.ofMillis(1));
      assertThat(
              forcedBy(
                  () ->
                      new DatasetFetcher(locations, new Downloader(patience), DownloadProgress.NONE)
                          .fetch(dataset)))
          .contains(
              STAGE + "fetched/train.bin",
              STAGE + "fetched/test.bin",
              STAGE + "fetched/SHA256SUMS",
              STAGE + "fetched",
              "data");
      Path from = Files.move(folder.resolve("data/small"), folder.resolve("from"));
      assertThat(forcedBy(() -> new DatasetImporter(locations).importFrom(from, dataset)))
          .contains(STAGE + "imported/train.bin", STAGE + "imported/SHA256SUMS", "data");
    }
  }

  private Set<String> forcedBy(Work work) throws IOException, InterruptedException {
    Path file = folder.resolve("work.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.FileForce").withoutThreshold();
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .map(event -> Path.of(event.getString("path")))
        .filter(path -> path.startsWith(folder))
        .map(path -> folder.relativize(path).toString())
        .collect(Collectors.toSet());
  }
}
