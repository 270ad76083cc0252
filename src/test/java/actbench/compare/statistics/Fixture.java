package actbench.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference numbers in {@code statistics/statistics.json}. */
final class Fixture {
  static final JsonNode ALL = load();

  private Fixture() {}

  private static JsonNode load() {
    try (InputStream in = Fixture.class.getResourceAsStream("/statistics/statistics.json")) {
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double[] numbers(JsonNode list) {
    assertThat(list.isArray()).isTrue();
    return IntStream.range(0, list.size()).mapToDouble(i -> list.get(i).doubleValue()).toArray();
  }

  /** Equal to nine digits, small ones too. */
  static void close(String what, double found, JsonNode expected) {
    assertThat(expected).as(what).isNotNull();
    double value = expected.doubleValue();
    assertThat(found).as(what).isCloseTo(value, within(1e-9 * Math.abs(value) + 1e-13));
  }

  static void close(String what, PValues found, JsonNode expected) {
    close(what + " two-sided", found.twoSided(), expected.get("p_two_sided"));
    close(what + " greater", found.greater(), expected.get("p_greater"));
    close(what + " less", found.less(), expected.get("p_less"));
  }

  static void close(String what, Interval found, JsonNode expected) {
    close(what + " low", found.low(), expected.get(0));
    close(what + " high", found.high(), expected.get(1));
  }
}
