package actbench.grid;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.spec.Choice;
import actbench.spec.SpecException;
import actbench.spec.SpecLoader;
import actbench.spec.StudyVocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunIdTest {
  private static final List<String> KEYS =
      List.of(
          "dataset: {name: mnist, test: 1000, train: 5000}",
          "model: depth-net",
          "depth: 18",
          "activation: {name: beta-mish, beta: 0.30000000000000004}",
          "epochs: 2",
          "optimizer: {name: sgd, momentum: 0.9, nesterov: true}",
          "learning-rate: 1e-5",
          "regularizer: {name: l2, factor: 1e-4, on: all}",
          "dropout: 0");

  @TempDir private Path folder;

  private List<String> ids(List<String> lines) throws IOException, SpecException {
    Path file = folder.resolve("grid.yaml");
    Files.write(file, lines);
    return Grid.expand(new SpecLoader(StudyVocabulary.vocabulary()).load(file, List.of()))
        .runs()
        .stream()
        .map(RunConfig::id)
        .toList();
  }

  /**
   * These ids are in people's results: if this test fails, no finished run is found again. The
   * hashes were computed with Python's hashlib from the canonical JSON written by hand.
   */
  @Test
  void neverChanges() throws Exception {
    assertThat(ids(KEYS))
        .containsExactly("mnist-depth-net-d18-beta-mish-0.3000000000000000-s1-01f4aea1");
    assertThat(
            ids(
                List.of(
                    "dataset: xor",
                    "model: [xor-net, mlp]",
                    "activation: [mish, lrelu]",
                    "epochs: 500")))
        .containsExactly(
            "xor-xor-net-mish-s1-ff5604a3",
            "xor-xor-net-leaky-relu-s1-406bb693",
            "xor-mlp-d2-mish-s1-4bb18d99",
            "xor-mlp-d2-leaky-relu-s1-a555712e");
  }

  @Test
  void ignoresTheOrderOfKeys() throws Exception {
    List<String> expected = ids(KEYS);
    List<String> keys = new ArrayList<>(KEYS);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(keys, new Random(i));
      assertThat(ids(keys)).isEqualTo(expected);
    }
    keys.replaceAll(
        key ->
            key.replace(
                "{name: sgd, momentum: 0.9, nesterov: true}",
                "{nesterov: true, momentum: 0.90, name: sgd}"));
    assertThat(ids(keys)).isEqualTo(expected);
  }

  @Test
  void ignoresTheRestOfTheGrid() throws Exception {
    List<String> keys = new ArrayList<>(KEYS);
    keys.replaceAll(key -> key.replace("depth: 18", "depth: [15, 18, 21]"));
    keys.addAll(List.of("name: other", "seeds: 3"));
    assertThat(ids(keys)).containsAll(ids(KEYS)).hasSize(9).doesNotHaveDuplicates();
  }

  @Test
  void ignoresTheLocale() throws Exception {
    List<String> expected = ids(KEYS);
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("tr-TR", "de-DE", "ar-SA-u-nu-arab", "th-TH-u-ca-buddhist")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(ids(KEYS)).as(tag).isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void changesWithEverySetting() throws Exception {
    List<String> all = new ArrayList<>(ids(KEYS));
    for (String change :
        List.of(
            "train: 5000/train: 5001",
            "depth: 18/depth: 19",
            "beta: 0.3/beta: 0.4",
            "epochs: 2/epochs: 3",
            "true/false",
            "1e-5/2e-5",
            "on: all/on: dense",
            "dropout: 0/dropout: 1e-9",
            "model: depth-net/model: mlp")) {
      String[] parts = change.split("/", -1);
      List<String> keys = new ArrayList<>(KEYS);
      keys.replaceAll(key -> key.replace(parts[0], parts[1]));
      all.addAll(ids(keys));
    }
    assertThat(all).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void isAFileNameEverywhere() {
    TreeMap<String, Object> settings =
        new TreeMap<>(
            Map.of(
                "dataset",
                Choice.of("d".repeat(500)),
                "model",
                Choice.of("nul.x"),
                "depth",
                2147483647L,
                "activation",
                new Choice(
                    "formula",
                    new TreeMap<>(Map.of("a", -1e-300, "text", "../X:*?<>|\\ \"é\n..")))));
    String id = new RunId().of(settings, Long.MAX_VALUE);
    assertThat(id).matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?").doesNotContain("..");
    assertThat(id.length()).isLessThanOrEqualTo(140);
    assertThat(Arrays.asList(id.split("-", -1))).doesNotContain("");
  }

  @Test
  void tellsWhatIsLearnedFromWhatIsNot() throws Exception {
    List<String> spec = List.of("dataset: mnist", "model: mlp", "epochs: 1");
    List<String> ids = new ArrayList<>();
    for (String swish :
        List.of("swish", "{name: swish, learnable: false}", "{name: swish, learnable: true}")) {
      List<String> lines = new ArrayList<>(spec);
      lines.add("activation: " + swish);
      ids.addAll(ids(lines));
    }
    assertThat(ids.get(1)).isEqualTo(ids.get(0));
    assertThat(ids.get(2)).startsWith("mnist-mlp-d2-swish-learnable-s1-");
  }
}
