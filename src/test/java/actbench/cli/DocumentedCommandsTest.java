package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command that the documents show is one that the program understands, and what can be run at
 * once is run. {@code .ci/run} runs the README's first commands in full.
 */
final class DocumentedCommandsTest {
  private static final Pattern FENCE = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```");
  private static final Pattern INLINE =
      Pattern.compile("`((?:[^`\\n]*[ \"])?(?:\\./)?actbench [^`]+)`");
  private static final Pattern CALL = Pattern.compile("(?:^|[ \"])(?:\\./)?actbench +(\\S.*)$");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  /** What answers at once and writes nothing. */
  private static final Set<String> IMMEDIATE =
      Set.of(
          "plan",
          "validate",
          "data list",
          "verify --list",
          "activations list",
          "activations show",
          "activations eval",
          "models list",
          "models show");

  record Shown(String document, String command) {
    @Override
    public String toString() {
      return document + ": " + command;
    }
  }

  static List<Shown> shown() throws IOException {
    List<Shown> shown = new ArrayList<>();
    for (Path document : documents()) {
      String text = Files.readString(document);
      Matcher fences = FENCE.matcher(text);
      while (fences.find()) {
        fences.group(1).lines().forEach(line -> add(shown, document, line));
      }
      Matcher inline = INLINE.matcher(FENCE.matcher(text).replaceAll(""));
      while (inline.find()) {
        add(shown, document, inline.group(1));
      }
    }
    return shown;
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String folder : List.of("", "docs", "datasets", "bench")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
      }
    }
    return documents;
  }

  private static void add(List<Shown> shown, Path document, String line) {
    Matcher call = CALL.matcher(line.replaceFirst("\\s#\\s.*", "").strip());
    if (call.find()) {
      shown.add(new Shown(document.toString(), call.group(1)));
    }
  }

  @Test
  void findsTheCommandsOfTheReadme() throws IOException {
    assertThat(shown())
        .contains(new Shown("README.md", "run experiments/quickstart.yaml"))
        .hasSizeGreaterThan(15);
  }

  @ParameterizedTest
  @MethodSource("shown")
  void understandsWhatTheDocumentsShow(Shown shown) {
    List<String> words = words(shown.command());
    if (words.size() == 1) {
      // A command that is only spoken of.
      assertThat(Cli.commandLine().getSubcommands()).as(shown.toString()).containsKey(words.get(0));
      return;
    }
    assertThatCode(() -> Cli.commandLine().parseArgs(words.toArray(String[]::new)))
        .as(shown.toString())
        .doesNotThrowAnyException();
    if (words.get(0).equals("run") && isSpec(words)) {
      plan(shown, words);
    } else if (answersAtOnce(words)) {
      CliResult result = CliResult.of(words.toArray(String[]::new));
      assertThat(result.exitCode()).as(shown + "\n" + result.err()).isZero();
    }
  }

  private static boolean answersAtOnce(List<String> words) {
    boolean known =
        IMMEDIATE.contains(words.get(0))
            || (words.size() > 1 && IMMEDIATE.contains(words.get(0) + " " + words.get(1)));
    boolean complete = words.stream().noneMatch(DocumentedCommandsTest::isPlaceholder);
    boolean needsSpec = words.get(0).equals("plan") || words.get(0).equals("validate");
    return known && complete && (!needsSpec || isSpec(words));
  }

  private static boolean isSpec(List<String> words) {
    return words.size() > 1 && words.get(1).startsWith("experiments/");
  }

  /** Names that stand for a user's own: {@code DIR}, {@code NAME}. */
  private static boolean isPlaceholder(String word) {
    return word.matches("[A-Z][A-Z0-9_]*");
  }

  /** What would be trained must at least be there and make sense. */
  private static void plan(Shown shown, List<String> words) {
    List<String> plan = new ArrayList<>(List.of("plan", words.get(1)));
    for (int i = 2; i < words.size() - 1; i++) {
      if (words.get(i).equals("--set") || words.get(i).equals("-s")) {
        plan.add("--set");
        plan.add(words.get(i + 1));
      }
    }
    CliResult result = CliResult.of(plan.toArray(String[]::new));
    assertThat(result.exitCode()).as(shown + "\n" + result.err()).isZero();
  }

  /** The arguments; of a synopsis, the first of each choice. */
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command);
    while (matcher.find()) {
      if (matcher.group(3) == null) {
        words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        continue;
      }
      String word = matcher.group(3);
      if (word.matches("\\[?[\\w.=-]*\\|.*|\\[.*|.*\\]|.*\\.\\.\\.")) {
        word = word.replaceAll("[\\[\\]]|\\.\\.\\.", "").replaceFirst("\\|.*", "");
      }
      if (!word.isEmpty()) {
        words.add(word.equals("N") ? "1" : word);
      }
    }
    return words;
  }
}
