package actbench.compare.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The variance of the mean of several groups' means where values of one draw, which may be in
 * several groups, depend on each other. All groups have the same weight.
 *
 * <p>It is the cluster-robust variance with the small-sample correction of Bell and McCaffrey
 * (Survey Methodology 28, 2002; "CR2" in Pustejovsky and Tipton, JBES 36, 2018), the draws being
 * the clusters and the groups the regressors, with Satterthwaite's degrees of freedom for values
 * that are independent and of one variance. If all groups have the same n draws, it is the variance
 * of the draws' means over the groups with n - 1 degrees of freedom, that is the variance of the
 * one-sample t test of these means, however the values of a draw depend on each other.
 *
 * @param variance of the mean of means, at least 0
 * @param freedom its degrees of freedom
 * @param size the harmonic mean of the groups' sizes
 */
public record ClusterVariance(double variance, double freedom, double size) {
  /**
   * Values and the draws they belong to, two or more; no draw twice.
   *
   * @param draws one a value
   */
  // Boxed numbers would be slow, and nobody compares groups.
  @SuppressWarnings("ArrayRecordComponent")
  public record Group(List<String> draws, double[] values) {
    public Group {
      draws = List.copyOf(draws);
      Objects.requireNonNull(values, "values");
      if (draws.size() != values.length || values.length < 2) {
        throw new IllegalArgumentException(draws.size() + " draws, " + values.length + " values");
      }
    }

    private int size() {
      return values.length;
    }
  }

  /**
   * Independent parts whose variances add up to that of the mean over all groups: one for each set
   * of groups that is tied together by draws in common. Their degrees of freedom are put together
   * by Welch and Satterthwaite's formula.
   */
  public static List<ClusterVariance> of(List<Group> groups) {
    return tied(groups).stream().map(part -> of(part, groups.size())).toList();
  }

  /** The groups, put together where a chain of draws in common leads from one to the other. */
  private static List<List<Group>> tied(List<Group> groups) {
    int[] parent = new int[groups.size()];
    Map<String, Integer> firstWith = new HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
      for (String draw : groups.get(i).draws()) {
        Integer other = firstWith.putIfAbsent(draw, i);
        if (other != null) {
          parent[root(parent, i)] = root(parent, other);
        }
      }
    }
    Map<Integer, List<Group>> parts = new LinkedHashMap<>();
    for (int i = 0; i < parent.length; i++) {
      parts.computeIfAbsent(root(parent, i), key -> new ArrayList<>()).add(groups.get(i));
    }
    return List.copyOf(parts.values());
  }

  private static int root(int[] parent, int of) {
    int at = of;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private static ClusterVariance of(List<Group> groups, int all) {
    Map<String, Integer> numbers = new HashMap<>();
    groups.forEach(
        group -> group.draws().forEach(each -> numbers.putIfAbsent(each, numbers.size())));
    double[] sums = new double[numbers.size()];
    double inverse = 0;
    for (Group group : groups) {
      double mean = Sample.mean(group.values());
      double weight = weight(group, all);
      for (int i = 0; i < group.size(); i++) {
        sums[numbers.get(group.draws().get(i))] += weight * (group.values()[i] - mean);
      }
      inverse += 1.0 / group.size();
    }
    double variance = Arrays.stream(sums).map(each -> each * each).sum();
    return new ClusterVariance(variance, freedom(groups, numbers), groups.size() / inverse);
  }

  /** What a value's distance from its group's mean counts for, corrected for its small size. */
  private static double weight(Group group, int all) {
    return 1 / (Math.sqrt(1 - 1.0 / group.size()) * all * group.size());
  }

  /**
   * (trace G)^2 / trace(G^2), where the entry of G for two draws is the covariance of their sums.
   * For independent values it comes from the groups that have both draws.
   */
  private static double freedom(List<Group> groups, Map<String, Integer> numbers) {
    if (groups.stream().map(group -> new HashSet<>(group.draws())).distinct().count() == 1) {
      return groups.get(0).size() - 1;
    }
    List<List<Group>> having = new ArrayList<>();
    numbers.forEach((draw, number) -> having.add(new ArrayList<>()));
    groups.forEach(
        group -> group.draws().forEach(draw -> having.get(numbers.get(draw)).add(group)));
    double trace = 0;
    double squares = 0;
    double[] row = new double[numbers.size()];
    for (int draw = 0; draw < row.length; draw++) {
      Arrays.fill(row, 0);
      for (Group group : having.get(draw)) {
        double square = weight(group, 1) * weight(group, 1);
        row[draw] += square;
        group.draws().forEach(other -> row[numbers.get(other)] -= square / group.size());
      }
      trace += row[draw];
      squares += Arrays.stream(row).map(each -> each * each).sum();
    }
    return trace * trace / squares;
  }
}
