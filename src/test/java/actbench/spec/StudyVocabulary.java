package actbench.spec;

import actbench.activation.formula.Formula;
import actbench.activation.formula.FormulaException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The names that specs in tests may use, alike to those of the program. */
public final class StudyVocabulary {
  private static final Parameter TRAIN =
      Parameter.integer("train", "training examples, all if not given").atLeast(1);
  private static final Parameter TEST =
      Parameter.integer("test", "test examples, all if not given").atLeast(1);
  private static final Parameter VALIDATION =
      Parameter.integer("validation", "training examples held back").atLeast(0).defaultTo(0L);
  private static final Parameter WIDTH =
      Parameter.integer("width", "units of a hidden layer").atLeast(1).defaultTo(500L);
  private static final Parameter DROPOUT =
      Parameter.number("dropout", "share of units dropped").atLeast(0).below(1).defaultTo(0.25);
  private static final Parameter BATCH_NORM =
      Parameter.flag("batch-norm", "whether layers are normalized").defaultTo(true);

  private static final OpenForm FORMULA =
      new OpenForm(
          "formula",
          "[(*/+^]",
          "a formula in x",
          new OpenForm.Language() {
            @Override
            public Choice choice(Path folder, String text, SortedMap<String, Object> beside)
                throws OpenForm.Refusal {
              SortedMap<String, Double> numbers = new TreeMap<>();
              beside.forEach((name, value) -> numbers.put(name, (Double) value));
              try {
                Formula.parse(text, numbers);
              } catch (FormulaException e) {
                throw new OpenForm.Refusal(
                    new OpenForm.Fault(e.problem(), e.offset(), e.parameter()));
              }
              return pattern(folder, text, beside);
            }

            @Override
            public Choice pattern(Path folder, String text, SortedMap<String, Object> beside) {
              return new Choice(Formula.tidy(text), beside);
            }
          });

  private StudyVocabulary() {}

  /** The vocabulary without the recipes that only some versions know. */
  public static Vocabulary vocabulary() {
    return with(List.of(), Set.of());
  }

  /** The vocabulary with these augmentations, and these of the numbers that must be offered. */
  public static Vocabulary with(List<Term> augmentations, Set<String> offered) {
    TreeMap<String, List<Term>> terms = new TreeMap<>();
    terms.put(
        "dataset",
        List.of(
            Term.of("mnist", "handwritten digits", TRAIN, TEST, VALIDATION),
            Term.of("cifar10", "small photographs", TRAIN, TEST, VALIDATION),
            Term.of("xor", "the four points of exclusive or")));
    terms.put(
        "model",
        List.of(
            Term.of(
                "depth-net",
                "the network of the depth sweep",
                Parameter.integer("depth", "layers as published")
                    .atLeast(4)
                    .atMost(100)
                    .defaultTo(15L),
                WIDTH,
                DROPOUT,
                BATCH_NORM),
            Term.of(
                "mlp",
                "dense layers",
                Parameter.integer("depth", "hidden layers").atLeast(1).atMost(1000).defaultTo(2L),
                WIDTH,
                DROPOUT.defaultTo(0.0)),
            Term.of("lenet-4", "two convolutions and two dense layers"),
            Term.of("xor-net", "two hidden units")));
    terms.put(
        "activation",
        List.of(
            Term.of("relu", "max(x, 0)"),
            Term.of("mish", "x tanh(softplus(x))"),
            Term.of(
                "swish",
                "x sigmoid(beta x)",
                Parameter.number("beta", "").defaultTo(1.0),
                Parameter.flag("learnable", "").defaultTo(false),
                Parameter.word("per", "", "channel", "layer").defaultTo("layer")),
            new Term(
                "leaky-relu",
                List.of("lrelu"),
                List.of(Parameter.number("alpha", "slope below 0").defaultTo(0.01)),
                "relu with a slope below 0"),
            Term.of(
                "beta-mish",
                "x tanh(ln((1 + e^x)^beta))",
                Parameter.number("beta", "").above(0).defaultTo(1.5))));
    terms.put(
        "optimizer",
        List.of(
            Term.of(
                "sgd", "", rate(0.01), momentum(), Parameter.flag("nesterov", "").defaultTo(false)),
            Term.of("adam", "", rate(0.001)),
            Term.of("rmsprop", "", rate(0.001), momentum())));
    terms.put("initializer", List.of(Term.of("glorot-uniform", ""), Term.of("he-normal", "")));
    terms.put(
        "regularizer",
        List.of(
            Term.of("none", ""),
            Term.of(
                "l2",
                "",
                Parameter.number("factor", "").above(0).defaultTo(0.01),
                Parameter.word("on", "which layers", "dense", "all").defaultTo("dense"))));
    terms.put("augmentation", augmentations);
    return new Vocabulary(terms, offered, Map.of("activation", List.of(FORMULA)));
  }

  private static Parameter rate(double value) {
    return Parameter.number("learning-rate", "step size").above(0).defaultTo(value);
  }

  private static Parameter momentum() {
    return Parameter.number("momentum", "").atLeast(0).below(1).defaultTo(0.0);
  }
}
