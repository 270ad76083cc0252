package actbench.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** Collects the cells to be learnt of a table, and tells what they are. */
final class TableTargets {
  private static final int MOST_CLASSES = 1000;

  private final Path file;
  private final TableText text;
  private final TableColumns columns;
  private final int width;
  private final Map<String, Integer> classes = new LinkedHashMap<>();
  private final List<Long> firsts = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();
  private int[] labels = new int[1 << 8];
  private float[] numbers = new float[1 << 8];
  private int rows;
  private Optional<Cell> word = Optional.empty();
  private Optional<Cell> beyondBits = Optional.empty();
  private boolean fraction;

  /** A cell by the place of its record, its column, and what it holds. */
  private record Cell(long record, int column, String content) {}

  /**
   * What the targets are.
   *
   * @param guessed what they would be taken for if nothing were said
   * @param names of the classes or of the targets
   */
  record Found(Optional<Answer> guessed, Answer answer, List<String> names, Examples examples) {}

  TableTargets(Path file, TableText text, TableColumns columns) {
    this.file = file;
    this.text = text;
    this.columns = columns;
    width = columns.targets().size();
  }

  void add(CSVRecord row) {
    long at = row.getCharacterPosition();
    if (labels.length == rows) {
      labels = Arrays.copyOf(labels, rows * 2);
    }
    if (numbers.length < (rows + 1) * width) {
      numbers = Arrays.copyOf(numbers, Math.max(numbers.length * 2, (rows + 1) * width));
    }
    for (int i = 0; i < width; i++) {
      int column = columns.targets().get(i);
      String content = row.get(column).strip();
      if (content.isEmpty()) {
        throw text.wrong(
            at, column, "an empty cell in the target '" + name(column) + "'; expected a value");
      }
      double number = TableReader.number(content);
      Cell cell = new Cell(at, column, content);
      if (!(Math.abs(number) <= Float.MAX_VALUE)) {
        word = word.or(() -> Optional.of(cell));
      }
      if (number != 0 && number != 1) {
        beyondBits = beyondBits.or(() -> Optional.of(cell));
      }
      fraction |= number != Math.rint(number);
      numbers[rows * width + i] = (float) number;
      if (i == 0) {
        labels[rows] = label(cell);
      }
    }
    rows++;
  }

  private int label(Cell cell) {
    // Past the limit it is no class any more: what is counted then is the excess, once.
    if (classes.size() > MOST_CLASSES && !classes.containsKey(cell.content())) {
      return MOST_CLASSES;
    }
    int label = classes.computeIfAbsent(cell.content(), each -> classes.size());
    if (label == counts.size()) {
      counts.add(0);
      firsts.add(cell.record());
    }
    counts.set(label, counts.get(label) + 1);
    return label;
  }

  /**
   * What was found.
   *
   * @param inputs what is learnt from, as many values for each row
   */
  Found found(Optional<Answer> as, float[] inputs) {
    Optional<Answer> guessed = guess();
    Answer answer = as.or(() -> guessed).orElseThrow(this::unclear);
    if (answer == Answer.CLASS) {
      return classes(guessed, inputs);
    }
    if (word.isPresent()) {
      throw wrong(word.get(), TableReader.problem(word.get().content(), name(word.get().column())));
    }
    if (answer == Answer.LABELS && beyondBits.isPresent()) {
      throw wrong(
          beyondBits.get(),
          "bad label in column '%s', found '%s'; expected 0 or 1"
              .formatted(
                  name(beyondBits.get().column()), DataStream.shown(beyondBits.get().content())));
    }
    return new Found(
        guessed,
        answer,
        columns.names(columns.targets()),
        Examples.table(inputs.length / rows, width, inputs, Arrays.copyOf(numbers, rows * width)));
  }

  /**
   * What was found, for a network that knows these names.
   *
   * @param inputs what it is asked about, as many values for each row
   * @param names of its classes, or of the columns of its labels or numbers
   */
  TableRows known(float[] inputs, List<String> names) {
    int features = inputs.length / rows;
    if (width > 0 && columns.names(columns.targets()).equals(names)) {
      return new TableRows(
          found(Optional.of(Answer.NUMBERS), inputs).examples(), Collections.nCopies(rows, -1));
    }
    Map<Integer, Integer> places = new HashMap<>();
    classes.forEach((name, label) -> places.put(label, place(name, label, names)));
    List<Integer> all = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      all.add(width == 0 ? -1 : places.get(labels[row]));
    }
    return new TableRows(Examples.table(features, 1, inputs, new int[rows]), all);
  }

  private int place(String name, int label, List<String> names) {
    int place = names.indexOf(name);
    if (place < 0) {
      int column = columns.targets().get(0);
      throw text.wrong(
          firsts.get(label),
          column,
          "'%s' in column '%s' is no class of the network.%s"
              .formatted(
                  DataStream.shown(name), name(column), TableReader.suggestion(name, names)));
    }
    return place;
  }

  private DataException wrong(Cell cell, String problem) {
    return text.wrong(cell.record(), cell.column(), problem);
  }

  private String name(int column) {
    return DataStream.shown(columns.names().get(column));
  }

  /** What the cells look like; empty where whole numbers may be classes as well as amounts. */
  private Optional<Answer> guess() {
    if (width > 1) {
      return Optional.of(beyondBits.isEmpty() ? Answer.LABELS : Answer.NUMBERS);
    } else if (word.isPresent()) {
      return Optional.of(Answer.CLASS);
    }
    return fraction ? Optional.of(Answer.NUMBERS) : Optional.empty();
  }

  private DataException unclear() {
    return DataException.in(
        file,
        "the target '%s' holds whole numbers, which may be classes or amounts; write 'as: classes' or 'as: numbers'"
            .formatted(name(columns.targets().get(0))));
  }

  private Found classes(Optional<Answer> guessed, float[] inputs) {
    int column = columns.targets().get(0);
    if (width > 1) {
      throw DataException.in(
          file, "classes come in one column, found " + width + " in 'target'; expected one");
    }
    if (classes.size() > MOST_CLASSES) {
      throw DataException.in(
          file,
          "too many classes in column '%s', found more than %d; is it the 'target'?"
              .formatted(name(column), MOST_CLASSES));
    }
    List<String> names = List.copyOf(classes.keySet());
    if (names.size() < 2) {
      throw DataException.in(
          file,
          "one class alone in column '%s', found '%s' in every row; expected two or more"
              .formatted(name(column), DataStream.shown(names.get(0))));
    }
    for (String each : names) {
      int label = classes.get(each);
      if (counts.get(label) == 1) {
        List<String> others =
            names.stream()
                .filter(other -> counts.get(classes.get(other)) > 1)
                .sorted(Comparator.naturalOrder())
                .toList();
        throw text.wrong(
            firsts.get(label),
            column,
            "class '%s' has one example, which cannot both train and test; expected two or more.%s"
                .formatted(DataStream.shown(each), TableReader.suggestion(each, others)));
      }
    }
    int[] order = TableReader.order(names);
    String[] sorted = new String[names.size()];
    for (int i = 0; i < order.length; i++) {
      sorted[order[i]] = names.get(i);
    }
    int[] sortedLabels = new int[rows];
    Arrays.setAll(sortedLabels, row -> order[labels[row]]);
    return new Found(
        guessed,
        Answer.CLASS,
        List.of(sorted),
        Examples.table(inputs.length / rows, sorted.length, inputs, sortedLabels));
  }
}
