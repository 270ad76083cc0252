package actbench.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.spec.SpecException;
import actbench.spec.SpecLoader;
import actbench.spec.StudyVocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GridTest {
  private static final String SPEC =
      "dataset: mnist\nmodel: depth-net\nactivation: [relu, mish]\nepochs: 2\n";

  @TempDir private Path folder;

  private Plan plan(String yaml) throws IOException, SpecException {
    Path file = folder.resolve("grid.yaml");
    Files.writeString(file, yaml);
    return Grid.expand(new SpecLoader(StudyVocabulary.vocabulary()).load(file, List.of()));
  }

  private static List<String> rows(Plan plan, String... settings) {
    return plan.runs().stream()
        .map(
            run ->
                List.of(settings).stream()
                    .map(each -> each.equals("seed") ? "" + run.seed() : run.label(each))
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  @Test
  void putsActivationsInsideSeedsInsideSettings() throws Exception {
    Plan plan = plan(SPEC + "seeds: 2\ndepth: [15, 18]\nbatch-size: [8, 9]\n");
    assertThat(plan.swept()).containsExactly("activation", "depth", "batch-size");
    assertThat(rows(plan, "depth", "batch-size", "seed", "activation"))
        .containsExactly(
            "15 8 1 relu",
            "15 8 1 mish",
            "15 8 2 relu",
            "15 8 2 mish",
            "15 9 1 relu",
            "15 9 1 mish",
            "15 9 2 relu",
            "15 9 2 mish",
            "18 8 1 relu",
            "18 8 1 mish",
            "18 8 2 relu",
            "18 8 2 mish",
            "18 9 1 relu",
            "18 9 1 mish",
            "18 9 2 relu",
            "18 9 2 mish");
  }

  @Test
  void sweepsParametersInsideAChoice() throws Exception {
    Plan plan =
        plan(
            SPEC.replace("mish]", "{name: beta-mish, beta: [1, 1.5]}]")
                + "optimizer: {name: sgd, momentum: [0, 0.9], learning-rate: [0.1, 0.2]}\n");
    assertThat(plan.runs()).hasSize(12);
    assertThat(plan.swept()).containsExactly("activation", "optimizer", "learning-rate");
    assertThat(rows(plan, "activation").subList(0, 3))
        .containsExactly("relu", "beta-mish(beta=1.0)", "beta-mish");
  }

  @Test
  void movesZippedSettingsTogether() throws Exception {
    Plan plan = plan(SPEC + "zip: {depth: [15, 18], width: [100, 200]}\n");
    assertThat(rows(plan, "depth", "width", "activation"))
        .containsExactly("15 100 relu", "15 100 mish", "18 200 relu", "18 200 mish");
    Plan two = plan(SPEC + "zip:\n- {depth: [15, 18]}\n- {width: [1, 2], batch-size: [3, 4]}\n");
    assertThat(rows(two, "depth", "width", "batch-size"))
        .containsExactly(
            "15 1 3", "15 1 3", "15 2 4", "15 2 4", "18 1 3", "18 1 3", "18 2 4", "18 2 4");
  }

  @Test
  void keepsZippedActivationsFastest() throws Exception {
    Plan plan =
        plan(
            """
          dataset: mnist
          model: depth-net
          epochs: 2
          seeds: 2
          zip: {activation: [relu, mish], initializer: [he-normal, glorot-uniform]}
          width: [1, 2]
          """);
    assertThat(rows(plan, "width", "seed", "activation", "initializer").subList(0, 3))
        .containsExactly("1 1 relu he-normal", "1 1 mish glorot-uniform", "1 2 relu he-normal");
  }

  @Test
  void leavesOutWhatAnExclusionMatches() throws Exception {
    Plan plan =
        plan(
            SPEC.replace("mish]", "{name: beta-mish, beta: [1, 2]}]")
                + """
          depth: [15, 18, 20]
          exclude:
          - {depth: [15, 18], activation: beta-mish}
          - {activation: {name: beta-mish, beta: 2}}
          - {depth: 18, activation: relu}
          """);
    assertThat(rows(plan, "depth", "activation"))
        .containsExactly("15 relu", "20 relu", "20 beta-mish(beta=1.0)");
  }

  @Test
  void addsIncludedPointsBehindTheGrid() throws Exception {
    Plan plan =
        plan(
            SPEC
                + """
          seeds: 2
          depth: 18
          width: [1, 2]
          exclude: [{activation: mish, width: 2}]
          include:
          - {activation: mish, width: 2, seeds: [7]}
          - {activation: swish}
          """);
    assertThat(rows(plan, "depth", "width", "activation", "seed"))
        .endsWith("18 2 mish 7", "18 500 swish 1", "18 500 swish 2")
        .hasSize(9);
  }

  @Test
  void unitesVariantsAndMergesWhatTheyShare() throws Exception {
    Plan plan =
        plan(
            SPEC
                + """
          depth: [15, 18]
          variants:
            wide: {width: [500, 600], exclude: [{depth: 15}]}
            small: {batch-size: 128, depth: 18, epochs: 2}
            long: {epochs: 9, seeds: [4]}
          include:
          - {activation: relu, depth: 18}
          """);
    assertThat(rows(plan, "depth", "width", "epochs", "seed", "activation"))
        .containsExactly(
            "18 500 2 1 relu",
            "18 500 2 1 mish",
            "18 600 2 1 relu",
            "18 600 2 1 mish",
            "15 500 9 4 relu",
            "15 500 9 4 mish",
            "18 500 9 4 relu",
            "18 500 9 4 mish");
  }

  @Test
  void givesEachModelTheSettingsItHas() throws Exception {
    Plan plan = plan(SPEC.replace("depth-net", "[depth-net, lenet-4, mlp]") + "depth: [15, 18]\n");
    assertThat(rows(plan, "model", "depth", "batch-norm", "activation"))
        .containsExactly(
            "depth-net 15 true relu", "depth-net 15 true mish",
            "depth-net 18 true relu", "depth-net 18 true mish",
            "lenet-4 none none relu", "lenet-4 none none mish",
            "mlp 15 none relu", "mlp 15 none mish",
            "mlp 18 none relu", "mlp 18 none mish");
    assertThat(plan.swept()).containsExactly("model", "activation", "depth");
    Plan zipped =
        plan(
            """
          dataset: mnist
          activation: mish
          epochs: 1
          zip: {model: [mlp, lenet-4], depth: [3, 4], batch-size: [1, 2]}
          """);
    assertThat(rows(zipped, "model", "depth", "batch-size"))
        .containsExactly("mlp 3 1", "lenet-4 none 2");
  }

  @Test
  void appliesASharedSettingWhereSomeVariantHasIt() throws Exception {
    Plan plan = plan(SPEC + "depth: [15, 18]\nvariants: [{model: lenet-4}, {batch-size: 8}]\n");
    assertThat(plan.runs()).hasSize(6);
  }

  @Test
  void refusesAnExclusionThatNoVariantNeeds() {
    assertThatThrownBy(
            () ->
                plan(
                    SPEC
                        + """
          exclude: [{depth: 30}]
          variants: [{depth: [15, 18]}, {depth: [18, 20], exclude: [{depth: 18}]}]
          """))
        .hasMessage(
            folder.resolve("grid.yaml") + ":5:11: error: this entry of 'exclude' matches no run");
  }

  @Test
  void expandsAHundredThousandRuns() throws Exception {
    String hundred = IntStream.rangeClosed(1, 100).boxed().toList().toString();
    Plan plan =
        plan(
            SPEC.replace("depth-net", "mlp")
                + ("depth: " + hundred + "\nwidth: " + hundred + "\nseeds: 5\n")
                + "exclude: [{depth: 100, activation: relu}]\n");
    assertThat(plan.runs().size()).isEqualTo(99_500);
    assertThat(plan.runs().stream().map(RunConfig::id).distinct().count()).isEqualTo(99_500);
    // Each run must share its values with the others: a grid of this size fits in little memory.
    RunConfig first = plan.runs().get(0);
    RunConfig last = plan.runs().get(plan.runs().size() - 1);
    assertThat(last.settings().get("optimizer")).isSameAs(first.settings().get("optimizer"));
  }
}
