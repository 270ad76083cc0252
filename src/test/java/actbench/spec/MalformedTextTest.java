package actbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small file for each way of not being a YAML document that can be a spec. */
final class MalformedTextTest {
  private static final String TAB = ":2:1: error: a tab; expected spaces";
  private static final String OPEN_LIST =
      ":2:2: error: not valid YAML: expected ',' or ']', but got :";
  private static final String OPEN_QUOTE =
      ":1:6: error: not valid YAML: found unexpected end of stream";
  private static final String BAD_CHARACTER =
      ":1:4: error: not valid YAML: found character '@' that cannot start any token";
  private static final String TWO_COLONS =
      ":1:5: error: not valid YAML: mapping values are not allowed here";
  private static final String KEY_IS_LIST = ":1:4: error: not valid YAML: a key must be a text";
  private static final String BINARY = ":1:14: error: not valid YAML";
  private static final String ANCHOR =
      ":1:4: error: a YAML anchor; write the value out, or use 'variants'";
  private static final String ANCHORED_KEY = ANCHOR.replace("1:4", "1:1");
  private static final String ALIAS =
      ":1:4: error: a YAML alias; write the value out, or use 'variants'";
  private static final String TAG = ":1:4: error: a YAML tag; write the value without it";
  private static final String TOO_DEEP =
      ":1:16: error: nested too deeply; no spec needs more than 12 levels";
  private static final String EMPTY = ": error: is empty; expected settings";
  private static final String LIST = ":1:1: error: found a list; expected a map of settings";
  private static final String TEXT = ":1:1: error: found 'text'; expected a map of settings";
  private static final String TWO_DOCUMENTS =
      ":3:1: error: a second document; expected one spec in a file";
  private static final String NOT_UTF_8 =
      ":2:4: error: not UTF-8; save the file with that encoding";
  private static final String NUL =
      ":2:4: error: a control character, found '\\u0000'; expected text";
  private static final String TOO_LARGE = ": error: is larger than 1 MiB; no spec needs that much";
  private static final String DIRECTORY = ": error: is a directory; expected a YAML file";
  private static final String NO_FILE = ": error: no such file";
  private static final String FILE_NAME =
      ": error: the file's name cannot name the results, found 'My Grid'; expected up to 100"
          + " lower-case letters, digits, '.', '_' and '-', with a letter or digit in front, and no"
          + " device of Windows such as 'nul', or a 'name'";

  private static final String SPEC =
      "dataset: mnist\nmodel: depth-net\nactivation: mish\nepochs: 2\n";

  @TempDir private Path folder;

  private void refuses(byte[] content, String message) throws IOException {
    Path file = folder.resolve("grid.yaml");
    Files.write(file, content);
    refuses(file, message);
  }

  private void refuses(String content, String message) throws IOException {
    refuses(content.getBytes(StandardCharsets.UTF_8), message);
  }

  private static void refuses(Path file, String message) {
    SpecException thrown = catchThrowableOfType(SpecException.class, () -> load(file));
    assertThat(thrown).as("accepted").isNotNull();
    assertThat(thrown).hasMessage(file + message);
  }

  private static ExperimentSpec load(Path file) throws SpecException {
    return new SpecLoader(StudyVocabulary.vocabulary()).load(file, List.of());
  }

  @Test
  void refusesBrokenYaml() throws IOException {
    refuses("a:\n\t- 1\n", TAB);
    refuses("a: [1, 2\nb: 3\n", OPEN_LIST);
    refuses("a: \"x", OPEN_QUOTE);
    refuses("a: @x\n", BAD_CHARACTER);
    refuses("a: b: c\n", TWO_COLONS);
    refuses("? [a, b]\n: 1\n", KEY_IS_LIST);
    refuses("a: !!binary x\n", BINARY);
  }

  @Test
  void refusesAnchorsAliasesAndTags() throws IOException {
    refuses("a: &x 1\n", ANCHOR);
    refuses("a: &x [1]\n", ANCHOR);
    refuses("&x a: 1\n", ANCHORED_KEY);
    refuses("a: *x\n", ALIAS);
    refuses("a: !!int 3\n", TAG);
  }

  @Test
  void refusesAnAliasBombAtItsFirstAnchor() throws IOException {
    StringBuilder bomb = new StringBuilder("a: &a [1,1,1,1,1,1,1,1,1]\n");
    for (char c = 'b'; c <= 'z'; c++) {
      String before = "*" + (char) (c - 1);
      bomb.append(c).append(": &").append(c).append(" [");
      bomb.append(String.join(",", List.of(before, before, before, before))).append("]\n");
    }
    refuses(bomb.toString(), ANCHOR);
  }

  @Test
  void refusesDeepNesting() throws IOException {
    refuses("a: " + "[".repeat(100_000), TOO_DEEP);
    refuses("a: " + "[".repeat(13) + "]".repeat(13), TOO_DEEP);
  }

  @Test
  void refusesWhatIsNoMap() throws IOException {
    refuses("", EMPTY);
    refuses("# nothing\n", EMPTY);
    refuses("---\n", EMPTY);
    refuses("- a\n", LIST);
    refuses("text\n", TEXT);
    refuses("a: 1\n---\nb: 1\n", TWO_DOCUMENTS);
    refuses("a: 1\n---\n", TWO_DOCUMENTS);
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    refuses("a: 1\nb: \u00e4\n".getBytes(StandardCharsets.ISO_8859_1), NOT_UTF_8);
    refuses(
        "a: \uFFFD\nb: \u00e4".getBytes(StandardCharsets.UTF_16BE),
        NOT_UTF_8.replace("2:4", "1:7"));
    refuses("a: 1\nb: \0\n", NUL);
  }

  @Test
  void refusesLargeFiles() throws IOException {
    refuses("#".repeat(10 << 20), TOO_LARGE);
    refuses("#".repeat((1 << 20) + 1), TOO_LARGE);
    refuses("#".repeat(1 << 20), EMPTY);
  }

  @Test
  void refusesWhatIsNoFile() throws IOException {
    refuses(folder, DIRECTORY);
    refuses(folder.resolve("absent.yaml"), NO_FILE);
  }

  @Test
  void refusesAFileNameThatCannotNameTheResults() throws IOException {
    Path file = folder.resolve("My Grid.yaml");
    Files.writeString(file, SPEC);
    refuses(file, FILE_NAME);
  }

  @Test
  void acceptsAByteOrderMarkAndWindowsLineEnds() throws IOException, SpecException {
    Path file = folder.resolve("grid.yaml");
    Files.writeString(file, "\uFEFF" + SPEC.replace("\n", "\r\n"));
    assertThat(load(file).name()).isEqualTo("grid");
    Files.writeString(file, "\uFEFF" + SPEC.replace("\n", "\r\n") + "epochs: x");
    refuses(file, ":5:1: error: key 'epochs' is given twice; it is first given in line 4");
  }
}
