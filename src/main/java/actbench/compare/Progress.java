package actbench.compare;

import actbench.result.EpochRecord;
import actbench.result.Metric;
import actbench.result.ResultException;
import actbench.result.Row;
import actbench.result.Rows;
import actbench.result.RunResult;
import actbench.result.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * What happened on the way to the end: the same comparison by measures of the learning curves. Each
 * measure is a metric of its own, so that wins, ties and losses mean what they always mean. A run
 * that diverged, or that never gets where a measure asks for, loses.
 */
public final class Progress {
  /** A measure of a learning curve. */
  public enum Kind {
    /** The mean over epochs, which is the area under the curve per epoch. */
    AREA,
    /** The first epoch at which the target is reached. */
    EPOCHS_TO_TARGET,
    /** Seconds of training up to the end of that epoch. */
    SECONDS_TO_TARGET,
    /** The value at the last epoch that all rivals of the same setting and seed have. */
    EQUAL_EPOCHS,
    /** The value when the fastest rival of the same setting and seed has finished. */
    EQUAL_TIME;

    /** Whether it takes times, of which only those under equal conditions count. */
    public boolean isOfTime() {
      return this == SECONDS_TO_TARGET || this == EQUAL_TIME;
    }
  }

  /** A comparison by a measure. */
  public record Measure(Kind kind, Comparison comparison) {}

  private static final String SECONDS = "seconds";

  private final List<RunResult> runs;
  private final Comparison comparison;
  private final Metric metric;
  // Runs are compared by identity: looking into all their epochs each time would take long.
  private final IdentityHashMap<RunResult, String> settings = new IdentityHashMap<>();
  private final Map<String, Double> targets = new HashMap<>();
  private final EqualConditions conditions;

  private Progress(List<RunResult> runs, Comparison comparison, Metric metric) {
    this.runs = runs;
    this.comparison = comparison;
    this.metric = metric;
    this.conditions =
        EqualConditions.of(
            runs.stream().map(Row::of).toList(),
            runs,
            comparison.question().treatment(),
            comparison.question().replicate());
  }

