package actbench.report;

import actbench.claims.Criterion;
import actbench.claims.Reproduced;
import actbench.claims.Reproduced.Form;
import actbench.report.Table.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts who is ahead how often, as published and here. */
final class StudyTotals {
  private static final String SUBJECT = "mish";
  private static final List<String> RIVALS = List.of("swish", "relu");

  private StudyTotals() {}

  /**
   * The article's table of criteria against a rival, with what was published and what was found:
   * apart where Mish is said to win and elsewhere.
   */
  static Table criteria(List<Criterion> criteria, List<Reproduced> rows, String rival) {
    List<List<Entry>> lines = new ArrayList<>();
    for (Criterion criterion : criteria) {
      List<Reproduced> mine =
          rows.stream().filter(row -> criterion.isAbout(row.published())).toList();
      Map<Boolean, List<Reproduced>> parts =
          mine.stream()
              .collect(Collectors.partitioningBy(row -> criterion.claims(row.published())));
      List<Entry> line = new ArrayList<>();
      line.add(Entry.of(criterion.name()));
      line.add(Entry.of(criterion.claimed()));
      for (boolean claimed : List.of(true, false)) {
        line.add(
            Entry.of(
                ahead(
                    parts.get(claimed), row -> row.publishedAhead(SUBJECT, rival), Figures.NONE)));
      }
      for (boolean claimed : List.of(true, false)) {
        List<Reproduced> part = parts.get(claimed);
        line.add(
            Entry.of(
                ahead(
                    part,
                    row -> row.ahead(SUBJECT, rival),
                    part.isEmpty() ? Figures.NONE : Form.NOT_RUN.words())));
      }
      line.add(Entry.of(forms(mine)));
      lines.add(line);
    }
    return new Table(
        "Mish ahead of " + rival,
        2,
        List.of(
            "over " + rival,
            "Mish wins, it is said",
            "published, claimed",
            "published, elsewhere",
            "here, claimed",
            "here, elsewhere",
            "runs here"),
        lines);
  }

  /** Mish against each rival, in a sentence each. */
  static List<String> duels(List<Reproduced> rows) {
    return RIVALS.stream()
        .map(
            rival ->
                "Mish ahead of "
                    + rival
                    + ": published "
                    + ahead(rows, row -> row.publishedAhead(SUBJECT, rival), Figures.NONE)
                    + "; here "
                    + ahead(rows, row -> row.ahead(SUBJECT, rival), Form.NOT_RUN.words())
                    + ".")
        .toList();
  }

  /** Wins by function: a row's win belongs to each function that has its best score. */
  static List<String> wins(List<Reproduced> rows) {
    List<String> functions = StudyTable.functions(rows);
    long run = rows.stream().filter(row -> !row.winners().isEmpty()).count();
    String here =
        run == 0
            ? Form.NOT_RUN.words()
            : totals(functions, rows, Reproduced::winners) + ", of " + Figures.count(run, "row");
    return List.of(
        "Wins published: " + totals(functions, rows, row -> row.published().winners()) + ".",
        "Wins here: " + here + ".");
  }

  private static String totals(
      List<String> functions, List<Reproduced> rows, Function<Reproduced, List<String>> winners) {
    return functions.stream()
        .map(
            function ->
                function
                    + " "
                    + rows.stream().filter(row -> winners.apply(row).contains(function)).count())
        .collect(Collectors.joining(", "));
  }

  /** For instance {@code 8 of 9}: rows in which the first is ahead, of those with an answer. */
  private static String ahead(
      List<Reproduced> rows, Function<Reproduced, OptionalInt> answer, String none) {
    int won = 0;
    int met = 0;
    for (Reproduced row : rows) {
      OptionalInt ahead = answer.apply(row);
      if (ahead.isPresent()) {
        met++;
        won += ahead.getAsInt() > 0 ? 1 : 0;
      }
    }
    return met == 0 ? none : won + " of " + met;
  }

  /** How many rows were run and in which form: {@code 3 of 11: 2 full, 1 small}. */
  static String coverage(List<Reproduced> rows) {
    long run = rows.stream().filter(row -> row.form() != Form.NOT_RUN).count();
    return run == 0 ? forms(rows) : run + " of " + rows.size() + ": " + forms(rows);
  }

  /** How many rows were run in which form: {@code 2 full, 1 small}. */
  private static String forms(List<Reproduced> rows) {
    String forms = counts(rows.stream().map(Reproduced::form).toList());
    return forms.isEmpty() ? Form.NOT_RUN.words() : forms;
  }

  /** How many there are of each form in which something was run; may be empty. */
  static String counts(List<Form> all) {
    return Stream.of(Form.FULL, Form.SMALL)
        .filter(all::contains)
        .map(form -> Collections.frequency(all, form) + " " + form.words())
        .collect(Collectors.joining(", "));
  }
}
