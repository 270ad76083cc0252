package actbench.activation;

import static actbench.activation.Parameter.nonNegative;
import static actbench.activation.Parameter.positive;
import static actbench.activation.Parameter.real;
import static actbench.activation.Smoothness.JUMP;
import static actbench.activation.Smoothness.KINK;
import static actbench.activation.Smoothness.ONCE;
import static actbench.activation.Smoothness.SMOOTH;
import static actbench.activation.Smoothness.TWICE;

import actbench.activation.ActivationEntry.Draft;
import java.util.List;

/** Entries of functions that are, or tend to, the identity on the positive side. */
final class RectifierEntries {
  static final List<ActivationEntry> ALL =
      List.of(
          new Draft("identity", "x", SMOOTH, Rectifiers::identity)
              .range("(-inf, inf)")
              .aliases("none")
              .note("For outputs of a regression; a network of it alone is linear.")
              .from("-"),
          new Draft(
                  "relu",
                  "x from threshold to max-value, max-value above, negative-slope (x - threshold) below",
                  KINK,
                  Rectifiers::relu)
              .with(
                  new Parameter(
                      "max-value", Double.POSITIVE_INFINITY, 0, true, false, "the largest output"))
              .with(nonNegative("threshold", 0, "inputs below it count as negative"))
              .with(nonNegative("negative-slope", 0, "slope below the threshold"))
              .range("[0, inf)")
              .note("Parameters as in Keras; its 'alpha' is 'negative-slope'.")
              .from("Nair and Hinton 2010; Keras"),
          new Draft("leaky-relu", "x for x > 0, else alpha x", KINK, Rectifiers::leaky)
              .with(real("alpha", 0.3, "slope for negative x"))
              .range("(-inf, inf)")
              .aliases("lrelu")
              .note("Default as in Keras; PyTorch has 0.01.")
              .from("Maas et al. 2013"),
          new Draft("prelu", "x for x > 0, else alpha x", KINK, Rectifiers::leaky)
              .with(
                  real("alpha", 0.25, "slope for negative x, where it starts when it is learned"),
                  Rectifiers::leakyInAlpha)
              .learned()
              .range("(-inf, inf)")
              .note(
                  "Learned, a slope for each channel, unless a spec says otherwise. Starts as in PyTorch; Keras starts at 0.")
              .from("He et al. 2015, arXiv:1502.01852"),
          new Draft(
                  "rrelu",
                  "x for x > 0, else a x; a random in [lower, upper] in training, their mean otherwise",
                  KINK,
                  Rectifiers::rrelu)
              .with(real("lower", 1.0 / 8, "least slope"))
              .with(real("upper", 1.0 / 3, "largest slope"))
              .range("(-inf, inf)")
              .aliases("rrelu-eval", "randomized-relu", "randomized-leaky-relu")
              .from("Xu et al. 2015, arXiv:1505.00853"),
          new Draft("relu6", "clip(x, 0, 6)", KINK, Rectifiers::relu6)
              .range("[0, 6]")
              .from("Krizhevsky 2010"),
          new Draft(
                  "srelu",
                  "t-right + a-right (x - t-right) for x >= t-right, t-left + a-left (x - t-left) for x <= t-left, else x",
                  KINK,
                  Rectifiers::srelu)
              .with(real("t-right", 0.75, "upper threshold"), Rectifiers::sreluInRightThreshold)
              .with(real("a-right", 0.5, "slope above it"), Rectifiers::sreluInRightSlope)
              .with(real("t-left", -1.25, "lower threshold"), Rectifiers::sreluInLeftThreshold)
              .with(real("a-left", 0.25, "slope below it"), Rectifiers::sreluInLeftSlope)
              .learned()
              .range("(-inf, inf)")
              .note(
                  "Learned, all four for each channel, unless a spec says otherwise; a t-right that falls below t-left counts as equal to it. EchoAI's code adds the thresholds where the paper subtracts them.")
              .from("Jin et al. 2016, arXiv:1512.07030"),
          new Draft("threshold-relu", "x for x > theta, else 0", JUMP, Rectifiers::thresholdRelu)
              .with(nonNegative("theta", 1, "threshold"))
              .range("{0} and (1, inf)")
              .aliases("thresholded-relu")
              .from("Konda et al. 2015, arXiv:1402.3337"),
          new Draft("elu", "x for x > 0, else alpha (e^x - 1)", ONCE, Rectifiers::elu)
              .with(positive("alpha", 1, "depth of the negative side"))
              .range("(-1, inf)")
              .from("Clevert et al. 2016, arXiv:1511.07289"),
          new Draft("celu", "x for x > 0, else alpha (e^(x/alpha) - 1)", ONCE, Rectifiers::celu)
              .with(positive("alpha", 1, "depth of the negative side"))
              .range("(-1, inf)")
              .from("Barron 2017, arXiv:1704.07483"),
          new Draft(
                  "selu",
                  "1.0507009873554805 elu(x) with alpha = 1.6732632423543772",
                  KINK,
                  Rectifiers::selu)
              .range("(-1.7581, inf)")
              .note("Meant for lecun-normal weights and alpha dropout.")
              .from("Klambauer et al. 2017, arXiv:1706.02515"),
          new Draft("isrlu", "x for x > 0, else x / sqrt(1 + alpha x^2)", TWICE, Rectifiers::isrlu)
              .with(positive("alpha", 1, "the floor is -1 / sqrt(alpha)"))
              .range("(-1, inf)")
              .from("Carlile et al. 2017, arXiv:1710.09967"),
          new Draft(
                  "softplus",
                  "sp(beta x) / beta, sp(x) = ln(1 + e^x)",
                  SMOOTH,
                  Sigmoids::softplusOf)
              .with(positive("beta", 1, "steepness"))
              .range("(0, inf)")
              .from("Dugas et al. 2001"),
          new Draft("sine-relu", "x for x > 0, else eps (sin x - cos x)", JUMP, Sigmoids::sineRelu)
              .with(positive("eps", 0.001, "amplitude of the wave; the jump at 0"))
              .range("[-0.0014, inf)")
              .notMonotone()
              .note("EchoAI's default for eps is 0.01.")
              .from("Wilder Rodrigues 2018"),
          new Draft(
                  "bent-identity", "x + (sqrt(x^2 + 1) - 1) / 2", SMOOTH, Rectifiers::bentIdentity)
              .range("(-inf, inf)")
              .from("EchoAI, Misra 2020"),
          new Draft("softshrink", "sign(x) max(|x| - lambda, 0)", KINK, Rectifiers::softshrink)
              .with(nonNegative("lambda", 0.5, "half width of the dead zone"))
              .range("(-inf, inf)")
              .from("PyTorch"),
          new Draft("hardshrink", "x for |x| > lambda, else 0", JUMP, Rectifiers::hardshrink)
              .with(nonNegative("lambda", 0.5, "half width of the dead zone"))
              .range("{0} and |y| > 0.5")
              .from("PyTorch"));

  private RectifierEntries() {}
}
