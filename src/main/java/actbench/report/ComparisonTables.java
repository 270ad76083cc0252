package actbench.report;

import actbench.compare.Cell;
import actbench.compare.Comparison;
import actbench.compare.Duel;
import actbench.compare.PairTest;
import actbench.compare.Part;
import actbench.compare.Question;
import actbench.compare.Setting;
import actbench.compare.Standing;
import actbench.report.Table.Entry;
import java.util.ArrayList;
import java.util.List;

/** The tables of a comparison, rounded and worded. */
final class ComparisonTables {
  private final Comparison comparison;
  private final Question question;
  private final Figures figures;

  ComparisonTables(Comparison comparison) {
    this.comparison = comparison;
    this.question = comparison.question();
    this.figures = new Figures(question.metric());
  }

  Table wins() {
    double most = comparison.standings().get(0).wins();
    boolean diverged = comparison.standings().stream().anyMatch(each -> each.diverged() > 0);
    boolean shared = comparison.standings().stream().anyMatch(each -> each.shared() > 0);
    List<String> header = new ArrayList<>(List.of(question.treatment(), "wins", "of"));
    if (shared) {
      header.addAll(List.of("alone", "shared"));
    }
    if (diverged) {
      header.add("diverged runs");
    }
    header.add("mean" + (figures.unit().isEmpty() ? "" : " " + figures.unit()));
    List<List<Entry>> rows = new ArrayList<>();
    for (Standing standing : comparison.standings()) {
      List<Entry> row = new ArrayList<>();
      row.add(Entry.of(standing.treatment()));
      row.add(new Entry(Figures.wins(standing.wins()), standing.wins() == most && most > 0));
      row.add(Entry.of(Integer.toString(standing.settings())));
      if (shared) {
        row.add(Entry.of(Integer.toString(standing.outright())));
        row.add(Entry.of(Integer.toString(standing.shared())));
      }
      if (diverged) {
        row.add(Entry.of(standing.diverged() + " of " + standing.runs()));
      }
      row.add(Entry.of(figures.value(standing.mean())));
      rows.add(row);
    }
    return new Table("Wins", 1, header, rows);
  }

  Table settings() {
    List<String> header = new ArrayList<>(List.of("setting"));
    header.addAll(comparison.treatments());
    List<List<Entry>> rows = new ArrayList<>();
    for (Setting setting : comparison.settings()) {
      List<Entry> row = new ArrayList<>();
      row.add(Entry.of(setting.label()));
      for (String treatment : comparison.treatments()) {
        row.add(
            setting
                .cell(treatment)
                .map(
                    cell -> new Entry(cellText(cell), setting.winners().contains(cell.treatment())))
                .orElse(Entry.of(Figures.NONE)));
      }
      rows.add(row);
    }
    return new Table("Settings", 1, header, rows);
  }

  private String cellText(Cell cell) {
    if (cell.seeds() == 0) {
      return Figures.NONE;
    } else if (cell.diverged() == cell.seeds()) {
      return "diverged";
    }
    return figures.spread(cell.mean(), cell.deviation())
        + (cell.diverged() > 0 ? " (" + cell.diverged() + " diverged)" : "");
  }

  Table parts() {
    List<String> header = new ArrayList<>(List.of(question.by(), "settings"));
    header.addAll(comparison.treatments());
    List<List<Entry>> rows = new ArrayList<>();
    for (Part part : comparison.parts()) {
      List<Entry> row = new ArrayList<>();
      row.add(Entry.of(part.value().isEmpty() ? "(none)" : part.value()));
      row.add(Entry.of(Integer.toString(part.settings())));
      double most = part.standings().get(0).wins();
      for (String treatment : comparison.treatments()) {
        row.add(
            part.standings().stream()
                .filter(each -> each.treatment().equals(treatment))
                .map(
                    each ->
                        new Entry(
                            Figures.wins(each.wins())
                                + (Double.isNaN(each.mean())
                                    ? ""
                                    : " (" + figures.value(each.mean()) + ")"),
                            each.wins() == most && most > 0))
                .findFirst()
                .orElse(Entry.of(Figures.NONE)));
      }
      rows.add(row);
    }
    return new Table("By " + question.by(), 2, header, rows);
  }

