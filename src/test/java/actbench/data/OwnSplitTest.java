package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.spec.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The parts of sets of the user's own. */
final class OwnSplitTest {
  static List<Float> values(Examples examples) {
    List<Float> values = new ArrayList<>();
    float[] row = new float[examples.shape().size()];
    for (int i = 0; i < examples.size(); i++) {
      examples.copy(i, Layout.FLAT, row, 0);
      values.add(row[0]);
    }
    return values;
  }

  /** Each example's value is its place. */
  private static Examples examples(int... classCounts) {
    int[] labels =
        IntStream.range(0, classCounts.length)
            .flatMap(label -> IntStream.generate(() -> label).limit(classCounts[label]))
            .toArray();
    float[] values = new float[labels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return Examples.table(1, classCounts.length, values, labels);
  }

  private static LoadedDataset cut(
      Examples train, Optional<Examples> test, Map<String, Object> given) {
    Dataset dataset =
        new Dataset(
            "own",
            List.of(),
            new Dataset.Content(
                Dataset.Format.OWN, train.shape(), List.of("a", "b"), train.size(), 0),
            new Dataset.Source(Dataset.Origin.OWN, "", List.of(), List.of()));
    return OwnSplit.of(new Choice("csv", new TreeMap<>(given)))
        .cut(new WholeDataset(dataset, train, test, Provenance.own("own", "0".repeat(64))));
  }

  private static LoadedDataset cut(Examples all, Map<String, Object> given) {
    return cut(all, Optional.empty(), given);
  }

  @Test
  void keepsTheSharesOfTheClasses() {
    LoadedDataset parts = cut(examples(180, 20), Map.of("validation", 0.1, "test", 0.25));
    assertThat(parts.test().classCounts()).containsExactly(45, 5);
    assertThat(parts.validation().orElseThrow().classCounts()).containsExactly(18, 2);
    assertThat(parts.train().classCounts()).containsExactly(117, 13);
  }

  @Test
  void sharesNoExampleAndLosesNone() {
    LoadedDataset parts = cut(examples(37, 24), Map.of("validation", 7L, "test", 11L));
    List<Float> all = new ArrayList<>(values(parts.train()));
    all.addAll(values(parts.validation().orElseThrow()));
    all.addAll(values(parts.test()));
    assertThat(all).hasSize(61).doesNotHaveDuplicates();
  }

  @Test
  void drawsBySeedAlone() {
    List<Float> one = values(cut(examples(50, 50), Map.of()).test());
    assertThat(values(cut(examples(50, 50), Map.of("split-seed", 0L)).test())).isEqualTo(one);
    assertThat(values(cut(examples(50, 50), Map.of("split-seed", 1L)).test())).isNotEqualTo(one);
  }

  @Test
  void leavesEachClassAnExampleToTrainOn() {
    LoadedDataset parts = cut(examples(10, 2), Map.of("test", 0.5, "validation", 0.25));
    assertThat(parts.train().classCounts()).containsExactly(2, 1);
    assertThatThrownBy(() -> cut(examples(2, 2), Map.of("test", 3L)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "data set 'own': 'test' would hold out the last example of a class, found 3; expected at most 2");
  }

  @Test
  void takesATestSetThatCameApart() {
    Optional<Examples> tests = Optional.of(examples(6, 2));
    assertThat(cut(examples(8, 8), tests, Map.of()).test().size()).isEqualTo(8);
    LoadedDataset parts = cut(examples(8, 8), tests, Map.of("test", 0.5, "validation", 0.25));
    assertThat(parts.test().classCounts()).containsExactly(3, 1);
    assertThat(parts.train().size()).isEqualTo(12);
  }

  @Test
  void cutsNumbersAsOneClass() {
    Examples numbers = Examples.table(1, 2, new float[] {0, 1, 2, 3, 4}, new float[10]);
    LoadedDataset parts = cut(numbers, Map.of());
    assertThat(parts.test().size()).isEqualTo(1);
    assertThat(parts.train().size()).isEqualTo(4);
  }

  @Test
  void refusesPartsThatDoNotFit() {
    assertThatThrownBy(() -> cut(examples(3, 3), Map.of("test", 6L)))
        .hasMessage(
            "data set 'own': its 6 examples cannot give any to train, 0 to validate and 6 to test");
    assertThatThrownBy(() -> cut(examples(3, 3), Map.of("train", 6L)))
        .hasMessage(
            "data set 'own': its 6 examples cannot give 6 to train, 0 to validate and 1 to test");
    assertThatThrownBy(() -> cut(examples(3, 3), Map.of("test", 0.01)))
        .hasMessageEndingWith("and 0 to test");
  }
}
