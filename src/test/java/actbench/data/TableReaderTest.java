package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * CSV files of the user's own: what is made of them, and what is said of those that will not do.
 */
final class TableReaderTest {
  private static final String FLOWERS = "w,h,kind\n1,2,rose\n3,4,oak\n5,6,rose\n7,8,oak\n";

  @TempDir Path folder;

  private TableReader.Table read(byte[] content, TableReader.Options options) throws IOException {
    Path file = Files.write(folder.resolve("t.csv"), content);
    return TableReader.read(file, Path.of("t.csv"), options);
  }

  private TableReader.Table read(String text, TableReader.Options options) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), options);
  }

  private static TableReader.Options options(String target, String as, String ignore) {
    return new TableReader.Options(
        Optional.of(target).filter(each -> !each.isEmpty()),
        Optional.of(as).filter(each -> !each.isEmpty()).map(Answer::valueOf),
        Optional.empty(),
        Optional.of(ignore).filter(each -> !each.isEmpty()),
        ',');
  }

  private static final TableReader.Options USUAL = options("", "", "");

  private String problem(byte[] content, TableReader.Options options) {
    DataException thrown = catchThrowableOfType(DataException.class, () -> read(content, options));
    assertThat(thrown).as("accepted").isNotNull();
    assertThat(thrown.place()).as(thrown.getMessage()).isPresent();
    return thrown.getMessage();
  }

  private String problem(String text) {
    return problem(text.getBytes(StandardCharsets.UTF_8), USUAL);
  }

  private static float[] row(Examples examples, int example) {
    float[] row = new float[examples.shape().size()];
    examples.copy(example, Layout.FLAT, row, 0);
    return row;
  }

  @Test
  void readsClassesByNameInTheOrderOfTheAlphabet() throws IOException {
    TableReader.Table table = read(FLOWERS, USUAL);
    assertThat(table.names()).containsExactly("oak", "rose");
    assertThat(table.features()).containsExactly("w", "h");
    assertThat(table.target()).isEqualTo("kind");
    assertThat(table.answer()).isEqualTo(Answer.CLASS);
    assertThat(table.examples().label(0)).isEqualTo(1);
    assertThat(table.examples().label(1)).isZero();
    assertThat(row(table.examples(), 2)).containsExactly(5, 6);
    assertThat(table.sha256())
        .isEqualTo(SyntheticData.sha256(FLOWERS.getBytes(StandardCharsets.UTF_8)));
  }

  /** Byte order mark, Windows' line ends, blanks, quotes, blank lines, no line end at the end. */
  @Test
  void readsWhatSpreadsheetsWrite() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    file.writeBytes(
        "\"w\",\"h, in cm\",kind\r\n 1 ,+2.5e0,\"ro\"\"se\"\r\n\r\n\"3\",.5,oak\r\n5,6,oak\r\n7,8,\"ro\"\"se\""
            .getBytes(StandardCharsets.UTF_8));
    for (byte[] content :
        new byte[][] {file.toByteArray(), SyntheticData.gzip(file.toByteArray())}) {
      TableReader.Table table = read(content, USUAL);
      assertThat(table.features()).containsExactly("w", "h, in cm");
      assertThat(table.names()).containsExactly("oak", "ro\"se");
      assertThat(row(table.examples(), 0)).containsExactly(1, 2.5f);
      assertThat(row(table.examples(), 1)).containsExactly(3, 0.5f);
    }
  }

  @Test
  void takesColumnsByNumberWithoutAHeader() throws IOException {
    TableReader.Table table = read("9,1,b,2\n8,3,a,4\n7,5,b,6\n6,7,a,8\n", options("3", "", "1"));
    assertThat(table.features()).containsExactly("2", "4");
    assertThat(table.target()).isEqualTo("3");
    assertThat(row(table.examples(), 1)).containsExactly(3, 4);
    assertThat(table.names()).containsExactly("a", "b");
  }

  @Test
  void sortsClassesThatAreNumbersAsNumbers() throws IOException {
    TableReader.Table table = read("x,y\n1,10\n2,9\n3,10\n4,9\n", options("y", "CLASS", ""));
    assertThat(table.names()).containsExactly("9", "10");
    assertThat(table.examples().label(0)).isEqualTo(1);
    assertThat(table.guessed()).isEmpty();
  }

  @Test
  void readsNumbersToBeLearnt() throws IOException {
    TableReader.Table table = read("x,price\n1,10.5\n2,9\n", USUAL);
    assertThat(table.answer()).isEqualTo(Answer.NUMBERS);
    assertThat(table.guessed()).contains(Answer.NUMBERS);
    assertThat(table.names()).containsExactly("price");
    float[] number = new float[1];
    table.examples().copyNumbers(0, number, 0);
    assertThat(number).containsExactly(10.5f);
  }

  @Test
  void readsSeveralLabels() throws IOException {
    TableReader.Table table = read("red,x,big\n1,5,0\n0,6,1\n", options("big, red", "", ""));
    assertThat(table.answer()).isEqualTo(Answer.LABELS);
    assertThat(table.names()).containsExactly("big", "red");
    float[] labels = new float[2];
    table.examples().copyNumbers(1, labels, 0);
    assertThat(labels).containsExactly(1, 0);
    assertThat(read("a,b,x\n1,2,3\n4,5,6\n", options("a,b", "", "")).answer())
        .isEqualTo(Answer.NUMBERS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b,y;1,2,u;3,u|t.csv:3:1: error: wrong number of cells, found 2; expected 3 as in the first line",
        "a,b,y;1,2,u;3,4,u,5|t.csv:3:1: error: wrong number of cells, found 4; expected 3 as in the first line",
        "a,b,y;1,NaN,u|t.csv:2:3: error: bad number in column 'b', found 'NaN'; expected a finite number. Missing values are not filled in: take the row out, or leave the column out with 'ignore: b'",
        "a,b,y;1,-inf,u|t.csv:2:3: error: bad number in column 'b', found '-inf'; expected a finite number. Missing values are not filled in: take the row out, or leave the column out with 'ignore: b'",
        "a,b,y;1e39,2,u|t.csv:2:1: error: bad number in column 'a', found '1e39'; expected a finite number. Missing values are not filled in: take the row out, or leave the column out with 'ignore: a'",
        "a,b,y;0x1p3,2,u|t.csv:2:1: error: bad number in column 'a', found '0x1p3'; expected a finite number. Missing values are not filled in: take the row out, or leave the column out with 'ignore: a'",
        "a,b,y;1,,u|t.csv:2:3: error: an empty cell in column 'b'; expected a finite number. Missing values are not filled in: take the row out, or leave the column out with 'ignore: b'",
        "a,b,y;'1,5',2,u|t.csv:2:1: error: bad number in column 'a', found '1,5'; expected a finite number. Did you mean '1.5'?",
        "a,b,y;'1','x',u|t.csv:2:5: error: bad number in column 'b', found 'x'; expected a finite number. Missing values are not filled in: take the row out, or leave the column out with 'ignore: b'",
        "a,b,y;1,2,|t.csv:2:5: error: an empty cell in the target 'y'; expected a value",
        "a,b,y;1,2,u;3,4,u|t.csv: error: one class alone in column 'y', found 'u' in every row; expected two or more",
        "a,b,y;1,2,oak;3,4,oack;5,6,oak|t.csv:3:5: error: class 'oack' has one example, which cannot both train and test; expected two or more. Did you mean 'oak'? Known: oak",
        "a,a,y;1,2,u|t.csv:1:1: error: columns 1 and 2 have the same name 'a'; rename one, or leave it out with 'ignore: 2'",
        ",b,y;1,2,u|t.csv:1:1: error: column 1 has no name; name it, or leave it out with 'ignore: 1'",
        "a,b,y;1,2,0;3,4,1|t.csv: error: the target 'y' holds whole numbers, which may be classes or amounts; write 'as: classes' or 'as: numbers'",
        "a,b,y;1,2,'u;3,4,v|t.csv:2:1: error: a quote is opened in this row and never closed",
        "a,b,y;1,2,'u'v;3,4,v|t.csv:2:1: error: text behind a closing quote; expected a separator (a quote in a cell is written twice)",
        "a b y;1 2 u|t.csv:1:1: error: no column is left to learn from, found 1 column; is the 'separator' another?",
        "a,b,y|t.csv: error: holds no rows of examples",
        "''|t.csv: error: holds no rows of examples",
      })
  void refuses(String text, String message) {
    assertThat(problem(text.replace(';', '\n').replace('\'', '"'))).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "knd||''|t.csv:1:1: error: no column 'knd' for 'target'. Did you mean 'kind'? Known: w, h, kind",
        "4||''|t.csv:1:1: error: no column 4 for 'target'; expected 1 to 3",
        "kind||kind|t.csv: error: column 'kind' is both 'target' and in 'ignore'",
        "kind||w, 1|t.csv:1:1: error: 'ignore' names column 'w' twice",
        "kind||w,h|t.csv:1:1: error: no column is left to learn from, found 3 columns",
        "kind|NUMBERS|''|t.csv:2:5: error: bad number in column 'kind', found 'rose'; expected a finite number",
        "w|LABELS|kind|t.csv:3:1: error: bad label in column 'w', found '3'; expected 0 or 1",
        "'w,h'|CLASS|kind|t.csv:1:1: error: no column is left to learn from, found 3 columns",
        "'w,kind'|CLASS|''|t.csv: error: classes come in one column, found 2 in 'target'; expected one",
      })
  void refusesColumns(String target, String as, String ignore, String message) {
    byte[] content = FLOWERS.getBytes(StandardCharsets.UTF_8);
    assertThat(problem(content, options(target, as == null ? "" : as, ignore))).isEqualTo(message);
  }

  @Test
  void refusesOtherEncodingsWhereTheyBegin() {
    byte[] latin = "a,y\n1,u\n2,M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(problem(latin, USUAL))
        .isEqualTo("t.csv:3:4: error: not UTF-8; save the file with that encoding");
  }

  @Test
  void countsLinesAndColumnsBehindQuotedOnes() {
    assertThat(problem("a,\"b\nc\",y\n1,\"2\",u\n\"\u00e9\u4e2d\uD83D\uDE00\",x,u\n"))
        .startsWith("t.csv:4:1: error: bad number in column 'a'");
    assertThat(problem("a,b,y\n1,2,\"u\n,u\"\n3,\"x\ny\",u\n"))
        .startsWith("t.csv:4:3: error: bad number in column 'b', found 'x?y'");
  }

  @Test
  void refusesATargetThatIsNoClass() {
    StringBuilder text = new StringBuilder("x,id\n");
    for (int i = 0; i < 2500; i++) {
      text.append(i).append(",n").append(i).append('\n');
    }
    assertThat(problem(text.toString()))
        .isEqualTo(
            "t.csv: error: too many classes in column 'id', found more than 1000; is it the 'target'?");
  }
}
