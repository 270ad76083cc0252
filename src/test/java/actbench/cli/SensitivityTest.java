package actbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import actbench.result.Journal;
import actbench.result.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SensitivityTest {
  @TempDir Path folder;
  private Path spec;

  @BeforeEach
  void writeSpec() throws IOException {
    spec = folder.resolve("grid.yaml");
    Files.writeString(
        spec,
        """
        dataset: digits
        model: mlp
        depth: [2, 4]
        activation: [relu, swish, mish]
        epochs: 1
        seeds: 5
        """,
        UTF_8);
  }

  private CliResult plan(String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "plan";
    args[1] = spec.toString();
    args[2] = "--results-dir";
    args[3] = folder.resolve("results").toString();
    System.arraycopy(options, 0, args, 4, options.length);
    return CliResult.of(args);
  }

  @Test
  void takesAStatedSpread() {
    CliResult result = plan("--prior-sd", "0.3");
    // (t.isf(0.05 / 6, 4) + t.ppf(0.8, 4)) * 0.3 / sqrt(5), and that / sqrt(2): SciPy 1.17.1.
    assertThat(result.out())
        .endsWith(
            String.format(
                Locale.ROOT,
                "Smallest difference that 5 seeds can find: 0.66 points in one setting, or of 0.47 to"
                    + " 0.66 (by how alike a seed's differences are) in the mean over all 2%n  (80 %%"
                    + " power at 5 %% over 3 pairs; differences scatter by 0.30 points from seed to"
                    + " seed, --prior-sd 0.30)%n"));
  }

  @Test
  void takesTheSpreadOfEarlierResults() {
    Path earlier = folder.resolve("earlier");
    try (Journal journal = Journal.open(earlier)) {
      Runs.grid().forEach(journal::append);
    }
    assertThat(plan("--prior", earlier.toString()).out())
        .contains("from 27 differences of paired runs in " + earlier)
        .contains("points in one setting");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    assertThat(plan().out()).contains("not known without earlier results of two seeds");
    assertThat(plan("--prior", folder.resolve("none").toString()).exitCode()).isEqualTo(2);
    assertThat(plan("--prior-sd", "-1").exitCode()).isEqualTo(2);
    assertThat(plan("--prior-sd", "1", "--set", "seeds=1").exitCode()).isZero();
    Files.writeString(spec, Files.readString(spec, UTF_8).replace("seeds: 5", "seeds: 1"), UTF_8);
    assertThat(plan("--prior-sd", "1").out())
        .contains("one seed a setting tells nothing of chance");
  }
}
