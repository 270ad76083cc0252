package actbench.claims;

import actbench.compare.Comparison;
import actbench.compare.Setting;
import actbench.result.DataFact;
import actbench.result.Row;
import actbench.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts into words how runs were set up otherwise than published ones. */
final class SetUp {
  private final Claim claim;
  private final List<Row> rows;
  private final List<String> differences = new ArrayList<>();
  private final List<String> unpublished = new ArrayList<>();

  private SetUp(Claim claim, List<Row> rows) {
    this.claim = claim;
    this.rows = rows;
  }

  /** The differences, the weightiest first. */
  static List<String> differences(Claim claim, Comparison comparison, List<Row> rows) {
    SetUp setUp = new SetUp(claim, rows);
    setUp.data();
    setUp.network();
    setUp.compare("epochs", claim.epochs() == 0 ? "" : Integer.toString(claim.epochs()), "");
    for (String setting : RecipeBook.SETTINGS) {
      if (!setting.equals(claim.setting())) {
        String word = claim.recipe().inferred() ? "probably " : "";
        setUp.compare(setting, claim.recipe().settings().getOrDefault(setting, ""), word);
      }
    }
    if (!setUp.unpublished.isEmpty()) {
      setUp.differences.add("not published: " + String.join(", ", setUp.unpublished));
    }
    setUp.extras();
    setUp.seeds(comparison);
    setUp.diverged();
    if (claim.isRatio()) {
      setUp.differences.add("other hardware, so only the ratio of the times is compared");
    }
    return setUp.differences;
  }

  private void data() {
    Set<String> data = values("dataset");
    if (!data.equals(Set.of(StudyNames.dataset(claim.dataset())))) {
      differences.add("data " + String.join(", ", data));
    }
    rows.stream()
        .map(row -> row.facts().getOrDefault(DataFact.NAME, ""))
        .filter(fact -> !fact.isEmpty() && !fact.endsWith("(canonical)"))
        .distinct()
        .sorted()
        .forEach(fact -> differences.add("data: " + fact));
  }

  private void network() {
    if (claim.model().equals(StudyNames.LOST_NETWORK)) {
      differences.add("the network is lost, here " + String.join(", ", values("model")));
    }
  }

  /** A published text that is empty is not known. */
  private void compare(String setting, String published, String how) {
    Set<String> found = values(setting);
    String here = found.isEmpty() ? "unknown" : String.join(", ", found);
    String name = setting.replace('_', ' ');
    if (published.isEmpty()) {
      unpublished.add(setting.equals("epochs") ? name + " (here " + here + ")" : name);
    } else if (found.isEmpty()
        || !found.stream().allMatch(each -> RowMatch.same(setting, each, published))) {
      differences.add(name + " " + here + ", " + (how.isEmpty() ? "published " : how) + published);
    }
  }

  private void extras() {
    for (String extra : Place.EXTRAS) {
      Set<String> given = values(extra);
      given.removeIf(RowMatch::isOff);
      if (!given.isEmpty() && !extra.equals(claim.setting())) {
        differences.add("with " + extra.replace('_', ' ') + " " + String.join(", ", given));
      }
    }
  }

  private void seeds(Comparison comparison) {
    List<Setting> contested = comparison.contested();
    int seeds = contested.stream().mapToInt(setting -> setting.seeds().size()).min().orElse(0);
    int runs = claim.precision().runs();
    differences.add(count(seeds, "seed") + ", published " + count(runs, "run"));
    if (contested.size() > 1) {
      differences.add(
          "over " + contested.size() + " settings: " + String.join(", ", comparison.varied()));
    }
  }

  private void diverged() {
    Map<String, int[]> counts = new TreeMap<>();
    for (Row row : rows) {
      int[] count = counts.computeIfAbsent(row.settings().get("activation"), key -> new int[2]);
      count[0] += row.status() == Status.DIVERGED ? 1 : 0;
      count[1]++;
    }
    counts.forEach(
        (function, count) -> {
          if (count[0] > 0) {
            differences.add(
                function + " diverged in " + count[0] + " of " + count(count[1], "run"));
          }
        });
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private Set<String> values(String setting) {
    Set<String> values = new TreeSet<>();
    for (Row row : rows) {
      String value = row.settings().get(setting);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }
}
