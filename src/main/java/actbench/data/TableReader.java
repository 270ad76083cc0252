package actbench.data;

import actbench.spec.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file of the user's own: numbers to learn from, and classes or numbers to learn. */
final class TableReader {
  private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

  private final Path file;
  private final Options options;
  private final TableText text;
  private final Columns choice;
  private TableColumns columns;
  private TableTargets targets;
  private float[] values = new float[1 << 10];
  private int count;
  private int rows;

  /**
   * How a file is to be read.
   *
   * @param target columns to be learnt, with commas between them; empty for the last one
   * @param as what they are; empty to find that out
   * @param header whether the first line names the columns; empty to find that out
   * @param ignore columns to leave out
   */
  record Options(
      Optional<String> target,
      Optional<Answer> as,
      Optional<Boolean> header,
      Optional<String> ignore,
      char separator) {}

  /**
   * A file's content.
   *
   * @param target the columns to be learnt, as a spec may write them
   * @param guessed what they would be taken for if nothing were said; empty if it must be said
   * @param answer what they are
   * @param names of the classes or of the targets
   * @param features names of the columns to learn from; their numbers where there is no header
   * @param sha256 of the uncompressed file
   */
  record Table(
      String target,
      Optional<Answer> guessed,
      Answer answer,
      List<String> names,
      List<String> features,
      Examples examples,
      String sha256) {}

  /** Which columns of a table are what, by its header if it has one and its width. */
  private interface Columns {
    TableColumns of(Optional<List<String>> header, int width);
  }

  private TableReader(Path file, Options options, TableText text, Columns choice) {
    this.file = file;
    this.options = options;
    this.text = text;
    this.choice = choice;
  }

  /**
   * Reads a file.
   *
   * @param shown the file as messages name it
   */
  static Table read(Path path, Path shown, Options options) {
    TableText text = TableText.read(path, shown, options.separator());
    return new TableReader(
            shown,
            options,
            text,
            (header, width) ->
                TableColumns.of(shown, header, width, options.target(), options.ignore()))
        .read();
  }

  /**
   * Reads the columns of a file that a network takes, whatever their order and what else there is.
   *
   * @param options how the table was read that the network learnt from
   * @param features the columns to learn from
   * @param target the column of the classes, where they are learnt
   * @param names of the network's classes, labels or numbers
   */
  static TableRows match(
      Path file, Options options, List<String> features, String target, List<String> names) {
    TableText text = TableText.read(file, file, options.separator());
    TableReader reader =
        new TableReader(
            file,
            options,
            text,
            (header, width) -> TableColumns.matching(file, header, width, features, target, names));
    reader.readRows();
    float[] inputs = Arrays.copyOf(reader.values, reader.count);
    return reader.targets.known(inputs, names);
  }

  private Table read() {
    readRows();
    TableTargets.Found found = targets.found(options.as(), Arrays.copyOf(values, count));
    return new Table(
        columns.target(),
        found.guessed(),
        found.answer(),
        found.names(),
        columns.names(columns.features()),
        found.examples(),
        text.sha256());
  }

  private void readRows() {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(options.separator())
            .setIgnoreEmptyLines(true)
            .get();
    long line = 1;
    try (CSVParser parser = CSVParser.builder().setReader(text.open()).setFormat(format).get()) {
      try {
        for (CSVRecord row : parser) {
          row(row);
          line = parser.getCurrentLineNumber() + 1;
        }
      } catch (UncheckedIOException e) {
        throw text.unreadable(e.getCause(), line);
      }
    } catch (IOException e) {
      throw text.unreadable(e, line);
    }
    if (rows == 0) {
      throw DataException.in(file, "holds no rows of examples");
    }
  }

  private void row(CSVRecord row) {
    if (columns == null) {
      boolean header = options.header().orElseGet(() -> isHeader(row));
      Optional<List<String>> names =
          header ? Optional.of(row.stream().map(String::strip).toList()) : Optional.empty();
      columns = choice.of(names, row.size());
      targets = new TableTargets(file, text, columns);
      if (header) {
        return;
      }
    }
    if (row.size() != columns.names().size()) {
      throw text.wrong(
          row.getCharacterPosition(),
          0,
          "wrong number of cells, found %d; expected %d as in the first line"
              .formatted(row.size(), columns.names().size()));
    }
    if ((long) count + columns.features().size() > MOST_VALUES) {
      throw DataException.in(file, "holds too many values for one array");
    }
    for (int column : columns.features()) {
      if (count == values.length) {
        values = Arrays.copyOf(values, (int) Math.min(MOST_VALUES, count * 2L));
      }
      values[count++] = feature(row, column);
    }
    targets.add(row);
    rows++;
  }

  /** Names of columns are no numbers; a row of numbers is no header, whatever its classes. */
  private static boolean isHeader(CSVRecord row) {
    return row.stream().noneMatch(cell -> !Double.isNaN(number(cell)));
  }

  private float feature(CSVRecord row, int column) {
    String cell = row.get(column);
    double number = number(cell);
    if (Math.abs(number) <= Float.MAX_VALUE) {
      return (float) number;
    }
    String name = DataStream.shown(columns.names().get(column));
    throw text.wrong(row.getCharacterPosition(), column, problem(cell, name) + remedy(cell, name));
  }

  /** Says what is wrong with a cell that is no finite number. */
  static String problem(String cell, String column) {
    String shown = DataStream.shown(cell.strip());
    return (shown.isEmpty() ? "an empty cell" : "bad number")
        + " in column '"
        + column
        + "'"
        + (shown.isEmpty() ? "" : ", found '" + shown + "'")
        + "; expected a finite number";
  }

  private static String remedy(String cell, String name) {
    String plain = cell.strip();
    if (plain.matches("[+-]?[0-9]+,[0-9]+")) {
      return ". Did you mean '" + plain.replace(',', '.') + "'?";
    }
    return ". Missing values are not filled in: take the row out, or leave the column out with"
        + " 'ignore: "
        + name
        + "'";
  }

  /** The number in a cell; NaN if it holds none, or one that is not finite. */
  static double number(String cell) {
    String plain = cell.strip();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      // Java would also take 1f, 0x1p3 and NaN.
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        return Double.NaN;
      }
    }
    try {
      double number = Double.parseDouble(plain);
      return Double.isFinite(number) ? number : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Names that are near to a word, as the end of a message. */
  static String suggestion(String word, List<String> names) {
    return Suggestion.of(word, names.stream().map(DataStream::shown).toList());
  }

  /** Numbers from 0 on, in the order of the names: as numbers where all are such. */
  static int[] order(List<String> names) {
    boolean numbers = names.stream().noneMatch(each -> Double.isNaN(number(each)));
    List<Integer> sorted = new ArrayList<>(IntStream.range(0, names.size()).boxed().toList());
    sorted.sort(
        (one, other) -> {
          int order =
              numbers ? Double.compare(number(names.get(one)), number(names.get(other))) : 0;
          return order != 0 ? order : names.get(one).compareTo(names.get(other));
        });
    int[] places = new int[names.size()];
    for (int i = 0; i < places.length; i++) {
      places[sorted.get(i)] = i;
    }
    return places;
  }
}
