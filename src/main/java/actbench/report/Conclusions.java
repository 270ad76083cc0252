package actbench.report;

import actbench.compare.Comparison;
import actbench.compare.Criterion;
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
  private final List<Block> blocks = new ArrayList<>();

  Conclusions(Comparison comparison) {
    this.comparison = comparison;
    this.tables = new ComparisonTables(comparison);
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
                + " Fleming (Lan and DeMets), shared by Holm's steps. A pair is equal when its interval"
                + " lies within the tie band, and given up when the chance that the last look would"
                + " settle it is below one in ten."));
    blocks.add(new Block.Grid(new LooksTables(comparison).looks()));
  }

  private void tests() {
    if (!comparison.duels().isEmpty() && !comparison.contested().isEmpty()) {
      section("Tests of each pair");
      blocks.add(
          new Block.Paragraph(
              "95 % intervals: of the share of settings won (Wilson), and of the mean difference"
                  + " (bootstrap over settings, or t over seeds below 6 settings). Wilcoxon's exact"
                  + " test is over settings, the "
                  + (comparison.pairing().answer() == Pairing.Answer.YES ? "paired" : "Welch's")
                  + " t test over seeds; the adjusted p is Holm's over all pairs. dz: mean difference"
                  + " in its standard deviations over settings. P: the chance that a run of the first"
                  + " is better."));
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
            "Friedman's test (Iman and Davenport): F = "
                + Figures.fixed(ranking.f(), 2)
                + ", p "
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
    List<Criterion> criteria = Criterion.of(comparison);
    if (!criteria.isEmpty()) {
      section("Where each is best");
      blocks.add(new Block.Grid(tables.criteria(criteria)));
    }
  }

  /** Only what changes is worth a line. */
  private void stability() {
    List<Stability> rows = Stability.of(comparison);
    if (rows.isEmpty()) {
      return;
    }
    section("Does it hang on one value?");
    double most = comparison.standings().get(0).wins();
    List<String> leaders =
        comparison.standings().stream()
            .filter(each -> each.wins() >= most - 1e-9)
            .map(Standing::treatment)
            .sorted()
            .toList();
    List<String> changes =
        rows.stream()
            .filter(row -> !row.leaders().stream().sorted().toList().equals(leaders))
            .map(
                row ->
                    "without "
                        + row.setting()
                        + "="
                        + row.value()
                        + ", most wins go to "
                        + (row.leaders().isEmpty()
                            ? "nobody"
                            : String.join(" and ", row.leaders())))
            .toList();
    if (changes.isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              "Whichever of "
                  + Figures.count(rows.size(), "value")
                  + " is left out, "
                  + String.join(" and ", leaders)
                  + " keeps most wins."));
    } else {
      blocks.add(new Block.Bullets(changes));
    }
  }
}
