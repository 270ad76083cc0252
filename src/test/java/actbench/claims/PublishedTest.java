package actbench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.model.ModelCatalog;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PublishedTest {
  private static final List<PublishedRow> ROWS = ClaimCatalog.published();

  private static List<PublishedRow> of(String table) {
    return ROWS.stream().filter(row -> row.table().equals(table)).toList();
  }

  private static long wins(String table, String function) {
    return of(table).stream().filter(row -> row.winners().contains(function)).count();
  }

  @Test
  void recountsTheBenchmark() {
    List<PublishedRow> rows = of("benchmark-75");
    assertThat(rows).hasSize(75);
    assertThat(ahead(rows, "relu")).isEqualTo(58);
    assertThat(ahead(rows, "swish")).isEqualTo(53);
  }

  private static long ahead(List<PublishedRow> rows, String rival) {
    return rows.stream()
        .map(Reproduced::notRun)
        .filter(row -> row.publishedAhead("mish", rival).orElseThrow() > 0)
        .count();
  }

  /** The tie of the capsule network counts for both, as in the article. */
  @Test
  void recountsTheBetaMishTableWithTheCorrectedRow() {
    assertThat(of("beta-mish")).hasSize(8);
    assertThat(
            List.of(
                wins("beta-mish", "relu"),
                wins("beta-mish", "swish"),
                wins("beta-mish", "mish"),
                wins("beta-mish", "beta-mish")))
        .containsExactly(1L, 1L, 2L, 5L);
  }

  @Test
  void knowsTheSweepsOfBothDataSets() {
    assertThat(of("depth")).hasSize(11);
    assertThat(of("batch-size")).hasSize(4);
    assertThat(of("optimizers")).hasSize(17);
    assertThat(of("initializers")).hasSize(20);
    assertThat(of("learning-rates")).hasSize(14);
    assertThat(of("dropout")).hasSize(9);
    assertThat(of("squeezenet").get(0).winners()).containsExactly("e-swish");
    assertThat(of("depth").get(10).score("mish")).isEqualTo(0.8516);
    assertThat(of("optimizers").get(0).score("relu")).isNaN();
  }

  @Test
  void namesNetworksOfTheCatalogue() {
    Set<String> models = new TreeSet<>();
    ModelCatalog.all().forEach(model -> models.add(model.name()));
    Set<String> unknown = new TreeSet<>();
    for (PublishedRow row : ROWS) {
      String model = StudyNames.network(row.model()).get("model");
      if (!row.experiments().isEmpty() && !models.contains(model)) {
        unknown.add(row.model());
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(StudyNames.network("resnet-v2-56"))
        .containsEntry("model", "resnet-v2")
        .containsEntry("depth", "56");
    assertThat(StudyNames.network("wrn-16-4"))
        .containsEntry("model", "wide-resnet")
        .containsEntry("depth", "16")
        .containsEntry("width", "4");
    assertThat(StudyNames.dataset("cifar10")).isEqualTo("cifar-10");
  }

  @Test
  void listsTheCriteriaOfTheArticle() {
    assertThat(ClaimCatalog.criteria()).hasSize(10);
    assertThat(ClaimCatalog.criteria())
        .allSatisfy(
            criterion ->
                assertThat(criterion.tables())
                    .allSatisfy(table -> assertThat(of(table)).isNotEmpty()));
  }

  /** Every value that a range names is one of its sweep, so that none is misspelt. */
  @Test
  void knowsWhereTheCriteriaClaimAWin() {
    assertThat(claimed())
        .containsExactly(
            "number of layers 10 of 11",
            "batch size 3 of 4",
            "optimizer 15 of 17",
            "learning rate 10 of 14",
            "initializer 18 of 20",
            "regularizer 6 of 6",
            "dropout 9 of 9",
            "dense units 6 of 8",
            "data augmentation 2 of 2",
            "mixup 4 of 4");
  }

  private static List<String> claimed() {
    return ClaimCatalog.criteria().stream()
        .map(
            criterion -> {
              List<PublishedRow> rows = ROWS.stream().filter(criterion::isAbout).toList();
              return criterion.name()
                  + " "
                  + rows.stream().filter(criterion::claims).count()
                  + " of "
                  + rows.size();
            })
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "all | * | true",
        "all but nadam, sgd | adam | true",
        "all but nadam, sgd | sgd | false",
        "> 15 | 15 | false",
        "> 15 | 16 | true",
        "< 0.1 or 1 | 0.00001 | true",
        "< 0.1 or 1 | 0.1 | false",
        "< 0.1 or 1 | 1.0 | true",
        "< 0.1 or 1 | 10 | false",
        "l1, l2 | l1-l2 | false",
        "> 15 | none | false"
      })
  void tellsWhatIsInARange(String range, String value, boolean within) {
    assertThat(new Range(range).contains(value)).isEqualTo(within);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "> fifteen", "< 0.1 or ", "all but "})
  void refusesWhatIsNoRange(String words) {
    assertThatThrownBy(() -> new Range(words))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no range '" + words + "'");
  }
}
