package actbench.activation;

import static actbench.activation.Parameter.positive;
import static actbench.activation.Parameter.real;
import static actbench.activation.Smoothness.KINK;
import static actbench.activation.Smoothness.ONCE;
import static actbench.activation.Smoothness.SMOOTH;

import actbench.activation.ActivationEntry.Draft;
import java.util.List;

/** Entries of functions that saturate, and of the outputs over a row. */
final class SigmoidEntries {
  static final List<ActivationEntry> ALL =
      List.of(
          new Draft("sigmoid", "s(x) = 1 / (1 + e^-x)", SMOOTH, Sigmoids::logistic)
              .range("(0, 1)")
              .aliases("logistic")
              .from("Verhulst 1845"),
          new Draft("tanh", "tanh x", SMOOTH, Sigmoids::tanh)
              .range("(-1, 1)")
              .from("LeCun et al. 1998"),
          new Draft("softsign", "x / (1 + |x|)", ONCE, Sigmoids::softsign)
              .range("(-1, 1)")
              .from("Bergstra et al. 2009"),
          new Draft("softmax", "e^x_i / sum_j e^x_j over a row", SMOOTH, null)
              .range("(0, 1)")
              .note("For outputs of one label of many.")
              .from("Bridle 1990"),
          new Draft("log-softmax", "x_i - ln sum_j e^x_j over a row", SMOOTH, null)
              .range("(-inf, 0)")
              .from("-"),
          new Draft("hard-sigmoid", "clip(0.2 x + 0.5, 0, 1)", KINK, Sigmoids::hardSigmoid)
              .range("[0, 1]")
              .note("As in Keras 2; that of Keras 3 and PyTorch has slope 1/6.")
              .from("Courbariaux et al. 2015, arXiv:1511.00363"),
          new Draft("log-sigmoid", "ln s(x) = -sp(-x)", SMOOTH, Sigmoids::logSigmoid)
              .range("(-inf, 0)")
              .from("PyTorch"),
          new Draft("hardtanh", "clip(x, -1, 1)", KINK, Sigmoids::hardtanh)
              .range("[-1, 1]")
              .aliases("hard-tanh")
              .from("Collobert 2004"),
          new Draft("tanhshrink", "x - tanh x", SMOOTH, Sigmoids::tanhshrink)
              .range("(-inf, inf)")
              .from("PyTorch"),
          new Draft("weighted-tanh", "tanh(weight x)", SMOOTH, Sigmoids::weightedTanh)
              .with(real("weight", 1.7145, "steepness"))
              .range("(-1, 1)")
              .from("EchoAI, Misra 2020"),
          new Draft("lecun-tanh", "1.7159 tanh(2x/3)", SMOOTH, Sigmoids::lecunTanh)
              .range("(-1.7159, 1.7159)")
              .from("LeCun et al. 1998, Efficient BackProp"),
          new Draft(
                  "penalized-tanh",
                  "tanh x for x > 0, else alpha tanh x",
                  KINK,
                  Sigmoids::penalizedTanh)
              .with(real("alpha", 0.25, "scale of the negative side"))
              .range("(-0.25, 1)")
              .from("Xu et al. 2016, arXiv:1602.05980"),
          new Draft("isru", "x / sqrt(1 + alpha x^2)", SMOOTH, Sigmoids::isru)
              .with(positive("alpha", 1, "the bounds are 1 / sqrt(alpha)"))
              .range("(-1, 1)")
              .from("Carlile et al. 2017, arXiv:1710.09967"),
          new Draft("sqnl", "x - x|x|/4 for |x| <= 2, else sign(x)", ONCE, Sigmoids::sqnl)
              .range("[-1, 1]")
              .aliases("square-nonlinearity")
              .from("Wuraola and Patel 2018"),
          new Draft(
                  "soft-clipping",
                  "ln((1 + e^(alpha x)) / (1 + e^(alpha (x-1)))) / alpha",
                  SMOOTH,
                  Sigmoids::softClipping)
              .with(positive("alpha", 0.5, "sharpness of the corners"))
              .range("(0, 1)")
              .from("Klimek and Perelstein 2018, arXiv:1810.11509"),
          new Draft("aria2", "(1 + e^(-beta x))^(-alpha)", SMOOTH, Sigmoids::aria2)
              .with(positive("beta", 1, "steepness"))
              .with(positive("alpha", 1.5, "power"))
              .range("(0, 1)")
              .aliases("aria-2")
              .note("EchoAI's classes start at alpha 1, beta 0.5.")
              .from("Patwardhan et al. 2018, arXiv:1805.08878"));

  private SigmoidEntries() {}
}
