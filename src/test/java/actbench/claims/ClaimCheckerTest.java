package actbench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.claims.ClaimCheck.Size;
import actbench.claims.ClaimCheck.Verdict;
import actbench.grid.RunConfig;
import actbench.result.Metric;
import actbench.result.Rows;
import actbench.result.RunResult;
import actbench.result.Runs;
import actbench.spec.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ClaimCheckerTest {
  private static Claim claim(double mish, double relu) {
    return new Claim(
        "c",
        "mnist",
        "depth-net",
        "depth",
        "15",
        "mish",
        "relu",
        Metric.named("test_accuracy"),
        mish,
        relu,
        10,
        "somewhere",
        "",
        Precision.PRINTED,
        Recipe.UNKNOWN);
  }

  private static ClaimCheck check(Claim claim, double... mishMinusRelu) {
    List<RunResult> runs = new ArrayList<>();
    for (int i = 0; i < mishMinusRelu.length; i++) {
      double relu = 0.9 + 0.001 * i;
      runs.add(Runs.ok("mish", 15, i + 1L, relu + mishMinusRelu[i]));
      runs.add(Runs.ok("relu", 15, i + 1L, relu));
    }
    return ClaimChecker.check(Map.of("x", Runs.rows("x", runs)), List.of(claim)).get(0);
  }

  @Test
  void confirmsADirectionBeyondChance() {
    ClaimCheck check = check(claim(0.95, 0.94), 0.010, 0.011, 0.009, 0.010);
    assertThat(check.verdict()).isEqualTo(Verdict.CONFIRMED);
    assertThat(check.size()).isEqualTo(Size.AGREES);
    assertThat(check.gain()).isCloseTo(0.01, within(1e-12));
    assertThat(check.runs()).hasSize(8);
    assertThat(check.seeds()).isEqualTo(4);
  }

  @Test
  void saysWhenTheSizeDisagrees() {
    assertThat(check(claim(0.99, 0.90), 0.010, 0.011, 0.009, 0.010).size()).isEqualTo(Size.SMALLER);
    assertThat(check(claim(0.911, 0.91), 0.010, 0.011, 0.009, 0.010).size()).isEqualTo(Size.LARGER);
  }

  @Test
  void contradictsTheOtherDirection() {
    ClaimCheck check = check(claim(0.95, 0.94), -0.010, -0.011, -0.009);
    assertThat(check.verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(check.size()).isEqualTo(Size.SMALLER);
    assertThat(check(claim(0.94, 0.95), -0.010, -0.011, -0.009).verdict())
        .isEqualTo(Verdict.CONFIRMED);
  }

  @Test
  void refutesNothingByChance() {
    assertThat(check(claim(0.95, 0.94), -0.010, 0.011, -0.009).verdict())
        .isEqualTo(Verdict.NOT_REFUTED);
  }

  @Test
  void namesDataThatIsNotAsPublished() {
    assertThat(checkOn("mnist (canonical)").differences()).noneMatch(each -> each.contains("data"));
    assertThat(checkOn("mnist (not canonical: sha256 0123456789ab)").differences())
        .contains("data: mnist (not canonical: sha256 0123456789ab)");
  }

  private static ClaimCheck checkOn(String data) {
    List<RunResult> runs =
        List.of(Runs.ok("mish", 15, 1, 0.95), Runs.ok("relu", 15, 1, 0.94)).stream()
            .map(run -> run.with(Map.of("data", data)))
            .toList();
    return ClaimChecker.check(Map.of("x", Runs.rows("x", runs)), List.of(claim(0.95, 0.94))).get(0);
  }

  private static ClaimCheck check(String dataset, String model, String first, String second) {
    Claim claim =
        new Claim(
            "c",
            "fashion-mnist",
            "lenet-4",
            "",
            "",
            "beta-mish(beta=1.5)",
            "swish",
            Metric.named("test_accuracy"),
            0.95,
            0.94,
            10,
            "somewhere",
            "",
            Precision.PRINTED,
            Recipe.UNKNOWN);
    List<RunResult> runs = new ArrayList<>();
    for (String activation : List.of(first, second)) {
      TreeMap<String, Object> settings =
          new TreeMap<>(
              Map.of(
                  "activation",
                  activation,
                  "dataset",
                  Choice.of(dataset),
                  "model",
                  Choice.of(model)));
      for (long seed = 1; seed <= 2; seed++) {
        double score = (activation.startsWith("beta") ? 0.9 : 0.8) + 0.001 * seed * seed;
        runs.add(Runs.ok(new RunConfig(activation + seed, settings, seed), score));
      }
    }
    return ClaimChecker.check(Map.of("x", Runs.rows("x", runs)), List.of(claim)).get(0);
  }

  @Test
  void knowsPublishedFunctionsByTheirParameters() {
    assertThat(check("fashion-mnist", "lenet-4", "beta-mish", "swish(beta=1.0)").firstMean())
        .isCloseTo(0.9025, within(1e-12));
    assertThat(check("fashion-mnist", "lenet-4", "beta-mish(beta=1.5)", "swish").gain())
        .isCloseTo(0.1, within(1e-12));
    ClaimCheck other = check("fashion-mnist", "lenet-4", "beta-mish(beta=2)", "swish");
    assertThat(other.verdict()).isEqualTo(Verdict.NOT_TESTED);
  }

  @Test
  void takesThePartThatShipsAndSaysSo() {
    assertThat(check("fashion-mnist-small", "lenet-4", "beta-mish", "swish").differences())
        .contains("data fashion-mnist-small");
  }

  @Test
  void namesWhatIsGivenBeyondThePublishedRecipe() {
    List<RunResult> plain = runs(Map.of());
    List<RunResult> harder = runs(Map.of("mixup", 0.2, "batch-norm-momentum", 0.9));
    assertThat(differences(Map.of("harder", harder)))
        .contains("with batch norm momentum 0.9", "with mixup 0.2");
    // What is nearer to the publication speaks for it.
    assertThat(differences(Map.of("harder", harder, "plain", plain)))
        .noneMatch(each -> each.startsWith("with"));
  }

  private static List<String> differences(Map<String, List<RunResult>> grids) {
    Map<String, Rows> rows = new TreeMap<>();
    grids.forEach((name, runs) -> rows.put(name, Runs.rows(name, runs)));
    return ClaimChecker.check(rows, List.of(claim(0.95, 0.94))).get(0).differences();
  }

  /** Runs of the claim's functions with these settings besides. */
  private static List<RunResult> runs(Map<String, Object> extra) {
    List<RunResult> runs = new ArrayList<>();
    for (RunResult run : List.of(Runs.ok("mish", 15, 1, 0.95), Runs.ok("relu", 15, 1, 0.94))) {
      TreeMap<String, Object> settings = new TreeMap<>(run.config().settings());
      settings.putAll(extra);
      runs.add(Runs.ok(new RunConfig(run.config().id(), settings, run.config().seed()), 0.95));
    }
    return runs;
  }

  @Test
  void saysWhyAClaimIsNotTested() {
    assertThat(check("mnist", "lenet-4", "beta-mish", "swish").differences())
        .containsExactly("other data");
    assertThat(check("fashion-mnist", "mlp", "beta-mish", "swish").differences())
        .containsExactly("other networks");
    assertThat(check("fashion-mnist", "lenet-4", "beta-mish", "relu").differences())
        .containsExactly("a function that was not run");
  }

  @Test
  void takesLearningRatesOfTheSweptOptimizerOnly() {
    for (String optimizer : List.of("sgd", "adadelta")) {
      Map<String, String> settings = Map.of("learning_rate", "1.0", "optimizer", optimizer);
      assertThat(RowMatch.isSetting(settings, "learning_rate", "1"))
          .isEqualTo(optimizer.equals("sgd"));
      assertThat(RowMatch.isSetting(settings, "", "")).isTrue();
    }
  }

  @Test
  void concludesNothingFromOneSeed() {
    ClaimCheck check = check(claim(0.95, 0.94), -0.010);
    assertThat(check.verdict()).isEqualTo(Verdict.NOT_REFUTED);
    assertThat(check.size()).isEqualTo(Size.UNKNOWN);
    assertThat(check.differences())
        .contains("epochs unknown, published 10", "1 seed, published 1 run");
  }

  @Test
  void leavesUntouchedClaimsUntested() {
    Claim other =
        new Claim(
            "c",
            "cifar10",
            "depth-net",
            "",
            "",
            "mish",
            "relu",
            Metric.named("test_accuracy"),
            0.9,
            0.8,
            10,
            "somewhere",
            "",
            Precision.PRINTED,
            Recipe.UNKNOWN);
    assertThat(check(other, 0.1, 0.2).verdict()).isEqualTo(Verdict.NOT_TESTED);
    Claim depth =
        new Claim(
            "c",
            "mnist",
            "depth-net",
            "depth",
            "16",
            "mish",
            "relu",
            Metric.named("test_accuracy"),
            0.9,
            0.8,
            10,
            "somewhere",
            "",
            Precision.PRINTED,
            Recipe.UNKNOWN);
    assertThat(check(depth, 0.1, 0.2).verdict()).isEqualTo(Verdict.NOT_TESTED);
  }

  @Test
  void holdsThePublishedNumbers() {
    List<Claim> claims = ClaimCatalog.claims();
    assertThat(new HashSet<>(claims.stream().map(Claim::id).toList())).hasSameSizeAs(claims);
    assertThat(claims).allSatisfy(claim -> assertThat(claim.source()).isNotBlank());
    Claim headline =
        claims.stream()
            .filter(claim -> claim.id().equals("benchmark75-cifar10-resnet-v2-56-mish-vs-relu"))
            .findFirst()
            .orElseThrow();
    assertThat(headline.firstScore()).isEqualTo(0.8718);
    assertThat(headline.secondScore()).isEqualTo(0.8386);
    assertThat(ClaimCatalog.corrections()).hasSizeGreaterThan(10);
    // Of every function that was tested on the 75 networks, not only of the best known.
    assertThat(claims).hasSizeGreaterThan(2800);
    assertThat(claims.stream().map(Claim::second).distinct().count()).isGreaterThan(30);
  }
}
