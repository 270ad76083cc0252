package actbench.compare;

import actbench.result.EpochRecord;
import actbench.result.Row;
import actbench.result.RunResult;
import actbench.result.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the times of treatments may be held against each other: in the settings and seeds in which
 * all of them ran with the same threads, engine and version of the program, and in which none was
 * held up more than the others. How much a run was held up is told by the fastest epoch of the same
 * treatment and setting, over all seeds: its epochs all do the same work.
 */
public final class EqualConditions {
  /** By how many times one may be held up more than another. */
  static final double UNEVEN = 1.25;

  private static final String SPEED = "images_per_second";
  private static final String SECONDS = "seconds";
  private static final String LOAD = "load";

  /** What is recorded of a run, and what it is called. */
  private static final Map<String, String> CONDITIONS = conditions();

  /**
   * How fast a run was.
   *
   * @param typical in epochs or images a second, over the whole run
   * @param fastest the same of its fastest epoch
   */
  private record Pace(double typical, double fastest) {
    boolean isKnown() {
      return typical > 0 && Double.isFinite(typical);
    }
  }

  private final String treatment;
  private final String replicate;
  private final Map<String, Pace> paces;
  private final Map<List<Object>, Double> best = new HashMap<>();
  private final Map<SortedMap<String, String>, Set<String>> unequal = new LinkedHashMap<>();
  private int places;
  private boolean repeated;

  private EqualConditions(String treatment, String replicate, Map<String, Pace> paces) {
    this.treatment = treatment;
    this.replicate = replicate;
    this.paces = paces;
  }

  private static Map<String, String> conditions() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("threads", "threads");
    names.put("engine_path", "engine");
    names.put("git_commit", "version");
    return names;
  }

  /**
   * The conditions of rows, with the median speed of each for its pace.
   *
   * @param treatment the column in which rivals differ
   * @param replicate the column of seeds
   */
  public static EqualConditions of(Collection<Row> rows, String treatment, String replicate) {
    return of(rows, List.of(), treatment, replicate);
  }

  /**
   * The conditions of rows.
   *
   * @param runs those of them whose epochs are known, which tell more than their median
   */
  public static EqualConditions of(
      Collection<Row> rows, Collection<RunResult> runs, String treatment, String replicate) {
    Map<String, Pace> paces = new HashMap<>();
    for (Row row : rows) {
      double speed = row.metrics().getOrDefault(SPEED, Double.NaN);
      paces.put(row.id(), new Pace(speed, speed));
    }
    runs.forEach(run -> paces.computeIfPresent(run.config().id(), (id, pace) -> pace(run, pace)));
    EqualConditions equal = new EqualConditions(treatment, replicate, paces);
    equal.judge(rows.stream().filter(row -> row.status() == Status.OK).toList());
    return equal;
  }

  private static Pace pace(RunResult run, Pace without) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    for (EpochRecord epoch : run.epochs()) {
      double seconds = epoch.values().getOrDefault(SECONDS, Double.NaN);
      sum += seconds;
      least = Math.min(least, seconds);
    }
    return sum > 0 ? new Pace(run.epochs().size() / sum, 1 / least) : without;
  }

  private void judge(List<Row> rows) {
    Map<SortedMap<String, String>, List<Row>> there = new LinkedHashMap<>();
    for (Row row : rows) {
      there.computeIfAbsent(place(row), key -> new ArrayList<>()).add(row);
      Pace pace = paces.get(row.id());
      if (pace.isKnown()) {
        repeated |= best.containsKey(work(row));
        best.merge(work(row), pace.fastest(), Math::max);
      }
    }
    there.forEach(
        (place, rivals) -> {
          if (rivals.stream().map(this::treatment).distinct().count() > 1) {
            places++;
            Set<String> reasons = reasons(rivals);
            if (!reasons.isEmpty()) {
              unequal.put(place, reasons);
            }
          }
        });
  }

  private Set<String> reasons(List<Row> rivals) {
    Set<String> reasons = new LinkedHashSet<>();
    CONDITIONS.forEach(
        (fact, name) -> {
          if (rivals.stream().map(row -> fact(row, fact)).distinct().count() > 1) {
            reasons.add(name);
          }
        });
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (Row row : rivals) {
      if (paces.get(row.id()).isKnown()) {
        double share = paces.get(row.id()).typical() / best.get(work(row));
        least = Math.min(least, share);
        most = Math.max(most, share);
      }
    }
    if (most > UNEVEN * least) {
      reasons.add(LOAD);
    }
    return reasons;
  }

  private static String fact(Row row, String name) {
    return row.facts().getOrDefault(name, "");
  }

  private String treatment(Row row) {
    return row.settings().getOrDefault(treatment, "");
  }

  private SortedMap<String, String> place(Row row) {
    SortedMap<String, String> place = new TreeMap<>(row.settings());
    place.remove(treatment);
    return place;
  }

  /** What runs must have in common for their epochs to take equally long, load aside. */
  private List<Object> work(Row row) {
    SortedMap<String, String> settings = new TreeMap<>(row.settings());
    settings.remove(replicate);
    return List.of(settings, fact(row, "threads"), fact(row, "engine_path"));
  }

  /** Whether the time of a run may be held against those of its rivals. */
  public boolean holdFor(Row row) {
    return !unequal.containsKey(place(row));
  }

  /** Whether anything was run twice but for its seed; without, a steady load is not noticed. */
  public boolean repeated() {
    return repeated;
  }

  /** In how many settings and seeds treatments met. */
  public int places() {
    return places;
  }

  /** In how many of them under equal conditions. */
  public int equal() {
    return places - unequal.size();
  }

  /** How many of them differ in what: threads, engine, version, load; one may count for several. */
  public SortedMap<String, Integer> unequal() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    unequal.values().forEach(each -> each.forEach(name -> counts.merge(name, 1, Integer::sum)));
    return counts;
  }
}
