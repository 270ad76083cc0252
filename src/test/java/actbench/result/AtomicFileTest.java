package actbench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
final class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void givesEachWriteATemporaryFileOfItsOwn() throws Exception {
    Path file = folder.resolve("runs.csv");
    Set<Path> names = ConcurrentHashMap.newKeySet();
    CountDownLatch both = new CountDownLatch(2);
    Thread[] writers =
        IntStream.range(0, 2)
            .mapToObj(
                each ->
                    new Thread(
                        () ->
                            AtomicFile.write(
                                file,
                                temporary -> {
                                  names.add(temporary);
                                  both.countDown();
                                  await(both);
                                  Files.writeString(temporary, "whole " + each);
                                })))
            .toArray(Thread[]::new);
    for (Thread writer : writers) {
      writer.start();
    }
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(names).hasSize(2);
    assertThat(file).content().matches("whole [01]");
    assertThat(left()).containsExactly("runs.csv");
  }

  @Test
  void leavesNothingWhateverEndsTheWrite() throws IOException {
    for (Throwable end : new Throwable[] {new IllegalStateException(), new LinkageError()}) {
      assertThatThrownBy(
              () ->
                  AtomicFile.write(
                      folder.resolve("runs.csv"),
                      temporary -> {
                        Files.writeString(temporary, "half");
                        if (end instanceof Error error) {
                          throw error;
                        }
                        throw (RuntimeException) end;
                      }))
          .isSameAs(end);
    }
    assertThat(left()).isEmpty();
  }

  private Set<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return Set.copyOf(files.map(each -> each.getFileName().toString()).toList());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
