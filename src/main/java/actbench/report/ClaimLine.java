package actbench.report;

import actbench.claims.Claim;
import actbench.claims.ClaimCheck;
import actbench.claims.ClaimCheck.Size;
import actbench.claims.ClaimCheck.Verdict;
import actbench.claims.Reproduced.Form;
import actbench.compare.statistics.Interval;
import actbench.report.Table.Entry;
import actbench.result.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words and numbers of a claim and its check in a row of a table. */
final class ClaimLine {
  /** The header of {@link #inRow}. */
  static final List<String> HEADER = List.of("claim", "verdict", "published", "here", "interval");

  /** The header of {@link #inPlace}. */
  static final List<String> IN_PLACE =
      List.of("claim", "verdict", "adjusted p", "published", "here", "interval");

  private ClaimLine() {}

  /** A claim beside a label that says its place. */
  static List<Entry> inRow(ClaimCheck check) {
    return of(check, functions(check.claim()));
  }

  /** The same under the heading of its sweep, with what remains of it among all others. */
  static List<Entry> inPlace(ClaimCheck check) {
    Claim claim = check.claim();
    String value = claim.setting().isEmpty() ? "" : claim.value() + ": ";
    List<Entry> line = new ArrayList<>(of(check, value + functions(claim) + note(claim)));
    line.add(2, new Entry(ComparisonTables.p(check.adjustedP()), check.survives()));
    return line;
  }

  private static List<Entry> of(ClaimCheck check, String name) {
    Claim claim = check.claim();
    Figures figures = new Figures(claim.metric());
    return List.of(
        Entry.of(name),
        new Entry(words(check), check.verdict() == Verdict.CONTRADICTED),
        Entry.of(published(claim)),
        Entry.of(
            claim.isRatio()
                ? ratio(check.gain())
                : scores(figures, check.firstMean(), check.secondMean(), check.gain())),
        Entry.of(interval(claim, check.interval())));
  }

  /** The published scores and their difference: {@code 98.24 - 58.40: +39.84 ± 0.15}. */
  private static String published(Claim claim) {
    Figures figures = new Figures(claim.metric());
    String scores =
        claim.isRatio()
            ? figures.value(claim.firstScore())
                + " / "
                + figures.value(claim.secondScore())
                + " "
                + claim.metric().unit()
            : figures.value(claim.firstScore()) + " - " + figures.value(claim.secondScore());
    return scores + ": " + difference(claim);
  }

  /** A contradicted claim in one line: {@code Contradicted: ..., published +0.05, here -1.30}. */
  static String contradiction(ClaimCheck check) {
    Claim claim = check.claim();
    String here =
        claim.isRatio()
            ? ratio(check.gain())
            : Double.isNaN(check.gain())
                ? "a run diverged"
                : new Figures(claim.metric()).signed(check.gain());
    return "Contradicted: "
        + label(claim)
        + ": published "
        + difference(claim)
        + ", here "
        + here
        + (check.interval().exists() ? " (" + interval(claim, check.interval()) + ")" : "")
        + (check.size() == Size.AGREES ? "; single runs may still come out as published" : "");
  }

  /** The published difference or ratio with what is known of its error. */
  static String difference(Claim claim) {
    if (claim.isRatio()) {
      return ratio(claim.gain()) + spread(claim);
    }
    Figures figures = new Figures(claim.metric());
    double error = claim.precision().error();
    return figures.signed(claim.gain())
        + (error == 0 ? spread(claim) : " ± " + error(error * figures.scale()));
  }

  /** Two digits say enough of an error. */
  private static String error(double error) {
    return new BigDecimal(error).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }

  private static String spread(Claim claim) {
    Interval interval = claim.interval();
    return interval.exists() ? " (" + interval(claim, interval) + ")" : "";
  }

  private static String interval(Claim claim, Interval interval) {
    if (!interval.exists()) {
      return Figures.NONE;
    }
    if (claim.isRatio()) {
      return Figures.fixed(Math.exp(-interval.high()), 2) + " to " + ratio(interval.low());
    }
    Figures figures = new Figures(claim.metric());
    return figures.signed(interval.low()) + " to " + figures.signed(interval.high());
  }

  /** How many times as long the first takes, from a difference of logarithms. */
  private static String ratio(double gain) {
    return Double.isNaN(gain) ? Figures.NONE : Figures.fixed(Math.exp(-gain), 2) + " times";
  }

  /** {@code 98.64 - 98.65: -0.01}; without a mean, as after divergence, the difference alone. */
  private static String scores(Figures figures, double first, double second, double gain) {
    if (Double.isNaN(gain)) {
      return "a run diverged";
    }
    return Double.isNaN(first) || Double.isNaN(second)
        ? figures.signed(gain)
        : figures.value(first) + " - " + figures.value(second) + ": " + figures.signed(gain);
  }

  /** The direction, in which form if not the full one, and the size where it is worth a word. */
  private static String words(ClaimCheck check) {
    Claim claim = check.claim();
    boolean other = check.verdict() == Verdict.CONTRADICTED || check.verdict() == Verdict.OTHER_WAY;
    boolean unread = !other && !claim.hasDirection() && !claim.isTie();
    boolean sized = !other && (check.size() == Size.SMALLER || check.size() == Size.LARGER);
    return check.verdict().words()
        + (isSmall(check) ? " (small)" : "")
        + (sized ? ", " + size(check.size()) : "")
        + (unread ? ", too close to read" : "");
  }

  /** Of verdicts that need the published set-up, whether the budget was smaller. */
  private static boolean isSmall(ClaimCheck check) {
    return check.form() == Form.SMALL
        && switch (check.verdict()) {
          case CONFIRMED, TIE_HOLDS, CONTRADICTED -> true;
          case SAME_WAY, NOT_REFUTED, OTHER_WAY, NOT_TESTED -> false;
        };
  }

  /** The word for a size; a dash if there is none. */
  static String size(Size size) {
    return size == Size.UNKNOWN ? Figures.NONE : size.name().toLowerCase(Locale.ROOT);
  }

  /** Data, network, and the metric unless it is the usual one. */
  static String place(Claim claim) {
    boolean usual = claim.metric().name().equals("test_accuracy");
    return claim.dataset()
        + " "
        + claim.model()
        + (usual ? "" : ", " + claim.metric().name().replace('_', ' '));
  }

  /** Data, network and metric, and the setting that was swept. */
  static String heading(Claim claim) {
    return place(claim)
        + (claim.setting().isEmpty() ? "" : ", by " + claim.setting().replace('_', ' '));
  }

  private static String pair(Claim claim) {
    return functions(claim)
        + (claim.setting().isEmpty() ? "" : ", " + claim.setting() + "=" + claim.value())
        + note(claim);
  }

  private static String functions(Claim claim) {
    return claim.first() + (claim.isRatio() ? " / " : " - ") + claim.second();
  }

  private static String note(Claim claim) {
    return claim.note().isEmpty() ? "" : " (" + claim.note() + ")";
  }

  static String label(Claim claim) {
    return place(claim) + ": " + pair(claim);
  }

  static String score(Claim claim, double score) {
    boolean share = claim.metric().unit().equals(Metric.PROPORTION);
    String text = new Figures(claim.metric()).value(score);
    return share ? text + " %" : claim.isRatio() ? text + " " + claim.metric().unit() : text;
  }
}