  /**
   * The measures that the curves allow; none if there are no curves.
   *
   * @param curve the metric of each epoch that the curves show
   * @param target what counts as there, in the metric's unit; if empty then in each setting the
   *     worst of its treatments' means at the end, which all of them reach on average
   */
  public static List<Measure> of(
      List<RunResult> runs, Comparison comparison, Metric curve, OptionalDouble target) {
    Progress progress =
        new Progress(
            runs.stream()
                .filter(
                    run ->
                        run.status() == Status.DIVERGED
                            || (run.status() == Status.OK && last(run, curve.name()).isPresent()))
                .toList(),
            comparison,
            curve);
    progress.findTargets(target);
    List<Measure> measures = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      progress.measure(kind).ifPresent(each -> measures.add(new Measure(kind, each)));
    }
    return measures;
  }

  private void findTargets(OptionalDouble target) {
    Map<String, Map<String, List<Double>>> ends = new HashMap<>();
    for (RunResult run : runs) {
      SortedMap<String, String> block = new TreeMap<>(Row.of(run).settings());
      String treatment = block.remove(comparison.question().treatment());
      block.remove(comparison.question().replicate());
      settings.put(run, block.toString());
      last(run, metric.name())
          .ifPresent(
              end ->
                  ends.computeIfAbsent(block.toString(), key -> new HashMap<>())
                      .computeIfAbsent(String.valueOf(treatment), key -> new ArrayList<>())
                      .add(end));
    }
    ends.forEach(
        (setting, treatments) -> {
          double worst = Double.NaN;
          for (List<Double> values : treatments.values()) {
            double mean = Moments.mean(values);
            worst = Double.isNaN(worst) || metric.better(worst, mean) ? mean : worst;
          }
          targets.put(setting, target.orElse(worst));
        });
  }

  private Optional<Comparison> measure(Kind kind) {
    Metric measured = named(kind);
    Map<String, Double> limits = limits(kind);
    List<Row> rows = new ArrayList<>();
    for (RunResult run : runs) {
      Row row = Row.of(run);
      if (kind.isOfTime() && !conditions.holdFor(row)) {
        continue;
      }
      SortedMap<String, Double> metrics = new TreeMap<>();
      OptionalDouble value =
          run.status() == Status.OK ? value(kind, run, limits) : OptionalDouble.empty();
      value.ifPresent(each -> metrics.put(measured.name(), each));
      rows.add(
          new Row(
              row.id(),
              value.isPresent() ? Status.OK : Status.DIVERGED,
              row.failure(),
              row.settings(),
              metrics,
              row.facts()));
    }
    if (rows.stream().noneMatch(row -> row.status() == Status.OK)) {
      return Optional.empty();
    }
    Question asked = comparison.question();
    try {
      return Optional.of(
          Comparer.compare(
              new Rows(comparison.name(), rows, List.of(), 0),
              new Question(
                  asked.treatment(),
                  asked.replicate(),
                  measured,
                  Question.defaultTieBand(measured),
                  "",
                  asked.overlap(),
                  "")));
    } catch (ResultException e) {
      // Repeats without names of their own cannot be told apart here.
      return Optional.empty();
    }
  }

  private Metric named(Kind kind) {
    return switch (kind) {
      case AREA -> new Metric(metric.name() + "_area", metric.unit(), metric.direction());
      case EPOCHS_TO_TARGET ->
          new Metric("epochs_to_target", "epochs", Metric.Direction.LOWER_IS_BETTER);
      case SECONDS_TO_TARGET ->
          new Metric("seconds_to_target", "s", Metric.Direction.LOWER_IS_BETTER);
      case EQUAL_EPOCHS ->
          new Metric(metric.name() + "_at_equal_epochs", metric.unit(), metric.direction());
      case EQUAL_TIME ->
          new Metric(metric.name() + "_at_equal_time", metric.unit(), metric.direction());
    };
  }

  /** The least epochs or seconds in all of a setting and seed. */
  private Map<String, Double> limits(Kind kind) {
    Map<String, Double> limits = new HashMap<>();
    if (kind == Kind.EQUAL_EPOCHS || kind == Kind.EQUAL_TIME) {
      for (RunResult run : runs) {
        if (run.status() == Status.OK) {
          double own =
              kind == Kind.EQUAL_EPOCHS ? run.epochs().size() : seconds(run, Integer.MAX_VALUE);
          limits.merge(place(run), own, Math::min);
        }
      }
    }
    return limits;
  }

  private String place(RunResult run) {
    return settings.get(run)
        + Row.of(run).settings().getOrDefault(comparison.question().replicate(), "");
  }

  private OptionalDouble value(Kind kind, RunResult run, Map<String, Double> limits) {
    return switch (kind) {
      case AREA -> run.epochs().stream().mapToDouble(this::at).filter(Double::isFinite).average();
      case EPOCHS_TO_TARGET ->
          reached(run)
              .map(Integer::doubleValue)
              .map(OptionalDouble::of)
              .orElse(OptionalDouble.empty());
      case SECONDS_TO_TARGET ->
          reached(run)
              .map(epoch -> seconds(run, epoch))
              .filter(Double::isFinite)
              .map(OptionalDouble::of)
              .orElse(OptionalDouble.empty());
      case EQUAL_EPOCHS -> before(run, epoch -> epoch <= limits.get(place(run)));
      case EQUAL_TIME ->
          // Sums of the same numbers in another order may differ in their last digit.
          before(run, epoch -> seconds(run, epoch) <= limits.get(place(run)) * (1 + 1e-9));
    };
  }

  /** The value at the last epoch within a limit; none if the first is beyond it already. */
  private OptionalDouble before(RunResult run, IntPredicate within) {
    OptionalDouble value = OptionalDouble.empty();
    for (EpochRecord epoch : run.epochs()) {
      if (within.test(epoch.epoch()) && Double.isFinite(at(epoch))) {
        value = OptionalDouble.of(at(epoch));
      }
    }
    return value;
  }

  private Optional<Integer> reached(RunResult run) {
    double target = targets.getOrDefault(settings.get(run), Double.NaN);
    return run.epochs().stream()
        .filter(epoch -> at(epoch) == target || metric.better(at(epoch), target))
        .map(EpochRecord::epoch)
        .findFirst();
  }

  private double at(EpochRecord epoch) {
    return epoch.values().getOrDefault(metric.name(), Double.NaN);
  }

  private static OptionalDouble last(RunResult run, String metric) {
    return run.epochs().stream()
        .map(epoch -> epoch.values().get(metric))
        .filter(value -> value != null && Double.isFinite(value))
        .mapToDouble(Double::doubleValue)
        .reduce((first, second) -> second);
  }

  /** Seconds of training up to the end of an epoch; NaN if they were not measured. */
  private static double seconds(RunResult run, int epoch) {
    return run.epochs().stream()
        .filter(each -> each.epoch() <= epoch)
        .mapToDouble(each -> each.values().getOrDefault(SECONDS, Double.NaN))
        .sum();
  }
}
