package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.claims.ClaimCatalog;
import actbench.result.Journal;
import actbench.result.Runs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
        .contains("mnist depth-net, by depth")
        .contains("18: mish - relu")
        .contains("published 10")
        .contains("98.24 - 58.40: +39.84 ± 0.15")
        .containsPattern("the\\s+other [0-9]+ are not tested")
        .containsPattern("- [0-9]+ claims: other data\\R");
  }

  @Test
  void listsClaimsAndErrorsOfTheirSources() {
    assertThat(verify("--list", "--format", "md")).isZero();
    assertThat(out.toString())
        .contains("cifar10 resnet-v2-20: mish - swish, batch_size=64")
        .contains("Recounting the published table gives 58 of 75");
  }

  @Test
  void keepsGridsApart() {
    Path full = folder.resolve("full");
    Path small = folder.resolve("small");
    try (Journal first = Journal.open(full);
        Journal second = Journal.open(small)) {
      Runs.grid().stream()
          .filter(run -> !run.config().label("activation").equals("swish"))
          .forEach(first::append);
      Runs.grid().stream()
          .filter(run -> run.config().label("activation").equals("swish"))
          .forEach(second::append);
    }
    assertThat(verify(folder.toString(), "--format", "csv")).isZero();
    assertThat(line("sweep-depth-mnist-depth-net-depth-18-mish-vs-swish"))
        .contains("not tested")
        .contains("its functions were run in different grids");
    assertThat(line("sweep-depth-mnist-depth-net-depth-18-mish-vs-relu"))
        .contains("in full")
        .contains("batch_size=128");
  }

  private String line(String id) {
    return out.toString().lines().filter(line -> line.startsWith(id + ",")).findFirst().orElse("");
  }

  @Test
  void writesJsonWithTheErrorOfReading() {
    try (Journal journal = Journal.open(folder)) {
      Runs.grid().forEach(journal::append);
    }
    Path file = folder.resolve("claims.json");
    assertThat(verify(folder.toString(), "--format", "json", "-o", file.toString())).isZero();
    assertThat(out.toString()).contains("Claims written to");
    JsonNode claims = JsonMapper.shared().readTree(file.toFile()).path("claims");
    assertThat(claims.size()).isEqualTo(ClaimCatalog.claims().size());
    JsonNode claim = null;
    for (JsonNode each : claims) {
      if (each.path("id").asString().equals("sweep-depth-mnist-depth-net-depth-18-mish-vs-relu")) {
        claim = each;
      }
    }
    assertThat(claim.path("reading_error").doubleValue()).isEqualTo(0.0015);
    assertThat(claim.path("difference_published").doubleValue()).isCloseTo(0.3984, within(1e-9));
    assertThat(claim.path("difference_here").doubleValue()).isCloseTo(0.3912, within(1e-2));
    // The runs do not say by which optimizer they were trained.
    assertThat(claim.path("verdict").asString()).isEqualTo("points the same way");
    assertThat(claim.path("form").asString()).isEqualTo("small");
    assertThat(claim.path("adjusted_p").doubleValue())
        .isBetween(claim.path("p").doubleValue(), 0.05);
    assertThat(claim.path("survives").asBoolean()).isTrue();
    assertThat(claim.path("run_set").isInt()).isTrue();
    JsonNode json = JsonMapper.shared().readTree(file.toFile());
    assertThat(json.path("tests").intValue()).isPositive();
    assertThat(json.path("surviving").intValue()).isPositive();
  }

  @Test
  void explainsWrongUse() {
    assertThat(verify()).isEqualTo(2);
    assertThat(err.toString()).startsWith("actbench: error: name a results folder");
    assertThat(verify(folder.resolve("none").toString())).isEqualTo(2);
  }

  private static String[] command(String... args) {
    return Stream.concat(Stream.of("verify"), Stream.of(args)).toArray(String[]::new);
  }
}
