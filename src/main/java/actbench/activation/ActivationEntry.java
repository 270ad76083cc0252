package actbench.activation;

import actbench.activation.ElementFunction.ParameterDerivative;
import actbench.activation.kernel.TileKernel;
import actbench.activation.kernel.TileKernels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the catalogue knows of one function.
 *
 * <p>Formulas are written with {@code s} for the logistic function and {@code sp(x) = ln(1 + e^x)}.
 */
public final class ActivationEntry {
  private final String name;
  private final String formula;
  private final Smoothness smoothness;
  private final Function<Parameters, ScalarFunction> scalar;
  private final List<Parameter> parameters;
  private final Map<String, ParameterDerivative> derivatives;
  private final boolean monotone;
  private final String range;
  private final String source;
  private final List<String> synonyms;
  private final List<String> aliases;
  private final String note;
  private final boolean learnedByDefault;

  private ActivationEntry(Draft draft) {
    name = draft.name;
    formula = draft.formula;
    smoothness = draft.smoothness;
    scalar = draft.scalar;
    parameters = List.copyOf(draft.parameters.values());
    derivatives = Map.copyOf(draft.derivatives);
    monotone = draft.monotone;
    range = draft.range;
    source = draft.source;
    synonyms = List.copyOf(draft.aliases);
    aliases =
        Stream.concat(synonyms.stream(), NamesElsewhere.all(name).stream()).distinct().toList();
    note = draft.note;
    learnedByDefault = draft.learnedByDefault;
  }

  /** Lower case with hyphens. */
  public String name() {
    return name;
  }

  /** Other names the function is found by, those of Keras, PyTorch and EchoAI among them. */
  public List<String> aliases() {
    return aliases;
  }

  /** Other names the function has in the literature. */
  public List<String> synonyms() {
    return synonyms;
  }

  /** Names by library, as {@code {Keras: [silu], PyTorch: [SiLU, silu]}}. */
  public Map<String, List<String>> elsewhere() {
    return NamesElsewhere.of(name);
  }

  /** The definition in plain text. */
  public String formula() {
    return formula;
  }

  /** The definition as a user would write it as a formula of his own; may be empty. */
  public String asFormula() {
    return AsFormulas.of(name);
  }

  /** A function of this entry as a formula of a user's own; empty where that cannot be done. */
  public Optional<ElementFunction> asFormula(ActivationFunction function) {
    return AsFormulas.of(this, function);
  }

  /** In the order of the documentation. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The values it takes, as an interval in plain text, at the default parameters. */
  public String range() {
    return range;
  }

  /** At the default parameters. */
  public Smoothness smoothness() {
    return smoothness;
  }

  /** Whether the function never falls, at the default parameters. */
  public boolean monotone() {
    return monotone;
  }

  /** Who published it, and where. */
  public String source() {
    return source;
  }

  /** What a user should know beside the formula; may be empty. */
  public String note() {
    return note;
  }

  /** Whether the function acts on a row of numbers, as softmax does. */
  public boolean rowWise() {
    return scalar == null;
  }

  /** Names of the parameters that a network can learn, in the order of the documentation. */
  public List<String> learnable() {
    return parameters.stream().filter(Parameter::trainable).map(Parameter::name).toList();
  }

  /**
   * Whether it is the function's nature to learn its parameters, with values for each channel, as
   * parametric ReLU does. Others with something to learn do so on request, one value for a layer.
   */
  public boolean learnedByDefault() {
    return learnedByDefault;
  }

  /** The parameter of this name, in any case. */
  public Optional<Parameter> parameter(String parameter) {
    return parameters.stream().filter(each -> each.name().equalsIgnoreCase(parameter)).findFirst();
  }

  /**
   * The function with these parameters; those not given take their defaults.
   *
   * @throws ActivationException for an unknown parameter or a value out of range
   */
  public ActivationFunction create(Map<String, Double> given) {
    Parameters values = complete(given);
    return with(values);
  }

  /**
   * The function where learning has taken its parameters, be it out of the range that a spec may
   * give.
   *
   * @param values a value for each parameter
   */
  public ElementFunction learned(Map<String, Double> values) {
    return (ElementFunction) with(new Parameters(new TreeMap<>(values)));
  }

  private ActivationFunction with(Parameters values) {
    if (rowWise()) {
      return name.equals(RowFunction.SOFTMAX.name())
          ? RowFunction.SOFTMAX
          : RowFunction.LOG_SOFTMAX;
    }
    ScalarFunction function = scalar.apply(values);
    TileKernel kernel =
        TileKernels.find(name, values.values()).orElseGet(() -> new ScalarKernel(function));
    return new ElementFunction(name, values, function, derivatives, kernel);
  }

  private Parameters complete(Map<String, Double> given) {
    SortedMap<String, Double> values = new TreeMap<>();
    parameters.forEach(each -> values.put(each.name(), each.defaultValue()));
    given.forEach(
        (key, value) -> {
          Parameter parameter = parameter(key).orElseThrow(() -> unknown(key));
          parameter
              .problem(value)
              .ifPresent(
                  problem -> {
                    throw new ActivationException(
                        "parameter '%s' of '%s' %s, found %s"
                            .formatted(
                                parameter.name(), name, problem, ActivationFunction.number(value)));
                  });
          values.put(parameter.name(), value);
        });
    return new Parameters(values);
  }

  private ActivationException unknown(String parameter) {
    String known =
        parameters.isEmpty()
            ? "it has none"
            : "it has " + String.join(", ", parameters.stream().map(Parameter::name).toList());
    return new ActivationException(
        "'%s' has no parameter '%s'; %s".formatted(name, parameter, known));
  }

  /** Collects the parts of an entry in the order they are told. */
  static final class Draft {
    private final String name;
    private final String formula;
    private final Smoothness smoothness;
    private final Function<Parameters, ScalarFunction> scalar;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, ParameterDerivative> derivatives = new LinkedHashMap<>();
    private boolean monotone = true;
    private String range = "";
    private String source = "";
    private List<String> aliases = List.of();
    private String note = "";
    private boolean learnedByDefault;

    /** Starts an entry; {@code scalar} is null for a function of rows. */
    Draft(
        String name,
        String formula,
        Smoothness smoothness,
        Function<Parameters, ScalarFunction> scalar) {
      this.name = name;
      this.formula = formula;
      this.smoothness = smoothness;
      this.scalar = scalar;
    }

    Draft with(Parameter parameter) {
      parameters.put(parameter.name(), parameter);
      return this;
    }

    /** Adds a trainable parameter. */
    Draft with(Parameter parameter, ParameterDerivative derivative) {
      derivatives.put(parameter.name(), derivative);
      return with(parameter.learnable());
    }

    /** Says that the trainable parameters are learned unless a spec says otherwise. */
    Draft learned() {
      learnedByDefault = true;
      return this;
    }

    Draft notMonotone() {
      monotone = false;
      return this;
    }

    Draft note(String text) {
      note = text;
      return this;
    }

    Draft range(String text) {
      range = text;
      return this;
    }

    Draft aliases(String... names) {
      aliases = List.of(names);
      return this;
    }

    /** Ends the entry with where the function was published. */
    ActivationEntry from(String text) {
      source = text;
      return new ActivationEntry(this);
    }
  }
}
