package actbench.report;

import actbench.compare.Comparison;
import actbench.compare.Pairing;
import actbench.compare.Ranking;
import actbench.compare.Stability;
import actbench.compare.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The part of a report that says what may be concluded, and on what grounds. */
final class Conclusions {
  private final Comparison comparison;
  private final ComparisonTables tables;
  private final SweepTables sweeps;
  private final List<Block> blocks = new ArrayList<>();

  Conclusions(Comparison comparison) {
    this.comparison = comparison;
    this.tables = new ComparisonTables(comparison);
    this.sweeps = new SweepTables(comparison);
  }

  /** A sentence a pair; where looks decided, what they decided. */
  List<Block> verdicts() {
    if (!comparison.looks().isEmpty()) {
      return List.of(
          new Block.Heading(2, "Verdicts"), new Block.Grid(new LooksTables(comparison).verdicts()));
    }
    List<String> sentences = new Verdicts(comparison).sentences();
    return sentences.isEmpty()
        ? List.of()
        : List.of(new Block.Heading(2, "Verdicts"), new Block.Bullets(sentences));
  }

  /** Tests, ranks, and where and how firmly each is best. */
  List<Block> evidence() {
    blocks.clear();
    looks();
    tests();
    ranking();
    criteria();
    stability();
    return List.copyOf(blocks);
  }

  private void section(String title) {
    blocks.add(new Block.Heading(2, title));
  }

  private void looks() {
    if (comparison.looks().isEmpty()) {
      return;
    }
    section("Looks: how seeds were added");
    blocks.add(
        new Block.Paragraph(
            "Seeds were added until every pair was settled. A look decides a pair if its p-value is at"
                + " most the one needed: 5 % for all looks and pairs together, spent after O'Brien and"
                + " Fleming (Lan and DeMets), shared by Holm's steps. Intervals are for all"
                + " looks and pairs together, without such steps, so that one that is decided can"
                + " hold 0. A pair is equal when its interval lies within the tie band, and given up when the chance that the last look would"
                + " settle it is below one in ten."));
    blocks.add(new Block.Grid(new LooksTables(comparison).looks()));
  }

  private void tests() {
    if (!comparison.duels().isEmpty() && !comparison.contested().isEmpty()) {
      section("Tests of each pair");
      String overSeeds =
          (comparison.pairing().answer() == Pairing.Answer.YES ? "the paired" : "Welch's")
              + " t test of each seed's mean over the settings"
              + (comparison.question().overlap() > 0
                  ? ", corrected for overlapping training sets (Nadeau and Bengio)"
                  : "");
      blocks.add(
          new Block.Paragraph(
              "95 % intervals, each for its pair alone: of the share of settings won (Wilson), and of"
                  + " the estimate. Difference: the mean over settings. Estimate and interval go with"
                  + " the p that decides: from 6 settings on Wilcoxon's over settings with the typical"
                  + " difference (Hodges and Lehmann; above 200 settings the mean, by bootstrap), below"
                  + " that over seeds with the mean over the settings of 2 seeds or more. Wilcoxon's"
                  + " exact test and the sign test tell of other settings with these seeds; seeds: "
                  + overSeeds
                  + ". The adjusted p is Holm's over all pairs, those without a p too. dz: mean difference in its standard deviations over settings."
                  + " delta: Cliff's, of the settings' means. P: the chance that a run of the first is"
                  + " better."));
      blocks.add(new Block.Grid(tables.tests()));
    }
  }

  private void ranking() {
    Ranking ranking = comparison.ranking();
    if (!ranking.exists()) {
      return;
    }
    section("Mean ranks over " + Figures.count(ranking.settings(), "setting") + ", 1 is best");
    blocks.add(
        new Block.Paragraph(
            (ranking.exact()
                    ? "Friedman's test: chi-squared = "
                        + Figures.fixed(ranking.chiSquared(), 2)
                        + ", exact p "
                    : "Friedman's test (Iman and Davenport): F = "
                        + Figures.fixed(ranking.f(), 2)
                        + ", p ")
                + Verdicts.pValue(ranking.p())
                + ". Nemenyi's critical difference at 5 % is "
                + Figures.fixed(ranking.criticalDifference(), 2)
                + (ranking.groups().isEmpty()
                    ? "; all mean ranks differ by more."
                    : "; no telling apart within: "
                        + ranking.groups().stream()
                            .map(group -> String.join(", ", group))
                            .collect(Collectors.joining("; "))
                        + ".")));
    blocks.add(new Block.Grid(tables.ranks()));
  }

  private void criteria() {
    section("Where each is best", sweeps.criteria());
    section("Crossovers", sweeps.crossovers());
  }

  private void section(String title, List<Block> content) {
    if (!content.isEmpty()) {
      section(title);
      blocks.addAll(content);
    }
  }

  /** Only what changes is worth a line. */
  private void stability() {
    List<Stability> rows = Stability.of(comparison, sweeps.sweeps());
    if (rows.isEmpty()) {
      return;
    }
    section("Does it hang on one value, or on one rival?");
    double most = comparison.standings().get(0).wins();
    List<String> leaders =
        comparison.standings().stream()
            .filter(each -> each.wins() >= most - 1e-9)
            .map(Standing::treatment)
            .sorted()
            .toList();
    List<String> changes = new ArrayList<>();
    for (Stability row : rows) {
      boolean isLeader =
          row.setting().equals(comparison.question().treatment()) && leaders.contains(row.value());
      if (isLeader || !row.leaders().stream().sorted().toList().equals(leaders)) {
        changes.add(
            "without "
                + (isLeader ? row.value() + " itself" : row.setting() + "=" + row.value())
                + ", most wins go to "
                + (row.leaders().isEmpty() ? "nobody" : String.join(" and ", row.leaders())));
      }
    }
    double agreement =
        rows.stream()
            .mapToDouble(Stability::agreement)
            .filter(each -> !Double.isNaN(each))
            .min()
            .orElse(Double.NaN);
    blocks.add(
        new Block.Paragraph(
            "Each of "
                + Figures.count(rows.size(), "value")
                + " of settings and "
                + comparison.question().treatment()
                + " is left out in turn."
                + (changes.isEmpty()
                    ? " " + String.join(" and ", leaders) + " always keeps most wins."
                    : " The lead changes where it is said below, and nowhere else.")
                + (Double.isNaN(agreement)
                    ? ""
                    : " The order of wins agrees with the whole by Kendall's tau-b of at least "
                        + Figures.fixed(agreement, 2)
                        + ".")));
    if (!changes.isEmpty()) {
      blocks.add(new Block.Bullets(changes));
    }
  }
}
