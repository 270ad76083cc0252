package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.result.Journal;
import actbench.result.Runs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int verify(String... args) {
    return Cli.run(command(args), new PrintWriter(out), new PrintWriter(err));
  }

  @Test
  void checksTheClaimsThatResultsTouch() {
    try (Journal journal = Journal.open(folder)) {
      Runs.grid().forEach(journal::append);
    }
    assertThat(verify(folder.toString())).isZero();
    assertThat(out.toString())
        .contains("published claims")
        .contains("mish - relu, depth=18")
        .contains("published 10")
        .contains("98.24 - 58.40: +39.84")
        .containsPattern("Not\\s+tested, for lack of runs that speak to it: other data [0-9]+");
  }

  @Test
  void listsClaimsAndErrorsOfTheirSources() {
    assertThat(verify("--list", "--format", "md")).isZero();
    assertThat(out.toString())
        .contains("cifar10 resnet-v2-20: mish - swish, batch_size=64")
        .contains("Recounting the published table gives 58 of 75");
  }

  @Test
  void explainsWrongUse() {
    assertThat(verify()).isEqualTo(2);
    assertThat(err.toString()).startsWith("actbench: error: name a results folder");
    assertThat(verify("--list", "--format", "json")).isEqualTo(2);
    assertThat(verify(folder.resolve("none").toString())).isEqualTo(2);
  }

  private static String[] command(String... args) {
    return Stream.concat(Stream.of("verify"), Stream.of(args)).toArray(String[]::new);
  }
}
