package actbench.result;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * CSV as RFC 4180 has it, with {@code \n} line ends and UTF-8.
 *
 * <p>A text cell that a spreadsheet would take for a formula gets a leading apostrophe, and so does
 * one that begins with an apostrophe; reading takes it away again, so nothing is lost. Numbers stay
 * numbers.
 */
public final class CsvTable {
  private static final String RISKY = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private static final int BUFFER = 1 << 16;

  private CsvTable() {}

  /** A table as text; cells are {@code Number}, {@code Boolean}, {@code String} or null. */
  public static String write(List<String> header, Iterable<? extends List<?>> rows) {
    StringBuilder text = new StringBuilder(4096);
    try {
      print(text, header, rows.iterator());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Writes a table into a file row by row, so that it may be larger than the memory.
   *
   * @throws ResultException if it cannot be written
   */
  static void write(Path file, List<String> header, Stream<List<Object>> rows) {
    AtomicFile.write(
        file,
        temporary -> {
          // No channel: see AtomicFile.
          try (Writer out =
              new OutputStreamWriter(
                  new BufferedOutputStream(new FileOutputStream(temporary.toFile()), BUFFER),
                  StandardCharsets.UTF_8)) {
            print(out, header, rows.iterator());
          }
        });
  }

  private static void print(Appendable out, List<String> header, Iterator<? extends List<?>> rows)
      throws IOException {
    try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
      printer.printRecord(header);
      while (rows.hasNext()) {
        for (Object cell : rows.next()) {
          printer.print(cell instanceof String value ? guard(value) : cell);
        }
        printer.println();
      }
    }
  }

  /** Maps of cells as text, with the keys of the first, which must be there, for the header. */
  public static String write(List<Map<String, Object>> rows) {
    return write(
        List.copyOf(rows.get(0).keySet()),
        rows.stream().map(row -> Arrays.asList(row.values().toArray())).toList());
  }

  /** Writes a table of records into a file. */
  static <T> void write(Path file, List<Column<T>> columns, List<T> records) {
    write(
        file,
        columns.stream().map(Column::name).toList(),
        records.stream()
            .map(each -> columns.stream().map(column -> column.value().apply(each)).toList()));
  }

  /** The cell text that a spreadsheet shows as the text it is. */
  static String guard(String text) {
    return !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** Takes back what {@link #guard} did. */
  static String unguard(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && RISKY.indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }

  /**
   * Reads a table with a heading.
   *
   * @param heading hears the column names first
   * @param rows hears each row's line number and its cells, as many as there are columns
   * @throws ResultException if the file is out of reach or is no such table
   */
  static void read(Path file, Consumer<List<String>> heading, BiConsumer<Long, String[]> rows) {
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      read(file.toString(), text, heading, rows);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /** As {@link #read(Path, Consumer, BiConsumer)}, from a text that errors call by a name. */
  public static void read(
      String name, Reader source, Consumer<List<String>> heading, BiConsumer<Long, String[]> rows) {
    try (BufferedReader text = new BufferedReader(source)) {
      text.mark(1);
      if (text.read() != '\uFEFF') {
        text.reset();
      }
      try (CSVParser parser = CSVParser.builder().setReader(text).setFormat(FORMAT).get()) {
        records(name, parser, heading, rows);
      }
    } catch (UncheckedIOException e) {
      throw unreadable(name, e.getCause());
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static void records(
      String name,
      CSVParser parser,
      Consumer<List<String>> heading,
      BiConsumer<Long, String[]> rows) {
    int columns = -1;
    long line = 1;
    for (CSVRecord row : parser) {
      if (columns < 0) {
        columns = row.size();
        heading.accept(row.stream().map(CsvTable::unguard).toList());
      } else if (row.size() == columns) {
        rows.accept(line, cells(row));
      } else if (row.size() != 1 || !row.get(0).isEmpty()) {
        throw new ResultException(
            name + ":" + line + ": error: found " + row.size() + " cells; expected " + columns);
      }
      line = parser.getCurrentLineNumber() + 1;
    }
    if (columns < 0) {
      throw new ResultException(name + ": error: the file is empty; expected a table");
    }
  }

  private static ResultException unreadable(String name, IOException e) {
    return new ResultException(name + ": error: cannot be read as CSV: " + AtomicFile.reason(e), e);
  }

  private static String[] cells(CSVRecord row) {
    String[] cells = row.values();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = unguard(cells[i]);
    }
    return cells;
  }
}
