package actbench.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import actbench.spec.Choice;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class RunConfigJsonTest {
  private static final RunConfig RUN =
      new RunConfig(
          "mnist-s2-00000000",
          new TreeMap<>(
              Map.of(
                  "activation",
                  new Choice("beta-mish", new TreeMap<>(Map.of("beta", 1.0))),
                  "dataset",
                  new Choice("mnist", new TreeMap<>(Map.of("train", 100L, "a", 1L))),
                  "depth",
                  15L,
                  "dropout",
                  1e-5,
                  "batch-norm",
                  true,
                  "task",
                  "none",
                  "zeta",
                  "\"quoted\\\"\nЖ")),
          2);

  @Test
  void writesSortedKeysWithoutBlanks() {
    assertThat(RunConfigJson.write(RUN))
        .isEqualTo(
            "{\"id\":\"mnist-s2-00000000\",\"activation\":{\"beta\":1.0,\"name\":\"beta-mish\"},"
                + "\"batch-norm\":true,\"dataset\":{\"a\":1,\"name\":\"mnist\",\"train\":100},"
                + "\"depth\":15,\"dropout\":1.0E-5,\"seed\":2,\"task\":\"none\","
                + "\"zeta\":\"\\\"quoted\\\\\\\"\\u000aЖ\"}");
  }

  @Test
  void readsBackWhatItWrote() {
    assertThat(RunConfigJson.read(RunConfigJson.write(RUN))).isEqualTo(RUN);
  }

  @Test
  void readsFromInsideAnotherDocument() {
    String event = "{\"event\":\"start\",\"run\":" + RunConfigJson.write(RUN) + "}";
    assertThat(RunConfigJson.read(JsonMapper.shared().readTree(event).get("run"))).isEqualTo(RUN);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0",
    "-1.5, -1.5",
    "-0.0, 0.0",
    "0.001, 0.001",
    "0.0001, 1.0E-4",
    "2.0E-3, 0.002",
    "9999999.0, 9999999.0",
    "1.0E7, 1.0E7",
    "0.30000000000000004, 0.30000000000000004",
    "2.0E23, 2.0E23",
    "4.9E-324, 5E-324",
    "1.7976931348623157E308, 1.7976931348623157E308",
  })
  void writesTheShortestNumber(double value, String text) {
    assertThat(CanonicalJson.number(value)).isEqualTo(text.replace("5E", "5.0E"));
  }

  @Test
  void writesEveryNumberWithoutLossAndNoLongerThanTheJdk() {
    Random random = new Random(7);
    for (int i = 0; i < 4_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        String text = CanonicalJson.number(value);
        assertThat(Double.parseDouble(text)).isEqualTo(value);
        assertThat(text.length()).isLessThanOrEqualTo(Double.toString(value).length());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "nonsense",
        "{}",
        "{\"id\":3,\"seed\":1}",
        "{\"id\":\"a\"}",
        "{\"id\":\"a\",\"seed\":1.0}",
        "{\"id\":\"a\",\"seed\":0}",
        "{\"id\":\"a\",\"seed\":1,\"depth\":null}",
        "{\"id\":\"a\",\"seed\":1,\"depth\":[1]}",
        "{\"id\":\"a\",\"seed\":1,\"model\":{\"a\":1}}",
        "{\"id\":\"a\",\"seed\":1,\"depth\":99999999999999999999}",
      })
  void refusesWhatIsNoRun(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> RunConfigJson.read(json));
  }

  @Test
  void writesAPlanThatReadsAsJson() {
    var json =
        JsonMapper.shared().readTree(PlanJson.write(new Plan("p", List.of(), List.of(RUN, RUN))));
    assertThat(json.get("total").intValue()).isEqualTo(2);
    assertThat(json.get("runs")).hasSize(2);
    assertThat(RunConfigJson.read(json.get("runs").get(1))).isEqualTo(RUN);
  }
}
