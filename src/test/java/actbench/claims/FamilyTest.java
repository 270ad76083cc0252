package actbench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.claims.ClaimCheck.Size;
import actbench.claims.ClaimCheck.Verdict;
import actbench.claims.Reproduced.Form;
import actbench.compare.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FamilyTest {
  private static final Claim CLAIM = ClaimCatalog.claims().get(0);

  private static ClaimCheck check(Verdict verdict, double p, String... runs) {
    return new ClaimCheck(
        CLAIM,
        verdict,
        Size.AGREES,
        Form.FULL,
        0.9,
        0.8,
        0.1,
        new Interval(0.05, 0.15),
        p,
        Double.NaN,
        3,
        List.of(runs),
        List.of());
  }

  /**
   * The fifteen p-values of Benjamini and Hochberg (1995), section 3.2: four of them survive at 5
   * %, where Bonferroni's procedure keeps three.
   */
  @Test
  void keepsThePublishedExample() {
    double[] p = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000
    };
    List<ClaimCheck> checks = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      checks.add(check(Verdict.CONFIRMED, p[i], "mish" + i, "relu" + i));
    }
    List<ClaimCheck> adjusted = Family.adjusted(checks);
    assertThat(adjusted.stream().filter(ClaimCheck::survives)).hasSize(4);
    assertThat(adjusted.get(3).adjustedP()).isCloseTo(0.0095 * 15 / 4, within(1e-12));
    assertThat(adjusted.get(14).adjustedP()).isEqualTo(1);
  }

  /** Two published runs that one set of runs answers are one test. */
  @Test
  void countsTheSameRunsOnce() {
    List<ClaimCheck> adjusted =
        Family.adjusted(
            List.of(
                check(Verdict.CONFIRMED, 0.02, "a", "b"),
                check(Verdict.CONFIRMED, 0.02, "b", "a"),
                check(Verdict.CONTRADICTED, 0.03, "c", "d"),
                check(Verdict.NOT_REFUTED, Double.NaN, "e", "f"),
                ClaimCheck.untested(CLAIM, "other data")));
    assertThat(adjusted)
        .extracting(ClaimCheck::adjustedP)
        .containsExactly(0.03, 0.03, 0.03, Double.NaN, Double.NaN);
  }

  @Test
  void letsOnlyVerdictsOfADifferenceSurvive() {
    for (Verdict verdict : Verdict.values()) {
      ClaimCheck check = Family.adjusted(List.of(check(verdict, 0.001, "a"))).get(0);
      assertThat(check.survives())
          .isEqualTo(
              verdict != Verdict.TIE_HOLDS
                  && verdict != Verdict.NOT_REFUTED
                  && verdict != Verdict.NOT_TESTED);
    }
  }
}
