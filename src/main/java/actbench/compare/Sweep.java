package actbench.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How treatments do along the values of one setting: its main effect. Settings that lack it take no
 * part.
 */
public final class Sweep {
  /** Those whose name says more than that of others which always change with them. */
  private static final List<String> LEADING = List.of("dataset", "model", "depth");

  /**
   * A treatment at one value of a setting.
   *
   * @param value the mean of its cell means there; NaN if a run diverged or a cell is missing, for
   *     a mean over fewer settings would not compare
   * @param deviation the standard deviation over seeds if there is one cell, else NaN
   */
  public record Mean(double value, double deviation) {
    private static final Mean NONE = new Mean(Double.NaN, Double.NaN);
  }

  /**
   * Neighbouring values at which the same treatment has the best mean.
   *
   * @param leaders several if they share it, none if no mean exists
   * @param values in order
   * @param leastLead the smallest gain over the next best mean; NaN where there is none
   * @param mostLead the largest
   */
  public record Stretch(
      List<String> leaders, List<String> values, double leastLead, double mostLead) {
    public Stretch {
      leaders = List.copyOf(leaders);
      values = List.copyOf(values);
    }
  }

  private final Comparison comparison;
  private final String name;
  private final List<String> companions;
  private final SortedMap<String, List<Setting>> groups;
  private final Map<String, Map<String, Mean>> means = new HashMap<>();

  private Sweep(
      Comparison comparison,
      String name,
      List<String> companions,
      SortedMap<String, List<Setting>> groups) {
    this.comparison = comparison;
    this.name = name;
    this.companions = companions;
    this.groups = groups;
  }

  /**
   * One for each setting with two values or more among the contested settings. Of several that
   * always change together one stands for all.
   */
  public static List<Sweep> of(Comparison comparison) {
    List<String> names = leadingFirst(comparison.varied());
    Map<List<Integer>, List<String>> alike = new LinkedHashMap<>();
    for (String name : names) {
      if (groups(comparison, name).size() > 1) {
        alike.computeIfAbsent(pattern(comparison, name), key -> new ArrayList<>()).add(name);
      }
    }
    return alike.values().stream()
        .map(
            each ->
                new Sweep(
                    comparison,
                    each.get(0),
                    List.copyOf(each.subList(1, each.size())),
                    groups(comparison, each.get(0))))
        .sorted(Comparator.comparing(each -> comparison.varied().indexOf(each.name)))
        .toList();
  }

  /** The names, those first that say most. */
  static List<String> leadingFirst(List<String> names) {
    return names.stream()
        .sorted(
            Comparator.comparingInt(
                each -> LEADING.contains(each) ? LEADING.indexOf(each) : LEADING.size()))
        .toList();
  }

  private static SortedMap<String, List<Setting>> groups(Comparison comparison, String name) {
    SortedMap<String, List<Setting>> groups = new TreeMap<>(NaturalOrder.INSTANCE);
    for (Setting setting : comparison.contested()) {
      String value = setting.values().get(name);
      if (value != null) {
        groups.computeIfAbsent(value, key -> new ArrayList<>()).add(setting);
      }
    }
    return groups;
  }

  /** For each contested setting the number of its value, counted as they come; -1 without one. */
  private static List<Integer> pattern(Comparison comparison, String name) {
    Map<String, Integer> numbers = new HashMap<>();
    List<Integer> pattern = new ArrayList<>();
    for (Setting setting : comparison.contested()) {
      String value = setting.values().get(name);
      pattern.add(value == null ? -1 : numbers.computeIfAbsent(value, key -> numbers.size()));
    }
    return pattern;
  }

  /** The setting's name. */
  public String name() {
    return name;
  }

  /** The settings that change with it, so that nobody can tell their effects apart. */
  public List<String> companions() {
    return companions;
  }

  /** Its values in natural order. */
  public List<String> values() {
    return List.copyOf(groups.keySet());
  }

  /** Whether all values are numbers, so that their order means something. */
  public boolean isOrdered() {
    return groups.keySet().stream().allMatch(NaturalOrder::isNumber);
  }

  /** The contested settings with a value. */
  List<Setting> settings(String value) {
    return groups.getOrDefault(value, List.of());
  }

  /** The mean of a treatment over the contested settings with this value. */
  public Mean mean(String value, String treatment) {
    return means
        .computeIfAbsent(value, key -> new HashMap<>())
        .computeIfAbsent(treatment, key -> mean(settings(value), treatment));
  }

  static Mean mean(List<Setting> settings, String treatment) {
    List<Cell> cells = new ArrayList<>();
    settings.forEach(setting -> setting.cell(treatment).ifPresent(cells::add));
    if (cells.isEmpty()
        || cells.size() < settings.size()
        || cells.stream().anyMatch(cell -> cell.diverged() > 0)) {
      return Mean.NONE;
    }
    double mean = Moments.mean(cells.stream().map(Cell::mean).toList());
    return new Mean(mean, cells.size() == 1 ? cells.get(0).deviation() : Double.NaN);
  }

  /** Who has the best mean where, from the first value to the last. */
  public List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    for (String value : values()) {
      Lead lead = Lead.of(comparison, treatment -> mean(value, treatment).value());
      Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
      if (last != null && last.leaders().equals(lead.leaders())) {
        List<String> values = new ArrayList<>(last.values());
        values.add(value);
        stretches.set(
            stretches.size() - 1,
            new Stretch(
                last.leaders(),
                values,
                Math.min(last.leastLead(), lead.gain()),
                Math.max(last.mostLead(), lead.gain())));
      } else {
        stretches.add(new Stretch(lead.leaders(), List.of(value), lead.gain(), lead.gain()));
      }
    }
    return stretches;
  }

  /** The values at which a treatment has the best mean alone, in order. */
  List<String> ledBy(String treatment) {
    return stretches().stream()
        .filter(stretch -> stretch.leaders().equals(List.of(treatment)))
        .flatMap(stretch -> stretch.values().stream())
        .toList();
  }
}
