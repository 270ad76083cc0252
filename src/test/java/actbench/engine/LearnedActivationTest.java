package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.activation.ActivationCatalog;
import actbench.activation.ActivationException;
import actbench.engine.Fixtures.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Activations that learn. */
final class LearnedActivationTest {
  /**
   * Of PyTorch 1.13 in double precision ({@code F.prelu} channels first; the others by autograd of
   * their formulas): x is 3 sin(i) for i = 1 to 24 as 2 x 2 x 2 x 3, upstream cos(2i). The checks
   * are the sums of y cos(2i) and dx sin(5i), and all gradients of the parameters.
   */
  private record Reference(
      String name,
      List<List<Double>> parameters,
      double y,
      double dx,
      List<List<Double>> gradients) {
    boolean perChannel() {
      return parameters.get(0).size() > 1;
    }

    @Override
    public String toString() {
      return name + (perChannel() ? " per channel" : " per layer");
    }
  }

  private static final List<Reference> PYTORCH =
      List.of(
          new Reference(
              "prelu",
              List.of(List.of(0.25, -0.1, 0.6)),
              -9.113266524858597,
              1.0444440597338782,
              List.of(List.of(-1.0827481879322447, 8.958264659389712, 0.6372333580099334))),
          new Reference(
              "prelu",
              List.of(List.of(0.25)),
              -6.200905569375674,
              1.849691709521001,
              List.of(List.of(8.512749829467399))),
          new Reference(
              "swish",
              List.of(List.of(1.0, 0.5, -0.7)),
              -4.840242310110111,
              -0.6201760799190802,
              List.of(List.of(0.3127901476923486, -8.13493223725222, -0.25555046397592224))),
          new Reference(
              "swish",
              List.of(List.of(1.25)),
              -8.83233772978694,
              1.9558940829528213,
              List.of(List.of(-0.8801463960902761))),
          new Reference(
              "beta-mish",
              List.of(List.of(1.5, 0.5, 2.0)),
              -8.115876158773954,
              1.8458372175151125,
              List.of(List.of(-0.14363426632163606, -4.7512296223197925, -0.08188721422262009))),
          new Reference(
              "beta-mish",
              List.of(List.of(1.2)),
              -8.639714673136256,
              1.9923385907003452,
              List.of(List.of(0.41095592498188005))),
          new Reference(
              "e-swish",
              List.of(List.of(1.75, 0.5, -1.0)),
              -4.438681459409751,
              0.4765103862118755,
              List.of(List.of(-0.14334205067636915, -8.33334296336148, 0.02116138904536541))),
          new Reference(
              "e-swish",
              List.of(List.of(1.375)),
              -11.626344984364664,
              2.3177944938454775,
              List.of(List.of(-8.455523624992484))),
          new Reference(
              "srelu",
              List.of(
                  List.of(0.75, 1.0, 0.1),
                  List.of(0.5, 2.0, 0.9),
                  List.of(-1.25, 0.5, -0.3),
                  List.of(0.25, 0.1, -0.4)),
              -16.368781246217033,
              0.6544953534190157,
              List.of(
                  List.of(0.1837548519946658, 3.240847029152825, 0.13747531297936777),
                  List.of(-0.24121265920197202, -6.0719544344896175, 0.38238218675321445),
                  List.of(0.19693652100358383, -2.807802517626426, 0.6998949117620387),
                  List.of(-0.007443868838024947, 10.518154946959948, 0.7872108391017988))),
          new Reference(
              "srelu",
              List.of(List.of(0.75), List.of(0.5), List.of(-1.25), List.of(0.25)),
              -0.6301961790580912,
              0.06913520407056972,
              List.of(
                  List.of(-1.2293772410100903),
                  List.of(-7.320956199377532),
                  List.of(-2.4008456766714765),
                  List.of(5.965774775295644))));

  static Stream<Arguments> references() {
    return Mode.all().flatMap(mode -> PYTORCH.stream().map(each -> Arguments.of(mode, each)));
  }

  private static INDArray series(DataType type, DoubleUnaryOperator of) {
    double[] values = IntStream.rangeClosed(1, 24).asDoubleStream().map(of).toArray();
    return Nd4j.createFromArray(values).reshape('c', 2, 2, 2, 3).castTo(type);
  }

