package actbench.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The recipes of the study by where a number was published, its data and its network. */
final class RecipeBook {
  /** What a recipe may say, as column names; the order in which differences are told. */
  static final List<String> SETTINGS =
      List.of("optimizer", "learning_rate", "batch_size", "initializer");

  private record Entry(
      List<String> origins, List<String> datasets, List<String> models, Recipe recipe) {
    boolean speaksOf(String origin, String dataset, String model) {
      return (origins.isEmpty() || origins.contains(origin))
          && (datasets.isEmpty() || datasets.contains(dataset))
          && models.contains(model);
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  /**
   * Reads the rows of a table of recipes; an empty cell of origins or data sets stands for all.
   *
   * @param rows cell by column name
   */
  RecipeBook(List<Map<String, String>> rows) {
    for (Map<String, String> row : rows) {
      Map<String, String> settings = new TreeMap<>();
      for (String setting : SETTINGS) {
        if (!row.get(setting).isEmpty()) {
          settings.put(setting, row.get(setting));
        }
      }
      entries.add(
          new Entry(
              ClaimCatalog.words(row.get("origins")),
              ClaimCatalog.words(row.get("datasets")).stream().map(StudyNames::dataset).toList(),
              ClaimCatalog.words(row.get("models")),
              new Recipe(settings, row.get("basis").equals("inferred"), row.get("source"))));
    }
  }

  /** The first recipe that speaks of this network there. */
  Recipe find(String origin, String dataset, String model) {
    return entries.stream()
        .filter(entry -> entry.speaksOf(origin, StudyNames.dataset(dataset), model))
        .map(Entry::recipe)
        .findFirst()
        .orElse(Recipe.UNKNOWN);
  }
}
