package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.activation.ReferenceValues;
import actbench.engine.Fixtures.Mode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Activations as layers compute them, against values from outside, on both paths. */
final class ActivationFixtureTest {
  static Stream<Arguments> references() {
    return Mode.all()
        .flatMap(mode -> ReferenceValues.all().stream().map(each -> Arguments.of(each, mode)));
  }

  private static INDArray column(ReferenceValues of, int column, Mode mode) {
    double[] values = of.points().stream().mapToDouble(point -> point[column]).toArray();
    return Nd4j.createFromArray(values).reshape('c', 1, values.length).castTo(mode.type());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("references")
  void agreesWithReference(ReferenceValues reference, Mode mode) {
    INDArray x = column(reference, 0, mode);
    LoneLayer layer =
        new LoneLayer(new ActivationLayer(reference.function()), mode.type(), mode.path(), x);
    // rrelu has the mean of its slopes where it does not train.
    check(mode, "f", layer.forward(x, false), reference, 1);
    check(mode, "f'", layer.backward(Nd4j.onesLike(x)), reference, 2);
  }

  static Stream<Arguments> learned() {
    return references().filter(each -> !((ReferenceValues) each.get()[0]).trainable().isEmpty());
  }

  /** Each point is a channel, so that the gradients of the parameters are those of the points. */
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("learned")
  void derivativesOfParametersAgreeWithReference(ReferenceValues reference, Mode mode) {
    INDArray x = column(reference, 0, mode);
    LoneLayer layer =
        new LoneLayer(
            new LearnedActivation(reference.function(), true), mode.type(), mode.path(), x);
    List<String> names = reference.trainable();
    for (String name : names) {
      layer.parameter(name).assign(reference.function().parameters().get(name));
    }
    check(mode, "f", layer.forward(x, true), reference, 1);
    check(mode, "f'", layer.backward(Nd4j.onesLike(x)), reference, 2);
    for (int i = 0; i < names.size(); i++) {
      check(mode, names.get(i), layer.gradient(names.get(i)), reference, 3 + i);
    }
  }

  /** Relative in double; an absolute part serves the roots, where terms cancel. */
  private static void check(
      Mode mode, String what, INDArray got, ReferenceValues reference, int column) {
    double[] values = Memory.read(got.dup('c'));
    assertThat(values).hasSize(reference.points().size());
    for (int i = 0; i < values.length; i++) {
      double want = reference.points().get(i)[column];
      double least = mode.type() == DataType.DOUBLE ? 1e-6 : 1;
      assertThat(values[i])
          .as("%s of %s at %s", what, reference, reference.points().get(i)[0])
          .isCloseTo(want, within(mode.tolerance() * Math.max(least, Math.abs(want))));
    }
  }
}
