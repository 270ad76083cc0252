package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bench on a network that takes no time. */
@Timeout(240)
final class BenchStepCommandTest {
  @Test
  void tellsProgramsTheQuartilesAndWhereTheTimeGoes() {
    CliResult result = bench("--format", "json", "--threads", "1", "--engine-path", "plain");
    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode json = JsonMapper.builder().build().readTree(result.out());
    assertThat(json.get("engine").stringValue()).isEqualTo("actbench plain");
    assertThat(json.get("model").stringValue()).isEqualTo("mlp");
    assertThat(json.get("steps").intValue()).isEqualTo(5);
    assertThat(json.get("environment").get("threads").stringValue()).isEqualTo("1");
    double median = json.get("median_ms").doubleValue();
    assertThat(json.get("p25_ms").doubleValue()).isPositive().isLessThanOrEqualTo(median);
    assertThat(json.get("p75_ms").doubleValue()).isGreaterThanOrEqualTo(median);
    assertThat(json.get("images_per_second").doubleValue()).isPositive();
    List<String> kinds = new ArrayList<>(json.get("share_of_time").propertyNames());
    assertThat(kinds).contains("dense", "activation", "loss", "update", "rest");
    double sum = 0;
    for (JsonNode share : json.get("share_of_time")) {
      sum += share.doubleValue();
    }
    assertThat(sum).isBetween(0.99, 1.01);
  }

  @Test
  void runsTheStockLayersForComparison() {
    CliResult result = bench("--engine-path", "stock");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("mlp, mish: ", " ms a step (quartiles ", "path stock", "batch 4, ");
  }

  @Test
  void refusesWhatItCannotMeasure() {
    assertThat(bench("--set", "depth=1,2").err())
        .isEqualTo(
            "actbench: error: a bench is of one network, found 2 runs; expected one value for each setting\n");
    assertThat(bench(1).err())
        .isEqualTo("actbench: error: bad '--steps', found '1'; expected 2 to 1000000\n");
    assertThat(bench("--threads", "0").err())
        .isEqualTo("actbench: error: bad '--threads', found '0'; expected 1 to 1024\n");
    assertThat(bench("--dataset", "minst").err())
        .contains("unknown dataset 'minst'", "Did you mean 'mnist'?");
  }

  private static CliResult bench(String... more) {
    return bench(5, more);
  }

  private static CliResult bench(int steps, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("bench", "step", "--model", "mlp", "--activation", "mish", "--batch", "4"));
    arguments.addAll(List.of("--warmup", "2", "--steps", Integer.toString(steps)));
    arguments.addAll(List.of(more));
    return CliResult.of(arguments.toArray(String[]::new));
  }
}
