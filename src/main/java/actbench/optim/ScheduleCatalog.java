package actbench.optim;

import static actbench.optim.Terms.integer;
import static actbench.optim.Terms.word;
import static actbench.spec.Parameter.integer;
import static actbench.spec.Parameter.number;
import static actbench.spec.Parameter.word;

import actbench.spec.Choice;
import actbench.spec.Parameter;
import actbench.spec.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The schedules of the learning rate that a spec may name. */
public final class ScheduleCatalog {
  private static final String PLATEAU = "reduce-on-plateau";
  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth", "sixth");

  /** All schedules, in the order of the documentation. */
  public static final List<Term> TERMS =
      List.of(
          term(
              "step",
              "falls by a factor at regular times",
              "epoch",
              integer("step-size", "time between two falls").atLeast(1).defaultTo(30L),
              gamma(0.1)),
          term(
              "multi-step",
              "falls by a factor at up to six given times",
              "epoch",
              Stream.concat(times(), Stream.of(gamma(0.1))).toArray(Parameter[]::new)),
          term("exponential", "falls by a factor at every time", "epoch", gamma(0.95)),
          term("cosine", "half a cosine down", "epoch", minimum(), length()),
          term(
              "cosine-restarts",
              "half cosines down, over and over",
              "epoch",
              minimum(),
              integer("period", "length of the first cycle").atLeast(1).defaultTo(10L),
              integer("multiplier", "how much longer each cycle is").atLeast(1).defaultTo(1L)),
          term(
              "one-cycle",
              "up and down once, the momentum the other way",
              "step",
              length(),
              number("share", "share of the time on the way up").above(0).below(1).defaultTo(0.3),
              number("divisor", "greatest over first rate").above(0).defaultTo(25.0),
              number("final-divisor", "first over last rate").above(0).defaultTo(1e4),
              word("shape", "form of both ways", "cosine", "linear").defaultTo("cosine"),
              number("low-momentum", "momentum at the top").atLeast(0).below(1).defaultTo(0.85),
              number("high-momentum", "momentum at both ends").atLeast(0).below(1).defaultTo(0.95)),
          term(
              "warmup-cosine",
              "a straight line up, then half a cosine down",
              "epoch",
              integer("warmup", "time on the way up").atLeast(0).defaultTo(5L),
              minimum(),
              length()),
          term(
              "polynomial",
              "a power down",
              "epoch",
              minimum(),
              number("power", "exponent").above(0).defaultTo(1.0),
              length()),
          term(
              "inverse-time",
              "divided by a straight line",
              "epoch",
              number("decay", "slope of the divisor").atLeast(0).defaultTo(0.01)),
          term(
              "piecewise",
              "times the factor of the last of up to six given times",
              "epoch",
              Stream.concat(times(), factors()).toArray(Parameter[]::new)),
          Term.of(
              PLATEAU,
              "falls when the validation metric stops getting better",
              word("definition", "whose rule", "keras", "torch").defaultTo("keras"),
              word("metric", "what to watch", "validation-loss", "validation-accuracy")
                  .defaultTo("validation-loss"),
              number("factor", "what the rate is multiplied by").above(0).below(1).defaultTo(0.1),
              integer("patience", "epochs to bear with").atLeast(0).defaultTo(10L),
              number("threshold", "least improvement that counts").atLeast(0).defaultTo(1e-4),
              word("threshold-mode", "torch only: share of the best, or not", "rel", "abs")
                  .defaultTo("rel"),
              integer("cooldown", "epochs to rest after a fall").atLeast(0).defaultTo(0L),
              minimum()));

  private ScheduleCatalog() {}

  private static Term term(String name, String doc, String unit, Parameter... own) {
    return Term.of(
        name,
        doc,
        Stream.concat(
                Arrays.stream(own),
                Stream.of(word("unit", "what time counts", "epoch", "step").defaultTo(unit)))
            .toArray(Parameter[]::new));
  }

  private static Parameter gamma(double value) {
    return number("gamma", "factor of a fall").above(0).defaultTo(value);
  }

  private static Parameter minimum() {
    return number("minimum", "least rate").atLeast(0).defaultTo(0.0);
  }

  private static Parameter length() {
    return integer("length", "time to the end; the whole run if not given").atLeast(1);
  }

  private static Stream<Parameter> times() {
    return ORDINALS.stream().map(each -> integer(each, "time of the " + each).atLeast(1));
  }

