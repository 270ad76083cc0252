package actbench.optim;

import static actbench.optim.TinyNetwork.choice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.spec.Choice;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;

/** Penalties, decay, clipping and rates as DL4J's training loop applies them. */
final class NetworkUpdateTest {
  private static final DataType TYPE = DataType.DOUBLE;
  private static final Schedule FIXED = new Schedule.Constant();
  private static final double RATE = 0.5;

  private static Optimizer sgd(Object... parameters) {
    return Optimizer.of(choice("sgd", parameters), RATE, FIXED);
  }

  private static List<Regularization> regularizer(String name, Object... parameters) {
    return RegularizerCatalog.regularization(choice(name, parameters));
  }

  /** The weights lost in the first step. */
  private static double[] loss(ComputationGraph network) {
    INDArray before = network.params().dup();
    TinyNetwork.train(network, TYPE, 0, 1);
    return before.sub(network.params()).toDoubleVector();
  }

  private static boolean[] kernelEntries(ComputationGraph network) {
    boolean[] kernel = new boolean[(int) network.numParams()];
    int at = 0;
    for (var entry : network.paramTable().entrySet()) {
      for (long i = 0; i < entry.getValue().length(); i++) {
        kernel[at++] = entry.getKey().endsWith("_W");
      }
    }
    return kernel;
  }

  @Test
  void addsThePenaltyToGradientAndLoss() {
    ComputationGraph plain = TinyNetwork.build(TYPE, sgd(), List.of());
    ComputationGraph both =
        TinyNetwork.build(TYPE, sgd(), regularizer("l1-l2", "l1", 0.01, "l2", 0.03));
    double[] weights = plain.params().toDoubleVector();
    boolean[] kernel = kernelEntries(plain);
    double[] without = loss(plain);
    double[] with = loss(both);
    double penalty = 0;
    for (int i = 0; i < weights.length; i++) {
      double w = weights[i];
      double extra = kernel[i] ? 0.01 * Math.signum(w) + 2 * 0.03 * w : 0;
      penalty += kernel[i] ? 0.01 * Math.abs(w) + 0.03 * w * w : 0;
      assertThat(with[i]).isCloseTo(without[i] + RATE * extra, within(1e-12));
    }
    assertThat(both.score()).isCloseTo(plain.score() + penalty, within(1e-12));
  }

  @Test
  void decaysAllWeightsApartFromTheOptimizer() {
    Choice adamw = choice("adamw", "weight-decay", 0.1);
    Choice adam = choice("adam", "definition", "torch", "epsilon", 1e-8);
    ComputationGraph with = TinyNetwork.build(TYPE, Optimizer.of(adamw, RATE, FIXED), List.of());
    ComputationGraph without = TinyNetwork.build(TYPE, Optimizer.of(adam, RATE, FIXED), List.of());
    double[] weights = with.params().toDoubleVector();
    double[] decayed = loss(with);
    double[] plain = loss(without);
    for (int i = 0; i < weights.length; i++) {
      assertThat(decayed[i]).isCloseTo(plain[i] + RATE * 0.1 * weights[i], within(1e-12));
    }
    assertThat(with.score()).isEqualTo(without.score());
  }

  @Test
  void clipsTheGradientOfTheWholeNetworkWithItsPenalties() {
    for (Object[] penalty : new Object[][] {{0.0, 0.0}, {0.02, 0.3}}) {
      List<Regularization> kernel = regularizer("l1-l2", "l1", penalty[0], "l2", penalty[1]);
      double[] free = loss(TinyNetwork.build(TYPE, sgd(), kernel));
      double norm = norm(free) / RATE;
      double greatest = norm / 3;
      Optimizer clipped = sgd("clip-norm", greatest);
      ComputationGraph network = TinyNetwork.build(TYPE, clipped, kernel);
      network.setListeners(clipped.clipping().orElseThrow());
      double[] loss = loss(network);
      assertThat(norm(loss) / RATE).isCloseTo(greatest, within(1e-12));
      for (int i = 0; i < loss.length; i++) {
        assertThat(loss[i]).isCloseTo(free[i] / 3, within(1e-12));
      }
    }
  }

  @Test
  void leavesSmallGradientsAlone() {
    double[] free = loss(TinyNetwork.build(TYPE, sgd(), regularizer("l2")));
    Optimizer clipped = sgd("clip-norm", 1.001 * norm(free) / RATE);
    ComputationGraph network = TinyNetwork.build(TYPE, clipped, regularizer("l2"));
    network.setListeners(clipped.clipping().orElseThrow());
    assertThat(loss(network)).isEqualTo(free);
  }

  private static double norm(double[] values) {
    double square = 0;
    for (double value : values) {
      square += value * value;
    }
    return Math.sqrt(square);
  }

  @Test
  void followsAScheduleByUpdates() {
    Schedule halving =
        ScheduleCatalog.schedule(choice("step", "step-size", 1L, "gamma", 0.5), 3, 2);
    ComputationGraph scheduled =
        TinyNetwork.build(TYPE, Optimizer.of(Choice.of("sgd"), RATE, halving), List.of());
    ComputationGraph byHand = TinyNetwork.build(TYPE, sgd(), List.of());
    TinyNetwork.train(scheduled, TYPE, 0, 5);
    for (int i = 0; i < 5; i++) {
      int epoch = i / 2;
      LearningRates.set(byHand, RATE * Math.pow(0.5, epoch));
      TinyNetwork.train(byHand, TYPE, i, i + 1);
    }
    assertThat(scheduled.params().toDoubleVector()).isEqualTo(byHand.params().toDoubleVector());
  }

  @Test
  void keepsStateWhenTheRateIsSet() {
    Optimizer adam = Optimizer.of(Choice.of("adam"), 0.01, FIXED);
    ComputationGraph untouched = TinyNetwork.build(TYPE, adam, List.of());
    ComputationGraph touched = TinyNetwork.build(TYPE, adam, List.of());
    TinyNetwork.train(untouched, TYPE, 0, 4);
    TinyNetwork.train(touched, TYPE, 0, 2);
    LearningRates.set(touched, 0.01);
    TinyNetwork.train(touched, TYPE, 2, 4);
    assertThat(touched.params()).isEqualTo(untouched.params());
    LearningRates.set(touched, 0);
    INDArray before = touched.params().dup();
    TinyNetwork.train(touched, TYPE, 4, 5);
    assertThat(touched.params()).isEqualTo(before);
  }

  @Test
  void dividesTheRateByKerasDecay() {
    RuleUpdater updater = sgd("decay", 0.5).updater();
    assertThat(updater.getLearningRate(0, 0)).isEqualTo(RATE);
    assertThat(updater.getLearningRate(2, 0)).isEqualTo(RATE / 2);
  }

  @Test
  void movesTheMomentumOfThoseThatHaveOne() {
    Schedule cycle = ScheduleCatalog.schedule(Choice.of("one-cycle"), 1, 50);
    RuleUpdater moving = Optimizer.of(Choice.of("momentum"), RATE, cycle).updater();
    assertThat(moving.momentum(0, 0)).isEqualTo(0.95);
    assertThat(moving.momentum(14, 0)).isCloseTo(0.85, within(1e-12));
    RuleUpdater adagrad = Optimizer.of(Choice.of("adagrad"), RATE, cycle).updater();
    assertThat(adagrad.momentum(0, 0)).isNaN();
    assertThat(adagrad.getLearningRate(14, 0)).isCloseTo(RATE, within(1e-12));
  }
}
