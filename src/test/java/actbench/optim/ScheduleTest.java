package actbench.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import actbench.spec.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The schedules against {@code schedules.json}, made as a spec makes them. */
final class ScheduleTest {
  @TestFactory
  Stream<DynamicTest> followsTheReference() {
    List<JsonNode> entries = Reference.read("schedules.json").get("entries").valueStream().toList();
    assertThat(entries).hasSize(22);
    return entries.stream()
        .map(entry -> DynamicTest.dynamicTest(entry.get("name").asString(), () -> compare(entry)));
  }

  private static void compare(JsonNode entry) {
    JsonNode config = entry.get("config");
    if (entry.get("kind").asString().startsWith("reduce_on_plateau")) {
      ReduceOnPlateau plateau = plateau(config, entry.get("kind").asString());
      double[] metrics = Reference.numbers(entry.get("metric"));
      double[] rates = Reference.numbers(entry.get("lr_after_epoch"));
      for (int epoch = 0; epoch < metrics.length; epoch++) {
        close(plateau.after(metrics[epoch]), rates[epoch], epoch);
      }
      return;
    }
    double base = first(config, "lr", "eta_max", "max_lr");
    Schedule schedule = schedule(entry.get("kind").asString(), config);
    double[] rates = Reference.numbers(entry.get("lr"));
    for (int t = 0; t < rates.length; t++) {
      close(schedule.rate(base, t), rates[t], t);
      assertThat(schedule.movesMomentum()).isEqualTo(entry.has("momentum"));
      double momentum = entry.has("momentum") ? entry.get("momentum").get(t).asDouble() : 0.123;
      close(schedule.momentum(0.123, t), momentum, t);
    }
  }

  private static void close(double got, double want, int t) {
    assertThat(got).as("at %s", t).isCloseTo(want, within(1e-10 * Math.max(1, want)));
    assertThat(got).as("at %s", t).isCloseTo(want, within(1e-9 * want + 1e-18));
  }

  private static double first(JsonNode config, String... names) {
    return Stream.of(names).filter(config::has).findFirst().map(config::get).get().asDouble();
  }

  private static Schedule schedule(String kind, JsonNode config) {
    if (kind.equals("constant")) {
      return new Schedule.Constant();
    }
    Map<String, Object> parameters = new TreeMap<>();
    copyReal(config, parameters, "gamma", "gamma");
    copyReal(config, parameters, "eta_min", "minimum");
    copyReal(config, parameters, "end_lr", "minimum");
    copyReal(config, parameters, "power", "power");
    copyReal(config, parameters, "decay", "decay");
    copyReal(config, parameters, "pct_start", "share");
    copyReal(config, parameters, "div_factor", "divisor");
    copyReal(config, parameters, "final_div_factor", "final-divisor");
    copyReal(config, parameters, "base_momentum", "low-momentum");
    copyReal(config, parameters, "max_momentum", "high-momentum");
    copyWhole(config, parameters, "step_size", "step-size");
    copyWhole(config, parameters, "T_0", "period");
    copyWhole(config, parameters, "T_mult", "multiplier");
    copyWhole(config, parameters, "warmup_steps", "warmup");
    if (config.has("anneal_strategy")) {
      boolean linear = config.get("anneal_strategy").asString().equals("linear");
      parameters.put("shape", linear ? "linear" : "cosine");
    }
    List<String> ordinals = List.of("first", "second", "third", "fourth");
    JsonNode times = config.path(config.has("milestones") ? "milestones" : "applies_from_epoch");
    for (int i = 0; i < times.size(); i++) {
      parameters.put(ordinals.get(i), times.get(i).asLong());
      if (config.has("factor_of_initial_lr")) {
        parameters.put(
            ordinals.get(i) + "-factor", config.get("factor_of_initial_lr").get(i).asDouble());
      }
    }
    String name =
        switch (kind) {
          case "multistep" -> "multi-step";
          case "cosine_annealing" -> "cosine";
          case "cosine_warm_restarts" -> "cosine-restarts";
          case "warmup_linear_cosine" -> "warmup-cosine";
          default -> kind.replace('_', '-');
        };
    parameters.put("unit", "step");
    int length = config.path("total_steps").asInt(config.path("T_max").asInt(1));
    return ScheduleCatalog.schedule(choice(name, parameters), length, 1);
  }

