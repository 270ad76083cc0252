package actbench.activation;

import static actbench.activation.Parameter.positive;
import static actbench.activation.Parameter.real;
import static actbench.activation.Smoothness.KINK;
import static actbench.activation.Smoothness.ONCE;
import static actbench.activation.Smoothness.SMOOTH;

import actbench.activation.ActivationEntry.Draft;
import java.util.List;

/** Entries of functions of the form x times a gate. */
final class GatedEntries {
  static final List<ActivationEntry> ALL =
      List.of(
          new Draft("mish", "x tanh(sp(x))", SMOOTH, Gated::mish)
              .range("[-0.3088, inf)")
              .notMonotone()
              .from("Misra 2019, arXiv:1908.08681"),
          new Draft(
                  "beta-mish",
                  "x tanh(beta sp(x)) = x tanh(ln (1 + e^x)^beta)",
                  SMOOTH,
                  Gated::betaMish)
              .with(real("beta", 1.5, "1 gives mish"), Gated::betaMishInBeta)
              .range("[-0.4511, inf)")
              .notMonotone()
              .from("Misra 2019, Beta-Mish"),
          new Draft("swish", "x s(beta x)", SMOOTH, Gated::swish)
              .with(real("beta", 1, "steepness of the gate"), Gated::swishInBeta)
              .range("[-0.2785, inf)")
              .notMonotone()
              .aliases("swish-1", "beta-swish")
              .note("EchoAI's own default for beta is 1.25.")
              .from("Ramachandran et al. 2017, arXiv:1710.05941"),
          new Draft("e-swish", "beta x s(x)", SMOOTH, Gated::eSwish)
              .with(positive("beta", 1.75, "scale"), Gated::eSwishInBeta)
              .range("[-0.4873, inf)")
              .notMonotone()
              .from("Alcaide 2018, arXiv:1801.07145"),
          new Draft("gelu", "x Phi(x), Phi the normal distribution", SMOOTH, Gated::gelu)
              .range("[-0.1700, inf)")
              .notMonotone()
              .aliases("gelu-erf")
              .from("Hendrycks and Gimpel 2016, arXiv:1606.08415"),
          new Draft(
                  "gelu-tanh",
                  "0.5 x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3)))",
                  SMOOTH,
                  Gated::geluTanh)
              .range("[-0.1700, inf)")
              .notMonotone()
              .aliases("gelu-approximate")
              .from("Hendrycks and Gimpel 2016, arXiv:1606.08415"),
          new Draft("hard-mish", "x/2 clip(x + 2, 0, 2)", KINK, Gated::hardMish)
              .range("[-0.5, inf)")
              .notMonotone()
              .from("Ross Wightman 2020, timm"),
          new Draft("hard-swish", "x clip(x + 3, 0, 6) / 6", KINK, Gated::hardSwish)
              .range("[-0.375, inf)")
              .notMonotone()
              .from("Howard et al. 2019, arXiv:1905.02244"),
          new Draft("mila", "x tanh(sp(beta + x))", SMOOTH, Gated::mila)
              .with(real("beta", -0.25, "shift of the gate"))
              .range("[-0.2516, inf)")
              .notMonotone()
              .from("EchoAI, Misra 2020"),
          new Draft("tanh-exp", "x tanh(e^x)", SMOOTH, Sigmoids::tanhExp)
              .range("[-0.3532, inf)")
              .notMonotone()
              .from("Liu and Di 2020, arXiv:2003.09855"),
          new Draft("elish", "x s(x) for x >= 0, else (e^x - 1) s(x)", ONCE, Gated::elish)
              .range("[-0.1716, inf)")
              .notMonotone()
              .from("Basirat and Roth 2018, arXiv:1808.00783"),
          new Draft(
                  "hard-elish",
                  "x h for x >= 0, else (e^x - 1) h; h = clip((x + 1)/2, 0, 1)",
                  KINK,
                  Gated::hardElish)
              .range("[-0.0923, inf)")
              .notMonotone()
              .note("With e^x - 1; EchoAI's code has e^(x-1), which jumps at 0.")
              .from("Basirat and Roth 2018, arXiv:1808.00783"),
          new Draft("flatten-t-swish", "x s(x) + T for x >= 0, else T", KINK, Gated::flattenTSwish)
              .with(real("T", 0, "the floor; the paper has -0.2"))
              .range("[0, inf)")
              .from("Chieng et al. 2018, arXiv:1812.06247"));

  private GatedEntries() {}
}
