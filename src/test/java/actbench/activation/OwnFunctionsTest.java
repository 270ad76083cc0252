package actbench.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Formulas and classes as activations. */
final class OwnFunctionsTest {
  /** A function as a user would write it. */
  public static final class Cubed implements ScalarFunction {
    private final double scale;

    /** With the parameter {@code scale}. */
    public Cubed(Map<String, Double> parameters) {
      scale = parameters.getOrDefault("scale", 1.0);
      if (scale == 0) {
        throw new IllegalArgumentException("scale must not be 0");
      }
    }

    @Override
    public double value(double x) {
      return scale * x * x * x;
    }

    @Override
    public double derivative(double x) {
      return 3 * scale * x * x;
    }
  }

  @Test
  void findsAClassByItsName() {
    String name = Cubed.class.getName();
    ElementFunction function = ActivationCatalog.createElement(name, Map.of("scale", 2.0));
    assertThat(function.value(3)).isEqualTo(54);
    assertThat(function.label()).isEqualTo(name + "(scale=2)");
    assertThatThrownBy(() -> ActivationCatalog.create(name, Map.of("scale", 0.0)))
        .isInstanceOf(ActivationException.class)
        .hasMessageContaining("scale must not be 0");
  }

  @Test
  void refusesClassesThatWillNotDo() {
    assertThatThrownBy(() -> ActivationCatalog.create("com.acme.Missing", Map.of()))
        .hasMessage("no class 'com.acme.Missing' on the class path");
    assertThatThrownBy(() -> ActivationCatalog.create("java.lang.String", Map.of()))
        .hasMessageContaining("does not implement actbench.activation.ScalarFunction");
  }

  @Test
  void aMisspelledNameIsNoFormula() {
    assertThatThrownBy(() -> ActivationCatalog.create("leaky-rely", Map.of()))
        .isInstanceOf(ActivationException.class)
        .hasMessageStartingWith("unknown activation 'leaky-rely'. Did you mean 'leaky-relu'?");
  }

  @Test
  void aFormulaSurvivesSavingAndRuns() {
    NeuralActivation activation =
        new NeuralActivation("x * sigmoid(beta * x)", Map.of("beta", 1.0));
    NeuralActivation same = new NeuralActivation(activation.name(), activation.parameters());
    assertThat(same).isEqualTo(activation);
    INDArray x = Nd4j.linspace(DataType.FLOAT, -5, 0.1, 100);
    INDArray want = new NeuralActivation("swish", Map.of()).getActivation(x.dup(), true);
    assertThat(same.getActivation(x, true).equalsWithEps(want, 1e-6)).isTrue();
  }

  @Test
  void aFormulaKeepsItselfWhenAParameterChanges() {
    ElementFunction function =
        ActivationCatalog.createElement("x * sigmoid(beta * x)", Map.of("beta", 1.0));
    assertThat(function.with("beta", 2).value(1)).isEqualTo(1 / (1 + Math.exp(-2)));
    float[] gradient = new float[1];
    function.parameterGradient("beta", new float[] {1}, new float[] {2}, gradient, 0, 1);
    assertThat(gradient[0]).isEqualTo(2 * 0.19661193f);
  }
}
