package actbench.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import tools.jackson.databind.JsonNode;

/** The update rules against {@code optimizers.json}, in both precisions, on views. */
final class UpdateRuleTest {
  private static final JsonNode FILE = Reference.read("optimizers.json");

  @TestFactory
  Stream<DynamicTest> followsTheReference() {
    List<JsonNode> entries = FILE.get("entries").valueStream().toList();
    assertThat(entries).hasSize(31);
    return entries.stream()
        .flatMap(
            entry ->
                Stream.of(DataType.DOUBLE, DataType.FLOAT)
                    .map(
                        type ->
                            DynamicTest.dynamicTest(
                                entry.get("name").asString() + " " + type,
                                () -> compare(entry, type))));
  }

  @TestFactory
  Stream<DynamicTest> updatesLargeArraysLikeTheirParts() {
    return Stream.of(DataType.DOUBLE, DataType.FLOAT)
        .map(type -> DynamicTest.dynamicTest(type.toString(), () -> compareWithParts(type)));
  }

  /** Large arrays are shared among threads; that must not show in a single bit. */
  private static void compareWithParts(DataType type) {
    int part = 1000;
    int parts = 301;
    int n = part * parts;
    RuleUpdater updater = new RuleUpdater(new Sgd(0.9, true, Definition.KERAS), 0.1);
    GradientUpdater<?> whole = updater.instantiate(Nd4j.create(type, n), true);
    List<GradientUpdater<?>> pieces = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      pieces.add(updater.instantiate(Nd4j.create(type, part), true));
    }
    for (int t = 0; t < 2; t++) {
      INDArray gradient = Nd4j.rand(type, n).subi(0.5);
      INDArray expected = gradient.dup();
      whole.applyUpdater(gradient, t, 0);
      for (int i = 0; i < parts; i++) {
        pieces
            .get(i)
            .applyUpdater(
                expected.get(NDArrayIndex.interval((long) i * part, (long) (i + 1) * part)), t, 0);
      }
      assertThat(gradient.data().asDouble()).isEqualTo(expected.data().asDouble());
    }
  }

  private static void compare(JsonNode entry, DataType type) {
    JsonNode config = entry.get("config");
    INDArray weights = Nd4j.create(Reference.numbers(FILE.get("w0"))).castTo(type);
    int n = (int) weights.length();
    UpdateRule rule = rule(entry.get("optimizer").asString(), entry.get("definition"), config);
    RuleUpdater updater =
        new RuleUpdater(rule, config.get("lr").asDouble(), steps(config), null, 0);
    // Views inside larger arrays, as DL4J gives them.
    int size = (int) updater.stateSize(n);
    INDArray state = size == 0 ? null : Nd4j.valueArrayOf(new long[] {size + 5}, 7.0, type);
    INDArray view = size == 0 ? null : state.get(NDArrayIndex.interval(3, 3 + size));
    GradientUpdater<?> step = updater.instantiate(view, true);
    INDArray flat = Nd4j.create(type, n + 4);
    INDArray gradient = flat.get(NDArrayIndex.interval(2, 2 + n));
    double decay = config.path("weight_decay").asDouble(0);
    boolean decoupled = config.path("decoupled").asBoolean(false);
    double tolerance = type == DataType.DOUBLE ? 1e-10 : 1e-5;
    for (int t = 0; t < FILE.get("gradients").size(); t++) {
      gradient.assign(Nd4j.create(Reference.numbers(FILE.get("gradients").get(t))).castTo(type));
      if (!decoupled) {
        gradient.addi(weights.mul(decay));
      }
      step.applyUpdater(gradient, t, 0);
      if (decoupled) {
        gradient.addi(weights.mul(decay * updater.getLearningRate(t, 0)));
      }
      weights.subi(gradient);
      double[] want = Reference.numbers(entry.get("w").get(t));
      for (int i = 0; i < n; i++) {
        assertThat(weights.getDouble(i))
            .as("weight %s after step %s", i, t + 1)
            .isCloseTo(want[i], within(tolerance * Math.max(1, Math.abs(want[i]))));
      }
    }
    assertThat(flat.getDouble(1)).isZero();
    assertThat(flat.getDouble(n + 2)).isZero();
    if (state != null) {
      assertThat(state.getDouble(2)).isEqualTo(7);
      assertThat(state.getDouble(3 + size)).isEqualTo(7);
    }
  }

  private static ISchedule steps(JsonNode config) {
    return config.has("lr_steps") ? new Steps(config.get("lr_steps")) : null;
  }

  /** The rate by the first step (from 1) it holds for. */
  private record Steps(JsonNode steps) implements ISchedule {
    @Override
    public double valueAt(int iteration, int epoch) {
      return steps
          .valueStream()
          .filter(each -> each.get(0).asInt() <= iteration + 1)
          .reduce((first, second) -> second)
          .orElseThrow()
          .get(1)
          .asDouble();
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public Steps clone() {
      return this;
    }
  }

  private static UpdateRule rule(String optimizer, JsonNode definition, JsonNode config) {
    Definition whose = definition.asString().equals("torch") ? Definition.TORCH : Definition.KERAS;
    double epsilon = config.path("epsilon").asDouble(0);
    double beta1 = config.path("beta1").asDouble(0);
    double beta2 = config.path("beta2").asDouble(0);
    double momentum = config.path("momentum").asDouble(0);
    return switch (optimizer) {
      case "sgd" -> new Sgd(momentum, config.path("nesterov").asBoolean(false), whose);
      case "rmsprop" -> new RmsProp(config.get("rho").asDouble(), epsilon, momentum);
      case "adagrad" -> new Adagrad(config.get("initial_accumulator").asDouble(), epsilon);
      case "adadelta" -> new Adadelta(config.get("rho").asDouble(), epsilon);
      case "adam", "adamw" -> new Adam(beta1, beta2, epsilon, false, whose);
      case "amsgrad" -> new Adam(beta1, beta2, epsilon, true, whose);
      case "adamax" -> new Adamax(beta1, beta2, epsilon, whose);
      case "nadam" -> {
        boolean constant = definition.asString().equals("constant_momentum");
        String name = whose == Definition.TORCH ? "momentum_decay" : "schedule_decay";
        double decay = constant ? 0 : config.get(name).asDouble();
        yield new Nadam(beta1, beta2, epsilon, decay, constant);
      }
      case "radam" -> new RectifiedAdam(beta1, beta2, epsilon);
      default -> throw new IllegalArgumentException(optimizer);
    };
  }
}
