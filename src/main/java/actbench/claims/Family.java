package actbench.claims;

import actbench.compare.statistics.Adjustment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adjusts the p-values of claims for how many differences were tested, after Benjamini and Hochberg
 * (JRSS B 57, 1995): of the verdicts that survive at 5 %, 5 % are wrong on average. Claims that the
 * same runs answer by the same metric test one difference, which counts once.
 *
 * <p>The tests share functions and runs. Though not proven for every dependence, the procedure was
 * found to keep its rate for pairwise comparisons (Williams, Jones and Tukey, JEBS 24, 1999).
 */
final class Family {
  private Family() {}

  static List<ClaimCheck> adjusted(List<ClaimCheck> checks) {
    Map<List<Object>, Double> tests = new LinkedHashMap<>();
    for (ClaimCheck check : checks) {
      if (!Double.isNaN(check.p())) {
        tests.put(check.difference(), check.p());
      }
    }
    double[] adjusted =
        Adjustment.BENJAMINI_HOCHBERG.of(
            tests.values().stream().mapToDouble(Double::doubleValue).toArray());
    int next = 0;
    for (Map.Entry<List<Object>, Double> test : tests.entrySet()) {
      test.setValue(adjusted[next++]);
    }
    List<ClaimCheck> all = new ArrayList<>();
    for (ClaimCheck check : checks) {
      all.add(Double.isNaN(check.p()) ? check : check.adjusted(tests.get(check.difference())));
    }
    return all;
  }
}