  private static INDArray array(List<Double> values, DataType type) {
    return Nd4j.createFromArray(values.toArray(Double[]::new)).castTo(type);
  }

  static LearnedActivation layer(String name, boolean perChannel) {
    return new LearnedActivation(ActivationCatalog.createElement(name, Map.of()), perChannel);
  }

  @ParameterizedTest
  @MethodSource("references")
  void givesValuesAndGradientsOfPytorch(Mode mode, Reference reference) {
    LearnedActivation conf = layer(reference.name(), reference.perChannel());
    INDArray x = series(mode.type(), i -> 3 * Math.sin(i));
    LoneLayer layer = new LoneLayer(conf, mode.type(), mode.path(), x);
    List<LayerParameter> parameters = conf.parameters();
    assertThat(parameters).hasSize(reference.parameters().size());
    for (int k = 0; k < parameters.size(); k++) {
      layer
          .parameter(parameters.get(k).key())
          .assign(array(reference.parameters().get(k), mode.type()));
    }
    INDArray upstream = series(mode.type(), i -> Math.cos(2 * i));
    INDArray y = layer.forward(x, true);
    mode.check("y", y.mul(upstream).sumNumber().doubleValue(), reference.y());
    INDArray dx = layer.backward(upstream);
    INDArray weights = series(mode.type(), i -> Math.sin(5 * i));
    mode.check("dx", dx.mul(weights).sumNumber().doubleValue(), reference.dx());
    for (int k = 0; k < parameters.size(); k++) {
      INDArray want = array(reference.gradients().get(k), mode.type());
      mode.check(parameters.get(k).key(), layer.gradient(parameters.get(k).key()), want);
    }
  }

  /** Small rows, rows beyond a tile, enough of them for several threads, and many tiles of each. */
  @ParameterizedTest
  @MethodSource("shapes")
  void sumsTheSameInFloatAsInDouble(long[] shape) {
    double[] values =
        new Random(1).doubles(Arrays.stream(shape).reduce(1, (a, b) -> a * b), -3, 3).toArray();
    List<Map<String, INDArray>> gradients = new ArrayList<>();
    for (int exact = 0; exact < 2; exact++) {
      DataType type = exact == 1 ? DataType.DOUBLE : DataType.FLOAT;
      INDArray x = Nd4j.createFromArray(values).reshape('c', shape).castTo(type);
      LearnedActivation conf = layer("srelu", true);
      LoneLayer layer = new LoneLayer(conf, type, EnginePath.PLAIN, x);
      layer.forward(x, true);
      layer.backward(x.rsub(1));
      Map<String, INDArray> byName = new TreeMap<>();
      for (LayerParameter each : conf.parameters()) {
        byName.put(each.key(), layer.gradient(each.key()).castTo(DataType.DOUBLE));
      }
      gradients.add(byName);
    }
    assertThat(gradients.get(1)).hasSize(4);
    gradients
        .get(1)
        .forEach(
            (key, want) -> {
              double size = want.amaxNumber().doubleValue();
              assertThat(gradients.get(0).get(key).equalsWithEps(want, 1e-5 * size))
                  .as(key)
                  .isTrue();
            });
  }

  static Stream<long[]> shapes() {
    return Stream.of(
        new long[] {3, 1},
        new long[] {70_000, 1},
        new long[] {9, 5000},
        new long[] {800_000, 3},
        new long[] {64, 9, 9, 7},
        new long[] {5, 3, 3, 100});
  }

  @Test
  void leavesItsInputAsItIs() {
    INDArray x = series(DataType.FLOAT, Math::sin);
    INDArray copy = x.dup();
    LoneLayer layer = new LoneLayer(layer("prelu", true), DataType.FLOAT, EnginePath.current(), x);
    layer.forward(x, false);
    assertThat(x).isEqualTo(copy);
  }

  @Test
  void refusesAFunctionWithNothingToLearn() {
    assertThatThrownBy(() -> layer("mish", true)).isInstanceOf(ActivationException.class);
  }
}
