package actbench.optim;

import static actbench.spec.Parameter.number;
import static actbench.spec.Parameter.word;

import actbench.optim.Initializer.Fan;
import actbench.optim.Initializer.Form;
import actbench.optim.Initializer.VarianceScaling;
import actbench.spec.Choice;
import actbench.spec.Parameter;
import actbench.spec.Term;
import java.util.List;

/** The initializers a spec may name, with the rules and defaults of Keras 2.2.4. */
public final class InitializerCatalog {
  /** All initializers, in the order of the documentation. */
  public static final List<Term> TERMS =
      List.of(
          term("glorot-uniform", "uniform, variance 2 / (fan in + fan out)"),
          term("glorot-normal", "normal, variance 2 / (fan in + fan out)", definition()),
          term("he-uniform", "uniform, variance 2 / fan in"),
          term("he-normal", "normal, variance 2 / fan in", definition()),
          term("lecun-uniform", "uniform, variance 1 / fan in"),
          term("lecun-normal", "normal, variance 1 / fan in", definition()),
          term("random-normal", "normal", mean(), deviation()),
          term(
              "random-uniform",
              "uniform",
              number("minimum", "least weight").defaultTo(-0.05),
              number("maximum", "bound of the greatest weight").defaultTo(0.05)),
          term("truncated-normal", "normal, cut at two deviations", mean(), deviation()),
          term(
              "orthogonal",
              "random orthonormal rows or columns",
              number("gain", "length of the rows or columns").above(0).defaultTo(1.0)),
          term("torch-default", "uniform, variance 1 / (3 fan in), as PyTorch's layers start"),
          term("zeros", "0 everywhere"),
          term("ones", "1 everywhere"),
          term("constant", "one value everywhere", number("value", "every weight").defaultTo(0.0)));

  private InitializerCatalog() {}

  private static Term term(String name, String doc, Parameter... parameters) {
    List<String> aliases = name.contains("-") ? List.of(name.replace('-', '_')) : List.of();
    return new Term(name, aliases, List.of(parameters), doc);
  }

  private static Parameter mean() {
    return number("mean", "middle of the distribution").defaultTo(0.0);
  }

  private static Parameter deviation() {
    return number("stddev", "standard deviation, before any cut").atLeast(0).defaultTo(0.05);
  }

  private static Parameter definition() {
    return word(
            "definition",
            "keras: cut at two deviations; keras-2.1: cut and narrower; torch: not cut",
            "keras",
            "keras-2.1",
            "torch")
        .defaultTo("keras");
  }

  /**
   * The initializer of this name.
   *
   * @param choice name and parameters; absent ones take their defaults
   */
  public static Initializer initializer(Choice choice) {
    Choice full = Terms.complete(TERMS, choice);
    return switch (full.name()) {
      case "glorot-uniform" -> new VarianceScaling(1, Fan.AVERAGE, Form.UNIFORM);
      case "glorot-normal" -> new VarianceScaling(1, Fan.AVERAGE, normal(full));
      case "he-uniform" -> new VarianceScaling(2, Fan.IN, Form.UNIFORM);
      case "he-normal" -> new VarianceScaling(2, Fan.IN, normal(full));
      case "lecun-uniform" -> new VarianceScaling(1, Fan.IN, Form.UNIFORM);
      case "lecun-normal" -> new VarianceScaling(1, Fan.IN, normal(full));
      case "random-normal" -> new Initializer.Normal(full.number("mean"), full.number("stddev"));
      case "random-uniform" ->
          new Initializer.Uniform(full.number("minimum"), full.number("maximum"));
      case "truncated-normal" ->
          new Initializer.TruncatedNormal(full.number("mean"), full.number("stddev"));
      case "orthogonal" -> new Initializer.Orthogonal(full.number("gain"));
      case "torch-default" -> new VarianceScaling(1.0 / 3, Fan.IN, Form.UNIFORM);
      case "zeros" -> new Initializer.Constant(0);
      case "ones" -> new Initializer.Constant(1);
      case "constant" -> new Initializer.Constant(full.number("value"));
      default -> throw new IllegalStateException("no initializer for " + full.name());
    };
  }

  private static Form normal(Choice full) {
    return switch (Terms.word(full, "definition")) {
      case "keras" -> Form.TRUNCATED_NORMAL;
      case "keras-2.1" -> Form.NARROW_NORMAL;
      default -> Form.NORMAL;
    };
  }
}
