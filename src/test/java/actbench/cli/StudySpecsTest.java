package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.claims.ClaimCatalog;
import actbench.claims.PublishedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every spec of the study makes a plan, in its full form and in the small one that it shows. */
final class StudySpecsTest {
  private static final Path FOLDER = Path.of("experiments/study");
  private static final Pattern SMALL = Pattern.compile("(?m)^# actbench run (\\S+) (.*)$");
  private static final Pattern CHANGE = Pattern.compile("--set (?:'([^']*)'|(\\S+))");

  static List<Path> specs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void plansTheFullForm(Path spec) throws IOException {
    assertThat(Files.readString(spec))
        .contains("Faithful", "\nname: " + name(spec) + "\n")
        .containsIgnoringCase("chosen");
    plans(spec.toString());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void plansTheSmallForm(Path spec) throws IOException {
    Matcher small = SMALL.matcher(Files.readString(spec));
    assertThat(small.find()).as("a command for the small form in " + spec).isTrue();
    assertThat(small.group(1)).isEqualTo(FOLDER + "/" + spec.getFileName());
    List<String> plan = new ArrayList<>(List.of(spec.toString()));
    Matcher change = CHANGE.matcher(small.group(2));
    while (change.find()) {
      plan.add("--set");
      plan.add(change.group(1) == null ? change.group(2) : change.group(1));
    }
    assertThat(plan).contains("name=" + name(spec) + "-small");
    plans(plan.toArray(String[]::new));
  }

  private static void plans(String... arguments) {
    CliResult result =
        CliResult.of(Stream.concat(Stream.of("plan"), Stream.of(arguments)).toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("Total: ");
  }

  /** The tables look for results by the names of specs. */
  @Test
  void hasASpecForEveryExperimentOfThePublishedTables() throws IOException {
    Set<String> names = new TreeSet<>();
    specs().forEach(spec -> names.add(name(spec)));
    Set<String> asked = new TreeSet<>();
    ClaimCatalog.published().stream().map(PublishedRow::experiments).forEach(asked::addAll);
    assertThat(names).containsAll(asked);
  }

  private static String name(Path spec) {
    return spec.getFileName().toString().replace(".yaml", "");
  }
}
