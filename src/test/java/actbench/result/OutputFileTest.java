package actbench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(20)
final class OutputFileTest {
  @TempDir Path folder;

  @Test
  void followsLinksToFilesThatAreThereAndThatAreNot() throws IOException {
    Path there = Files.writeString(folder.resolve("real.html"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.html"), Path.of("real.html"));
    Path further = Files.createSymbolicLink(folder.resolve("further.html"), link);
    Path dangling = Files.createSymbolicLink(folder.resolve("next.html"), Path.of("sub/new.html"));
    OutputFile.write(further, "text");
    OutputFile.write(dangling, "more");
    assertThat(there).hasContent("text");
    assertThat(folder.resolve("sub/new.html")).hasContent("more");
    assertThat(link).isSymbolicLink();
    assertThat(further).isSymbolicLink();
    assertThat(dangling).isSymbolicLink();
  }

  @Test
  void refusesLinksThatLeadNowhere() throws IOException {
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    assertThatThrownBy(() -> OutputFile.write(loop, "text"))
        .isInstanceOf(ResultException.class)
        .hasMessageStartingWith(loop + ": error: cannot be written: ");
  }

  @Test
  void writesIntoPipesAndLeavesThem() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
    for (Path each : new Path[] {pipe, link}) {
      CompletableFuture<String> read =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return Files.readString(pipe);
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      OutputFile.write(each, "text");
      assertThat(OutputFile.isStream(each)).as("still a pipe").isTrue();
      assertThat(read.get()).isEqualTo("text");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(pipe, link);
    }
  }

  @Test
  void keepsTheMode() throws IOException {
    Path file = Files.writeString(folder.resolve("private.html"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    OutputFile.write(file, "text");
    assertThat(file).hasContent("text");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void refusesProtectedFilesAndFolders() throws IOException {
    Path file = Files.writeString(folder.resolve("kept.html"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assertThatThrownBy(() -> OutputFile.write(file, "text"))
        .isInstanceOf(ResultException.class)
        .hasMessage(
            file + ": error: cannot be written: the file is protected; chmod u+w allows it");
    assertThat(file).hasContent("old");
    assertThatThrownBy(() -> OutputFile.write(folder, "text"))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining("a folder is there; expected the name of a file");
  }
}
