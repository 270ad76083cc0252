package actbench.activation.kernel;

import actbench.activation.kernel.VectorGates.BetaMish;
import actbench.activation.kernel.VectorGates.CubicMish;
import actbench.activation.kernel.VectorGates.HalfMish;
import actbench.activation.kernel.VectorGates.Mila;
import actbench.activation.kernel.VectorGates.Mish;
import actbench.activation.kernel.VectorGates.QuarticMish;
import actbench.activation.kernel.VectorGates.Swish;
import actbench.activation.kernel.VectorRectifiers.Clip;
import actbench.activation.kernel.VectorRectifiers.GeneralRelu;
import actbench.activation.kernel.VectorRectifiers.Leaky;
import actbench.activation.kernel.VectorRectifiers.Relu;
import actbench.activation.kernel.VectorRectifiers.SRelu;
import actbench.activation.kernel.VectorSigmoids.Aria2;
import actbench.activation.kernel.VectorSigmoids.Exponential;
import actbench.activation.kernel.VectorSigmoids.Isrlu;
import actbench.activation.kernel.VectorSigmoids.Isru;
import actbench.activation.kernel.VectorSigmoids.SoftClipping;
import actbench.activation.kernel.VectorSigmoids.SteepSoftClipping;
import actbench.activation.kernel.VectorSigmoids.Tanh;
import java.util.Map;
import java.util.Optional;

/** The vector function of each name. */
final class VectorKernels {
  private static final double SELU_SCALE = 1.0507009873554805;
  private static final double SELU_DEPTH = SELU_SCALE * 1.6732632423543772;

  private VectorKernels() {}

  static Optional<VectorFunction> find(String name, Map<String, Double> parameters) {
    return Optional.ofNullable(function(name, new Values(parameters)));
  }

  /** The derivative in a parameter, as the derivative of a function. */
  static Optional<VectorFunction> findParameterDerivative(
      String name, String parameter, Map<String, Double> parameters) {
    Values p = new Values(parameters);
    return Optional.ofNullable(
        switch (name + " " + parameter) {
          case "swish beta" -> new VectorGates.SwishInBeta(p.get("beta"));
          case "beta-mish beta" -> new VectorGates.BetaMishInBeta(p.get("beta"));
          case "prelu alpha" -> new VectorRectifiers.LeakyInSlope();
          default -> null;
        });
  }

  private record Values(Map<String, Double> byName) {
    float get(String name) {
      return byName.get(name).floatValue();
    }
  }

  private static VectorFunction function(String name, Values p) {
    return switch (name) {
      case "identity" -> new VectorRectifiers.Identity();
      case "relu" -> relu(p.get("max-value"), p.get("threshold"), p.get("negative-slope"));
      case "relu6" -> new Clip(0, 6);
      case "hardtanh" -> new Clip(-1, 1);
      case "leaky-relu", "prelu" -> new Leaky(p.get("alpha"));
      case "rrelu" -> new Leaky((float) ((p.byName.get("lower") + p.byName.get("upper")) / 2));
      case "srelu" ->
          new SRelu(p.get("t-left"), p.get("a-left"), p.get("t-right"), p.get("a-right"));
      case "threshold-relu" -> new VectorRectifiers.ThresholdRelu(p.get("theta"));
      case "softshrink" -> new VectorRectifiers.Softshrink(p.get("lambda"));
      case "hardshrink" -> new VectorRectifiers.Hardshrink(p.get("lambda"));
      case "hard-sigmoid" -> new VectorRectifiers.HardSigmoid();
      case "hard-swish" -> new VectorRectifiers.HardSwish();
      case "hard-mish" -> new VectorRectifiers.HardMish();
      case "sine-relu" -> new SineRelu(p.get("eps"));
      case "elu" -> new Exponential(1, p.get("alpha"), 1);
      case "celu" -> new Exponential(1, p.get("alpha"), (float) (1 / p.byName.get("alpha")));
      case "selu" -> new Exponential((float) SELU_SCALE, (float) SELU_DEPTH, 1);
      case "mish" -> new Mish();
      case "beta-mish" -> betaMish(p.get("beta"));
      case "mila" -> new Mila(p.get("beta"));
      case "swish" -> new Swish(1, p.get("beta"));
      case "e-swish" -> new Swish(p.get("beta"), 1);
      case "tanh-exp" -> new VectorGates.TanhExp();
      case "gelu" -> new VectorGates.Gelu();
      case "gelu-tanh" -> new VectorGates.GeluTanh();
      case "elish" -> new VectorGates.Elish();
      case "hard-elish" -> new VectorGates.HardElish();
      case "flatten-t-swish" -> new VectorGates.FlattenTSwish(p.get("T"));
      case "sigmoid" -> new VectorSigmoids.Sigmoid();
      case "log-sigmoid" -> new VectorSigmoids.LogSigmoid();
      case "softplus" -> new VectorSigmoids.Softplus(p.get("beta"));
      case "tanh" -> new Tanh(1, 1);
      case "weighted-tanh" -> new Tanh(1, p.get("weight"));
      case "lecun-tanh" -> new Tanh(1.7159f, 2 / 3f);
      case "penalized-tanh" -> new VectorSigmoids.PenalizedTanh(p.get("alpha"));
      case "tanhshrink" -> new VectorSigmoids.Tanhshrink();
      case "softsign" -> new VectorSigmoids.Softsign();
      case "isru" -> Isru.of(p.byName.get("alpha"));
      case "isrlu" -> new Isrlu(Isru.of(p.byName.get("alpha")));
      case "bent-identity" -> new VectorSigmoids.BentIdentity();
      case "sqnl" -> new VectorSigmoids.Sqnl();
      case "soft-clipping" -> softClipping(p.byName.get("alpha"));
      case "aria2" -> new Aria2(p.get("beta"), p.get("alpha"));
      default -> null;
    };
  }

  private static VectorFunction relu(float top, float threshold, float slope) {
    return top == Float.POSITIVE_INFINITY && threshold == 0 && slope == 0
        ? new Relu()
        : new GeneralRelu(top, threshold, slope);
  }

  /** The powers need one exponential where any other beta needs two and a logarithm. */
  private static VectorFunction betaMish(float beta) {
    if (beta == 0.5f) {
      return new HalfMish();
    } else if (beta == 1) {
      return new Mish();
    } else if (beta == 1.5f) {
      return new CubicMish();
    }
    return beta == 2 ? new QuarticMish() : BetaMish.of(beta);
  }

  private static VectorFunction softClipping(double alpha) {
    return alpha <= SoftClipping.STEEPEST
        ? SoftClipping.of(alpha)
        : new SteepSoftClipping((float) alpha);
  }
}
