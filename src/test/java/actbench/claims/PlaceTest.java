package actbench.claims;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.claims.ClaimCheck.Verdict;
import actbench.result.Row;
import actbench.result.Rows;
import actbench.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PlaceTest {
  /** Settings that count how often they are looked at. */
  private static final class Watched extends TreeMap<String, String> {
    private static final long serialVersionUID = 1;
    private int looks;

    Watched(Map<String, String> settings) {
      super(settings);
      looks = 0;
    }

    @Override
    public String get(Object name) {
      looks++;
      return super.get(name);
    }

    @Override
    public String getOrDefault(Object name, String other) {
      looks++;
      return super.getOrDefault(name, other);
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
      looks++;
      return super.entrySet();
    }
  }

  private static int looks(List<Claim> claims) {
    List<Watched> settings = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (String activation : List.of("relu", "mish")) {
      for (String seed : List.of("1", "2", "3")) {
        Watched own =
            new Watched(
                Map.of("dataset", "mnist", "model", "mlp", "activation", activation, "seed", seed));
        settings.add(own);
        rows.add(
            new Row(
                activation + seed,
                Status.OK,
                "",
                own,
                new TreeMap<>(Map.of("test_accuracy", 0.9)),
                new TreeMap<>()));
      }
    }
    assertThat(ClaimChecker.check(Map.of("x", new Rows("x", rows, List.of(), 0)), claims))
        .allMatch(check -> check.verdict() == Verdict.NOT_TESTED);
    return settings.stream().mapToInt(each -> each.looks).sum();
  }

  @Test
  void looksAtRunsOnceHoweverManyClaimsTheyDoNotTouch() {
    List<Claim> claims = ClaimCatalog.claims();
    assertThat(looks(claims)).isPositive().isEqualTo(looks(claims.subList(0, 1)));
  }

  @Test
  void numbersRepeatsThatHaveNoSeed() {
    List<Row> rows = new ArrayList<>();
    for (String activation : List.of("relu", "mish")) {
      for (int repeat = 1; repeat <= 4; repeat++) {
        Row row = StudyRuns.depth("mnist", 10, 15, activation, 1, 0.9 + 0.0001 * repeat * repeat);
        TreeMap<String, String> settings = new TreeMap<>(row.settings());
        settings.remove("seed");
        rows.add(
            new Row(activation + repeat, row.status(), "", settings, row.metrics(), row.facts()));
      }
    }
    List<Claim> depths =
        ClaimCatalog.claims().stream()
            .filter(each -> each.model().equals("depth-net") && each.value().equals("15"))
            .filter(each -> each.first().equals("mish") && each.second().equals("relu"))
            .toList();
    ClaimCheck check =
        ClaimChecker.check(Map.of("x", new Rows("x", rows, List.of(), 0)), depths).get(0);
    assertThat(check.runs()).hasSize(8);
    assertThat(check.interval().exists()).isTrue();
  }
}
