package actbench.activation.kernel;

import actbench.activation.kernel.VectorGates.Swish;
import actbench.activation.kernel.VectorMishes.BetaMish;
import actbench.activation.kernel.VectorMishes.CubicMish;
import actbench.activation.kernel.VectorMishes.HalfMish;
import actbench.activation.kernel.VectorMishes.Mila;
import actbench.activation.kernel.VectorMishes.Mish;
import actbench.activation.kernel.VectorMishes.QuarticMish;
import actbench.activation.kernel.VectorRectifiers.Clip;
import actbench.activation.kernel.VectorRectifiers.GeneralRelu;
import actbench.activation.kernel.VectorRectifiers.Isrlu;
import actbench.activation.kernel.VectorRectifiers.Isru;
import actbench.activation.kernel.VectorRectifiers.Leaky;
import actbench.activation.kernel.VectorRectifiers.Relu;
import actbench.activation.kernel.VectorRectifiers.SRelu;
import actbench.activation.kernel.VectorSigmoids.Aria2;
import actbench.activation.kernel.VectorSigmoids.Exponential;
import actbench.activation.kernel.VectorSigmoids.ScaledTanh;
import actbench.activation.kernel.VectorSigmoids.SoftClipping;
import actbench.activation.kernel.VectorSigmoids.SteepSoftClipping;
import java.util.Map;
import java.util.Optional;

/** The vector function of each name. */
final class VectorKernels {
  private static final double SELU_SCALE = 1.0507009873554805;
  private static final double SELU_DEPTH = SELU_SCALE * 1.6732632423543772;

  private VectorKernels() {}

  static Optional<TileKernel> find(String name, Map<String, Double> parameters) {
    Values p = new Values(parameters);
    return staged(name, p)
        .<TileKernel>map(StagedKernel::of)
        .or(() -> Optional.ofNullable(function(name, p)).map(VectorKernel::of));
  }

  /** The derivative in a parameter, as the derivative of a kernel. */
  static Optional<TileKernel> findParameterDerivative(
      String name, String parameter, Map<String, Double> parameters) {
    Values p = new Values(parameters);
    return Optional.ofNullable(
        switch (name + " " + parameter) {
          case "swish beta" -> VectorKernel.of(new VectorGates.SwishInBeta(p.get("beta")));
          case "beta-mish beta" ->
              StagedKernel.of(new VectorMishes.BetaMishInBeta(Math.abs(p.get("beta"))));
          case "prelu alpha" -> VectorKernel.of(new VectorRectifiers.LeakyInSlope());
          default -> null;
        });
  }

  /** The functions that need two loops. */
  private static Optional<StagedFunction> staged(String name, Values p) {
    if (name.equals("aria2")) {
      return Optional.of(new Aria2(p.get("beta"), p.get("alpha")));
    }
    if (name.equals("tanh-exp")) {
      return Optional.of(new VectorGates.TanhExp());
    }
    if (name.equals("beta-mish") && power(p.get("beta")) == null) {
      return Optional.of(BetaMish.of(p.get("beta")));
    }
    return Optional.empty();
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
      case "beta-mish" -> power(p.get("beta"));
      case "mila" -> Mila.of(p.get("beta"));
      case "swish" -> Swish.of(1, p.get("beta"));
      case "e-swish" -> Swish.of(p.get("beta"), 1);
      case "gelu" -> new VectorGates.Gelu();
      case "gelu-tanh" -> new VectorGates.GeluTanh();
      case "elish" -> new VectorGates.Elish();
      case "hard-elish" -> new VectorGates.HardElish();
      case "flatten-t-swish" -> new VectorGates.FlattenTSwish(p.get("T"));
      case "sigmoid" -> new VectorSigmoids.Sigmoid();
      case "log-sigmoid" -> new VectorSigmoids.LogSigmoid();
      case "softplus" -> new VectorSigmoids.Softplus(p.get("beta"));
      case "tanh" -> new VectorSigmoids.Tanh();
      case "weighted-tanh" -> new ScaledTanh(1, p.get("weight"));
      case "lecun-tanh" -> new ScaledTanh(1.7159f, 2 / 3f);
      case "penalized-tanh" -> new VectorSigmoids.PenalizedTanh(p.get("alpha"));
      case "tanhshrink" -> new VectorSigmoids.Tanhshrink();
      case "softsign" -> new VectorRectifiers.Softsign();
      case "isru" -> Isru.of(p.byName.get("alpha"));
      case "isrlu" -> new Isrlu(Isru.of(p.byName.get("alpha")));
      case "bent-identity" -> new VectorRectifiers.BentIdentity();
      case "sqnl" -> new VectorRectifiers.Sqnl();
      case "soft-clipping" -> softClipping(p.byName.get("alpha"));
      default -> null;
    };
  }

  private static VectorFunction relu(float top, float threshold, float slope) {
    return top == Float.POSITIVE_INFINITY && threshold == 0 && slope == 0
        ? new Relu()
        : new GeneralRelu(top, threshold, slope);
  }

  /** Beta-Mish by one exponential, or null for a beta that needs more. */
  private static VectorFunction power(float beta) {
    if (beta == 0.5f) {
      return new HalfMish();
    } else if (beta == 1) {
      return new Mish();
    } else if (beta == 1.5f) {
      return new CubicMish();
    }
    return beta == 2 ? new QuarticMish() : null;
  }

  private static VectorFunction softClipping(double alpha) {
    return alpha <= SoftClipping.STEEPEST ? SoftClipping.of(alpha) : SteepSoftClipping.of(alpha);
  }
}