  Table duels() {
    List<String> header = new ArrayList<>(List.of(question.treatment()));
    List<String> rivals =
        question.baseline().isEmpty() ? comparison.treatments() : List.of(question.baseline());
    rivals.forEach(rival -> header.add("vs " + rival));
    List<List<Entry>> rows = new ArrayList<>();
    for (String treatment : comparison.treatments()) {
      if (treatment.equals(question.baseline())) {
        continue;
      }
      List<Entry> row = new ArrayList<>(List.of(Entry.of(treatment)));
      for (String rival : rivals) {
        row.add(
            treatment.equals(rival) ? Entry.of("") : duelEntry(comparison.duel(treatment, rival)));
      }
      rows.add(row);
    }
    return new Table("Pairs", 1, header, rows);
  }

  private Entry duelEntry(Duel duel) {
    if (duel.bouts().isEmpty()) {
      return Entry.of(Figures.NONE);
    }
    return Entry.of(
        duel.wins()
            + "-"
            + duel.ties()
            + "-"
            + duel.losses()
            + " "
            + figures.signed(duel.meanGain()));
  }

  Table tests() {
    List<String> header =
        List.of(
            "pair",
            "w-t-l",
            "share won",
            "difference",
            "estimate",
            "interval",
            "sign test",
            "Wilcoxon",
            "seeds",
            "adjusted p",
            "dz",
            "delta",
            "P");
    List<List<Entry>> rows = new ArrayList<>();
    for (PairTest test : comparison.tests()) {
      Duel duel = test.duel();
      boolean wanted =
          question.baseline().isEmpty()
              || test.first().equals(question.baseline())
              || test.second().equals(question.baseline());
      if (wanted && !duel.bouts().isEmpty()) {
        rows.add(
            List.of(
                Entry.of(test.first() + " - " + test.second()),
                Entry.of(duel.wins() + "-" + duel.ties() + "-" + duel.losses()),
                Entry.of(
                    range(
                        Figures.fixed(test.winShare().low(), 2),
                        Figures.fixed(test.winShare().high(), 2))),
                Entry.of(figures.signed(duel.meanGain())),
                Entry.of(test.interval().exists() ? figures.signed(test.estimate()) : Figures.NONE),
                Entry.of(
                    range(
                        figures.signed(test.interval().low()),
                        figures.signed(test.interval().high()))),
                Entry.of(p(test.signP())),
                Entry.of(p(test.wilcoxonP())),
                Entry.of(p(test.seedP())),
                new Entry(p(test.adjustedP()), test.adjustedP() < 0.05),
                Entry.of(Figures.fixed(test.dz(), 2)),
                Entry.of(Figures.fixed(test.cliffsDelta(), 2)),
                Entry.of(Figures.fixed(test.improvement(), 2))));
      }
    }
    return new Table("Tests", 1, header, rows);
  }

  Table ranks() {
    List<List<Entry>> rows = new ArrayList<>();
    for (int i = 0; i < comparison.treatments().size(); i++) {
      rows.add(
          List.of(
              Entry.of(comparison.treatments().get(i)),
              Entry.of(Figures.fixed(comparison.ranking().meanRanks().get(i), 2))));
    }
    return new Table("Mean ranks", 1, List.of(question.treatment(), "mean rank"), rows);
  }

  private static String range(String low, String high) {
    return low.equals(Figures.NONE) ? Figures.NONE : low + " to " + high;
  }

  static String p(double p) {
    if (Double.isNaN(p)) {
      return Figures.NONE;
    }
    return p < 1e-4 ? "<.0001" : Figures.fixed(p, 4);
  }
}
