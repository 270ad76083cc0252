package actbench.cli;

import actbench.compare.Comparison;
import actbench.compare.Look;
import actbench.compare.Looks;
import actbench.compare.Question;
import actbench.compare.SequentialDesign;
import actbench.result.CsvTable;
import actbench.result.Metric;
import actbench.result.ResultException;
import actbench.result.ResultFolder;
import actbench.result.Row;
import actbench.result.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rule by which seeds are added, as it is kept in a results folder.
 *
 * @param late whether there were results before the rule was set
 */
record SequentialFile(SequentialDesign design, boolean late) {
  private static final String LOOKS = "looks";
  private static final String LATE = "after-results";

  static Optional<SequentialFile> read(ResultFolder folder) {
    SortedMap<String, String> texts = folder.readSequential();
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    try {
      List<Integer> looks =
          Stream.of(texts.getOrDefault(LOOKS, "").split(",", -1)).map(Integer::valueOf).toList();
      return Optional.of(
          new SequentialFile(new SequentialDesign(looks), Boolean.parseBoolean(texts.get(LATE))));
    } catch (IllegalArgumentException e) {
      throw new ResultException(
          folder.sequentialJson() + ": error: no rule for looks: " + e.getMessage(), e);
    }
  }

  void write(ResultFolder folder) {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put("format", "actbench-sequential/1");
    texts.put(LOOKS, words(","));
    texts.put(LATE, Boolean.toString(late));
    texts.put("alpha", Double.toString(SequentialDesign.ALPHA));
    texts.put("spending", "Lan-DeMets, O'Brien-Fleming type, two-sided; Holm over pairs");
    folder.writeSequential(texts);
  }

  private String words(String gap) {
    return design.looks().stream().map(String::valueOf).collect(Collectors.joining(gap));
  }

  /** The looks that the rows of the folder allow. */
  List<Look> looks(Rows rows, Question question) {
    int most =
        rows.rows().stream()
            .map(row -> row.settings().getOrDefault(question.replicate(), ""))
            .filter(seed -> seed.matches("[0-9]{1,9}"))
            .mapToInt(Integer::parseInt)
            .max()
            .orElse(0);
    // With runs missing the last number of seeds is not complete.
    return Looks.of(rows, question, design, rows.missing().isEmpty() ? most : most - 1);
  }

  /** The comparison with its looks, if it asks what the looks were for. */
  Comparison attach(Comparison comparison, Rows rows) {
    Question asked = comparison.question();
    Question decided = Question.about(asked.metric());
    List<String> judged = rows.metrics().stream().map(Metric::name).toList();
    boolean same =
        judged.contains(asked.metric().name())
            && asked.treatment().equals(decided.treatment())
            && asked.replicate().equals(decided.replicate())
            && asked.tieBand() == decided.tieBand();
    List<Look> looks = same ? looks(rows, asked) : List.of();
    return comparison.with(
        looks,
        "Seeds were added until pairs were settled (looks at "
            + words(", ")
            + " seeds at most). Only the verdicts of the looks at "
            + String.join(" and ", judged)
            + " allow for that; all other p-values take the number of seeds as fixed."
            + (late
                ? " The rule was set when there were results already, which may have been the reason"
                    + " for it."
                : ""));
  }

  /** The looks as a table for programs. */
  static String csv(List<Look> looks) {
    List<List<Object>> rows = new ArrayList<>();
    for (Look look : looks) {
      for (Look.Pair pair : look.pairs()) {
        List<Object> row = new ArrayList<>();
        row.add(look.number());
        row.add(look.seeds());
        row.add(pair.first());
        row.add(pair.second());
        row.add(pair.gain());
        row.add(pair.interval().low());
        row.add(pair.interval().high());
        row.add(pair.p());
        row.add(pair.level());
        row.add(pair.state().name().toLowerCase(java.util.Locale.ROOT));
        row.add(pair.settledAt());
        rows.add(row);
      }
    }
    return CsvTable.write(
        Stream.of(
                "look",
                "seeds",
                "first",
                "second",
                "difference",
                "interval-low",
                "interval-high",
                "p",
                "needed",
                "state",
                "settled-at")
            .map(Row::column)
            .toList(),
        rows);
  }
}