  private static ReduceOnPlateau plateau(JsonNode config, String kind) {
    Map<String, Object> parameters = new TreeMap<>();
    parameters.put("definition", kind.endsWith("keras22") ? "keras" : "torch");
    boolean min = config.get("mode").asString().equals("min");
    parameters.put("metric", min ? "validation-loss" : "validation-accuracy");
    copyReal(config, parameters, "factor", "factor");
    copyReal(config, parameters, "threshold", "threshold");
    copyReal(config, parameters, "min_delta", "threshold");
    copyReal(config, parameters, "min_lr", "minimum");
    copyWhole(config, parameters, "patience", "patience");
    copyWhole(config, parameters, "cooldown", "cooldown");
    if (config.has("threshold_mode")) {
      parameters.put("threshold-mode", config.get("threshold_mode").asString());
    }
    return ScheduleCatalog.plateau(
            choice("reduce-on-plateau", parameters), config.get("lr").asDouble())
        .orElseThrow();
  }

  private static void copyReal(JsonNode from, Map<String, Object> to, String key, String name) {
    if (from.has(key)) {
      to.put(name, from.get(key).asDouble());
    }
  }

  private static void copyWhole(JsonNode from, Map<String, Object> to, String key, String name) {
    if (from.has(key)) {
      to.put(name, from.get(key).asLong());
    }
  }

  private static Choice choice(String name, Map<String, Object> parameters) {
    return new Choice(name, new TreeMap<>(parameters));
  }

  @Test
  void countsEpochsByUpdates() {
    Schedule schedule =
        ScheduleCatalog.schedule(choice("step", Map.of("step-size", 2L, "gamma", 0.5)), 6, 10);
    List<Double> rates = new ArrayList<>();
    for (int update : new int[] {0, 9, 10, 19, 20, 39, 40, 59}) {
      rates.add(schedule.rate(1, update));
    }
    assertThat(rates).containsExactly(1.0, 1.0, 1.0, 1.0, 0.5, 0.5, 0.25, 0.25);
  }

  @Test
  void spansTheWholeRunWithoutALength() {
    Schedule byEpoch = ScheduleCatalog.schedule(Choice.of("cosine"), 10, 7);
    assertThat(byEpoch.rate(1, 35)).isCloseTo(0.5, within(1e-12));
    Schedule byUpdate = ScheduleCatalog.schedule(Choice.of("one-cycle"), 10, 7);
    assertThat(byUpdate.rate(1, 69)).isCloseTo(1 / 25.0 / 1e4, within(1e-12));
  }

  @Test
  void staysAtTheEndAfterTheEnd() {
    for (String name : List.of("cosine", "one-cycle", "polynomial", "warmup-cosine")) {
      Choice byUpdate = choice(name, Map.of("unit", "step"));
      Schedule schedule = ScheduleCatalog.schedule(byUpdate, 20, 1);
      double end = schedule.rate(1, name.equals("one-cycle") ? 19 : 20);
      assertThat(end).as(name).isLessThan(1e-4);
      assertThat(schedule.rate(1, 500)).as(name).isEqualTo(end);
    }
  }

  @Test
  void surviveRunsOfOneUpdate() {
    for (var term : ScheduleCatalog.TERMS) {
      Map<String, Object> parameters = new TreeMap<>();
      if (term.parameter("first").isPresent()) {
        parameters.put("first", 1L);
      }
      if (term.parameter("first-factor").isPresent()) {
        parameters.put("first-factor", 0.1);
      }
      Schedule schedule = ScheduleCatalog.schedule(choice(term.name(), parameters), 1, 1);
      assertThat(schedule.rate(0.1, 0)).as(term.name()).isBetween(0.0, 0.1);
    }
  }

  @Test
  void refusesTimesThatMakeNoSense() {
    assertThatThrownBy(
            () ->
                ScheduleCatalog.schedule(
                    choice("multi-step", Map.of("first", 9L, "second", 3L)), 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the times [9, 3] do not increase");
    assertThatThrownBy(() -> ScheduleCatalog.schedule(Choice.of("multi-step"), 1, 1))
        .hasMessage("'multi-step' needs a time 'first'");
    assertThatThrownBy(
            () -> ScheduleCatalog.schedule(choice("piecewise", Map.of("first", 9L)), 1, 1))
        .hasMessage("'first' and 'first-factor' go together");
  }
}
