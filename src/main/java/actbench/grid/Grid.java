package actbench.grid;

import actbench.spec.Choice;
import actbench.spec.ExperimentSpec;
import actbench.spec.ExperimentSpec.Axis;
import actbench.spec.ExperimentSpec.Exclusion;
import actbench.spec.ExperimentSpec.Product;
import actbench.spec.Location;
import actbench.spec.Parameter;
import actbench.spec.SpecException;
import actbench.spec.SpecLoader;
import actbench.spec.SpecProblem;
import actbench.spec.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Multiplies a spec out into its runs. */
public final class Grid {
  private static final String MODEL = "model";
  private static final String ACTIVATION = "activation";

  private final ExperimentSpec spec;
  private final RunId ids = new RunId();
  private final IdentityHashMap<Choice, Choice> briefs = new IdentityHashMap<>();
  private final Map<String, RunConfig> runs = new LinkedHashMap<>();
  private final Set<Exclusion> unmatched = new LinkedHashSet<>();
  private final Set<Exclusion> matched = new HashSet<>();
  private final List<SpecProblem> problems = new ArrayList<>();
  private final Set<String> modelSettings = new HashSet<>();

  private Grid(ExperimentSpec spec) {
    this.spec = spec;
    spec.models()
        .values()
        .forEach(model -> model.parameters().forEach(each -> modelSettings.add(each.name())));
  }

  /**
   * The runs of a spec in the order of {@link Plan}. A run that several parts of the spec ask for
   * is there once, in its first place.
   *
   * @throws SpecException if the grid is empty or too large, or an exclusion matches no run
   */
  public static Plan expand(ExperimentSpec spec) throws SpecException {
    Grid grid = new Grid(spec);
    grid.refuseTooLarge();
    spec.products().forEach(grid::multiply);
    grid.check();
    return new Plan(spec.name(), grid.swept(), List.copyOf(grid.runs.values()));
  }

  private void refuseTooLarge() throws SpecException {
    double total = 0;
    for (Product product : spec.products()) {
      // A double cannot overflow into something that looks small.
      double size = product.seeds().size();
      for (Axis axis : product.axes()) {
        size *= axis.points().size();
      }
      total += size;
      if (total > SpecLoader.MOST_RUNS) {
        String count = total < 1e15 ? Long.toString((long) total) : "over 10^15";
        report(
            product.at(),
            "the grid is too large, found "
                + count
                + " combinations; expected at most "
                + SpecLoader.MOST_RUNS);
        throw new SpecException(problems);
      }
    }
  }

  private void report(Location at, String message) {
    SpecProblem problem = new SpecProblem(at, message);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  private void multiply(Product product) {
    product.exclusions().stream()
        .filter(each -> !each.mayMatchNothing())
        .filter(each -> !matched.contains(each))
        .forEach(unmatched::add);
    List<Axis> slow = new ArrayList<>(product.axes());
    slow.removeIf(axis -> axis.has(ACTIVATION));
    List<Axis> fast = new ArrayList<>(product.axes());
    fast.removeAll(slow);
    int[] at = new int[slow.size()];
    do {
      SortedMap<String, Object> settings = new TreeMap<>();
      for (int i = 0; i < at.length; i++) {
        settings.putAll(slow.get(i).points().get(at[i]));
      }
      List<RunId.Stem> stems = new ArrayList<>();
      for (SortedMap<String, Object> point : fast.get(0).points()) {
        resolve(settings, point, product).map(ids::stem).ifPresent(stems::add);
      }
      for (long seed : product.seeds()) {
        for (RunId.Stem stem : stems) {
          add(stem, seed, product);
        }
      }
    } while (advance(at, slow));
  }

  /** Steps to the next combination, the last axis first; false behind the last combination. */
  private static boolean advance(int[] at, List<Axis> axes) {
    for (int i = at.length - 1; i >= 0; i--) {
      if (++at[i] < axes.get(i).points().size()) {
        return true;
      }
      at[i] = 0;
    }
    return false;
  }

  /** The settings of a point as its runs have them, whatever their seed; empty if excluded. */
  private Optional<SortedMap<String, Object>> resolve(
      SortedMap<String, Object> slow, SortedMap<String, Object> fast, Product product) {
    SortedMap<String, Object> settings = new TreeMap<>(slow);
    settings.putAll(fast);
    suit(settings);
    boolean excluded = false;
    for (Exclusion exclusion : product.exclusions()) {
      if (exclusion.matches(settings)) {
        excluded = true;
        unmatched.remove(exclusion);
        matched.add(exclusion);
      }
    }
    settings.replaceAll(
        (key, value) -> value instanceof Choice choice ? brief(key, choice) : value);
    return excluded ? Optional.empty() : Optional.of(settings);
  }

  private void add(RunId.Stem stem, long seed, Product product) {
    RunConfig run = new RunConfig(stem.of(seed), stem.settings(), seed);
    RunConfig other = runs.putIfAbsent(run.id(), run);
    if (other != null && !other.equals(run)) {
      report(product.at(), twice(other, run));
    }
  }

  private static String twice(RunConfig one, RunConfig other) {
    for (String setting : one.settings().keySet()) {
      if (one.settings().get(setting) instanceof Choice some
          && other.settings().get(setting) instanceof Choice others
          && !some.equals(others)
          && some.placeless().equals(others.placeless())) {
        return "'%s' takes the same content twice: %s and %s"
            .formatted(setting, some.text(Choice.PATH), others.text(Choice.PATH));
      }
    }
    return "two different runs have the id " + one.id() + "; change a setting of one of them";
  }

  /**
   * The choice without the parameters that have their defaults: what is not said stays unsaid, so
   * that ids stay when a catalogue entry learns a new parameter, and labels stay short.
   */
  private Choice brief(String setting, Choice choice) {
    return briefs.computeIfAbsent(
        choice,
        full -> {
          SortedMap<String, Object> told = new TreeMap<>(full.parameters());
          spec.vocabulary()
              .find(setting, full.name())
              .ifPresent(
                  term ->
                      term.parameters()
                          .forEach(
                              each ->
                                  each.defaultValue()
                                      .ifPresent(value -> told.remove(each.name(), value))));
          return new Choice(full.name(), told);
        });
  }

  /** Drops the settings that the run's model does not have, and fills in those it has. */
  private void suit(SortedMap<String, Object> settings) {
    Term model = spec.models().get(((Choice) settings.get(MODEL)).name());
    settings
        .keySet()
        .removeIf(key -> modelSettings.contains(key) && model.parameter(key).isEmpty());
    for (Parameter parameter : model.parameters()) {
      parameter.defaultValue().ifPresent(each -> settings.putIfAbsent(parameter.name(), each));
    }
  }

  private void check() throws SpecException {
    for (Exclusion exclusion : unmatched) {
      report(exclusion.at(), "this entry of 'exclude' matches no run");
    }
    if (runs.isEmpty() && problems.isEmpty()) {
      report(spec.products().get(0).exclusions().get(0).at(), "'exclude' leaves no run");
    }
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparing(SpecProblem::at));
      throw new SpecException(problems);
    }
  }

  private List<String> swept() {
    return spec.keys().stream().filter(this::isSwept).toList();
  }

  private boolean isSwept(String key) {
    Object first = null;
    for (RunConfig run : runs.values()) {
      Object value = run.settings().get(key);
      if (value == null) {
        if (modelSettings.contains(key)) {
          continue;
        }
        value = "";
      }
      if (first == null) {
        first = value;
      } else if (!value.equals(first)) {
        return true;
      }
    }
    return false;
  }
}
