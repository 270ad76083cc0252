package actbench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.result.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ClaimCatalogTest {
  private static final List<Claim> CLAIMS = ClaimCatalog.claims();
  private static final Set<String> OF_TRAINING = Set.of("epochs by analogy", "better of two runs");
  private static final Pattern READ = Pattern.compile("digitised \\+-([0-9.]+)");

  private static Claim of(String id) {
    return CLAIMS.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static double error(PublishedRow row, String function) {
    return row.errors().getOrDefault(function, 0.0);
  }

  /**
   * Counted in the published tables: pairs of Mish, and in its own table beta-Mish, with every
   * other function that has a number of the same kind in the same place.
   */
  @Test
  void holdsEveryPublishedPair() {
    Map<String, Long> counts =
        CLAIMS.stream()
            .collect(Collectors.groupingBy(each -> each.metric().name(), Collectors.counting()));
    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("test_accuracy", 1059L),
                Map.entry("test_loss", 904L),
                Map.entry("test_top3_accuracy", 705L),
                Map.entry("test_top5_accuracy", 82L),
                Map.entry("train_accuracy", 2L),
                Map.entry("validation_accuracy", 2L),
                Map.entry("train_loss", 7L),
                Map.entry("validation_loss", 7L),
                Map.entry("train_dice_loss", 5L),
                Map.entry("validation_dice_loss", 5L),
                Map.entry("test_mse", 2L),
                Map.entry("test_auc", 2L),
                Map.entry("test_bpc", 3L),
                Map.entry("generator_loss", 3L),
                Map.entry("discriminator_loss", 3L),
                Map.entry("adversarial_accuracy", 4L),
                Map.entry("epoch_seconds", 7L),
                Map.entry("step_millis", 7L),
                Map.entry("train_seconds", 7L),
                Map.entry("inference_seconds", 7L),
                Map.entry("inference_micros", 4L),
                Map.entry("forward_micros", 2L),
                Map.entry("function_forward_micros", 15L),
                Map.entry("function_backward_micros", 15L),
                Map.entry("detection_ap", 6L),
                Map.entry("detection_ap50", 6L),
                Map.entry("detection_ap75", 5L),
                Map.entry("detection_ap_small", 3L),
                Map.entry("detection_ap_medium", 3L),
                Map.entry("detection_ap_large", 3L)));
  }

  @Test
  void knowsWhichWayEachMetricIsBetter() {
    for (Claim claim : CLAIMS) {
      String name = claim.metric().name();
      boolean more = name.contains("accuracy") || name.contains("_ap") || name.endsWith("auc");
      assertThat(claim.metric().better(2, 1)).as(name).isEqualTo(more);
      if (claim.metric().unit().equals(Metric.PROPORTION)) {
        assertThat(List.of(claim.firstScore(), claim.secondScore()))
            .as(claim.id())
            .allSatisfy(score -> assertThat(score).isBetween(0.0, 1.0));
      }
    }
  }

  @Test
  void namesNoClaimTwiceAndEverySource() {
    assertThat(new HashSet<>(CLAIMS.stream().map(Claim::id).toList())).hasSameSizeAs(CLAIMS);
    assertThat(CLAIMS).allSatisfy(claim -> assertThat(claim.source()).isNotBlank());
  }

  /** A pair that two sources print, or one source in two tables, is one claim. */
  @Test
  void holdsNoPairTwice() {
    Map<List<Object>, List<String>> alike = new HashMap<>();
    for (Claim claim : CLAIMS) {
      alike
          .computeIfAbsent(
              List.of(
                  List.of(claim.dataset(), claim.model(), claim.setting(), claim.value()),
                  List.of(claim.first(), claim.second(), claim.metric().name()),
                  List.of(claim.firstScore(), claim.secondScore())),
              key -> new ArrayList<>())
          .add(claim.id());
    }
    assertThat(alike.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
  }

  /** One published row is of one training, whatever was measured, and both files say the same. */
  @Test
  void agreesOnEpochsAndRunsWithThePublishedRows() {
    int met = 0;
    for (PublishedRow row : ClaimCatalog.published()) {
      for (Claim claim : CLAIMS) {
        if (isOf(claim, row)) {
          assertThat(claim.epochs()).as(claim.id()).isEqualTo(row.epochs());
          assertThat(claim.precision().runs()).as(claim.id()).isEqualTo(row.runs());
          if (!row.note().isEmpty() || OF_TRAINING.contains(claim.note())) {
            assertThat(claim.note()).as(claim.id()).isEqualTo(row.note());
          }
          met++;
        }
      }
    }
    assertThat(met).isEqualTo(140);
  }

  /** Whether a claim is of these two scores of a row. */
  private static boolean isOf(Claim claim, PublishedRow row) {
    return row.table().equals("benchmark-75")
        && StudyNames.dataset(claim.dataset()).equals(StudyNames.dataset(row.dataset()))
        && claim.model().equals(row.model())
        && claim.setting().isEmpty()
        && claim.metric().equals(row.metric())
        && claim.firstScore() == row.score(claim.first())
        && claim.secondScore() == row.score(claim.second());
  }

  /** The accuracies and the losses of a row are of the same runs. */
  @Test
  void knowsOneLengthOfTrainingForAllScoresOfARow() {
    Map<String, Set<Integer>> epochs = new TreeMap<>();
    for (Claim claim : CLAIMS) {
      if (claim.id().startsWith("benchmark75-")) {
        epochs
            .computeIfAbsent(claim.dataset() + " " + claim.model(), key -> new TreeSet<>())
            .add(claim.epochs());
      }
    }
    assertThat(epochs).hasSize(75);
    assertThat(epochs).allSatisfy((row, lengths) -> assertThat(lengths).as(row).hasSize(1));
    assertThat(of("benchmark75-cifar10-resnet-v2-20-mish-vs-swish").epochs()).isEqualTo(200);
  }

  @Test
  void saysWhatIsNoSingleRun() {
    List<PublishedRow> several =
        ClaimCatalog.published().stream().filter(row -> row.runs() > 1).toList();
    assertThat(several)
        .extracting(PublishedRow::label)
        .containsExactlyInAnyOrder("CIFAR-100 WRN 10-2, mean of 3 runs", "mean of 23 runs");
    assertThat(several)
        .allSatisfy(row -> assertThat(row.label()).contains("mean of " + row.runs()));
    assertThat(CLAIMS.stream().filter(claim -> claim.note().equals("better of two runs")))
        .hasSize(4);
  }

  /** Both scores of a plot are off by the error at most, so their difference by twice of it. */
  @Test
  void knowsTheErrorOfReadingWhereverAPlotIsTheSource() {
    int read = 0;
    for (Claim claim : CLAIMS) {
      Matcher matcher = READ.matcher(claim.source());
      if (matcher.find()) {
        double scale = claim.metric().unit().equals(Metric.PROPORTION) ? 100 : 10;
        double each = new BigDecimal(matcher.group(1)).doubleValue() / scale;
        assertThat(claim.precision().error()).as(claim.id()).isCloseTo(2 * each, within(1e-12));
        read++;
      }
    }
    assertThat(read).isEqualTo(167);
    // Mish is printed, ReLU was read.
    assertThat(of("sweep-depth-mnist-depth-net-depth-15-mish-vs-relu").precision().error())
        .isEqualTo(0.0015);
    assertThat(of("sweep-depth-mnist-depth-net-depth-15-mish-vs-swish").precision().error())
        .isZero();
    for (PublishedRow row : ClaimCatalog.published()) {
      Matcher matcher = READ.matcher(row.source());
      if (matcher.find() && row.scores().containsKey("mish")) {
        boolean printed = row.table().equals("depth");
        assertThat(error(row, "mish") > 0).as(row.label()).isNotEqualTo(printed);
      }
    }
  }

  @Test
  void knowsRecipes() {
    assertThat(of("benchmark75-mnist-lenet-4-mish-vs-relu").recipe().settings())
        .containsEntry("optimizer", "sgd")
        .containsEntry("learning_rate", "0.01")
        .containsEntry("batch_size", "128");
    Recipe squeezenet = of("squeezenet-23-runs-cifar10-squeezenet-mish-vs-swish").recipe();
    assertThat(squeezenet.settings()).containsEntry("optimizer", "adam");
    assertThat(squeezenet.inferred()).isFalse();
    assertThat(of("benchmark75-cifar10-resnet-v1-20-mish-vs-relu").recipe().inferred()).isTrue();
    assertThat(of("sweep-initializer-mnist-cnn-4-initializer-truncated-normal-mish-vs-swish"))
        .extracting(Claim::recipe)
        .isEqualTo(Recipe.UNKNOWN);
    assertThat(
            ClaimCatalog.published().stream()
                .filter(row -> row.table().equals("depth"))
                .map(PublishedRow::recipe))
        .allSatisfy(recipe -> assertThat(recipe.settings()).containsEntry("batch_size", "128"));
  }
}