  private static Stream<Parameter> factors() {
    return ORDINALS.stream()
        .map(each -> number(each + "-factor", "of the first rate, from then on").atLeast(0));
  }

  /**
   * The schedule as a function of the update, counted from 0.
   *
   * <p>That of {@code reduce-on-plateau} is constant; see {@link #plateau}.
   *
   * @param choice name and parameters; absent ones take their defaults
   * @param epochs of the whole run
   * @param updatesPerEpoch mini-batches, the last small one included
   * @throws IllegalArgumentException if the parameters contradict each other
   */
  public static Schedule schedule(Choice choice, int epochs, int updatesPerEpoch) {
    Choice full = Terms.complete(TERMS, choice);
    if (full.name().equals(PLATEAU)) {
      return new Schedule.Constant();
    }
    boolean byEpoch = word(full, "unit").equals("epoch");
    Schedule.Form form = form(full, byEpoch ? epochs : epochs * updatesPerEpoch);
    return byEpoch ? new Schedule.PerEpoch(form, updatesPerEpoch) : form;
  }

  private static Schedule.Form form(Choice full, int whole) {
    int length = full.parameters().containsKey("length") ? integer(full, "length") : whole;
    return switch (full.name()) {
      case "step" -> new Schedule.Step(integer(full, "step-size"), full.number("gamma"));
      case "multi-step" -> new Schedule.MultiStep(given(full), full.number("gamma"));
      case "exponential" -> new Schedule.Exponential(full.number("gamma"));
      case "cosine" -> new Schedule.Cosine(full.number("minimum"), length);
      case "cosine-restarts" ->
          new Schedule.CosineRestarts(
              full.number("minimum"), integer(full, "period"), integer(full, "multiplier"));
      case "one-cycle" ->
          new Schedule.OneCycle(
              length,
              full.number("share"),
              full.number("divisor"),
              full.number("final-divisor"),
              word(full, "shape").equals("linear"),
              full.number("low-momentum"),
              full.number("high-momentum"));
      case "warmup-cosine" ->
          new Schedule.WarmupCosine(integer(full, "warmup"), full.number("minimum"), length);
      case "polynomial" ->
          new Schedule.Polynomial(full.number("minimum"), full.number("power"), length);
      case "inverse-time" -> new Schedule.InverseTime(full.number("decay"));
      case "piecewise" -> new Schedule.Piecewise(given(full), factorsOf(full));
      default -> throw new IllegalStateException("no schedule for " + full.name());
    };
  }

  private static List<Integer> given(Choice full) {
    List<Integer> times = new ArrayList<>();
    for (String ordinal : ORDINALS) {
      if (full.parameters().containsKey(ordinal)) {
        times.add(integer(full, ordinal));
      }
    }
    if (times.isEmpty()) {
      throw new IllegalArgumentException("'" + full.name() + "' needs a time 'first'");
    }
    return times;
  }

  private static List<Double> factorsOf(Choice full) {
    List<Double> factors = new ArrayList<>();
    for (String ordinal : ORDINALS) {
      String factor = ordinal + "-factor";
      boolean timed = full.parameters().containsKey(ordinal);
      if (timed != full.parameters().containsKey(factor)) {
        throw new IllegalArgumentException("'" + ordinal + "' and '" + factor + "' go together");
      }
      if (timed) {
        factors.add(full.number(factor));
      }
    }
    return factors;
  }

  /**
   * The rule that watches a metric, if the schedule is {@code reduce-on-plateau}.
   *
   * @param choice name and parameters; absent ones take their defaults
   * @param rate the rate at the start
   */
  public static Optional<ReduceOnPlateau> plateau(Choice choice, double rate) {
    Choice full = Terms.complete(TERMS, choice);
    if (!full.name().equals(PLATEAU)) {
      return Optional.empty();
    }
    boolean loss = word(full, "metric").equals("validation-loss");
    return Optional.of(
        new ReduceOnPlateau(
            new ReduceOnPlateau.Config(
                Definition.of(full),
                loss ? ReduceOnPlateau.Mode.MIN : ReduceOnPlateau.Mode.MAX,
                full.number("factor"),
                integer(full, "patience"),
                full.number("threshold"),
                word(full, "threshold-mode").equals("rel"),
                integer(full, "cooldown"),
                full.number("minimum")),
            rate));
  }
}
