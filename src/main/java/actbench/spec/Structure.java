package actbench.spec;

import java.util.List;

/** The keys of a spec that are no settings: which runs there are, and what is watched in them. */
final class Structure {
  static final String NAME = "name";
  static final String SEEDS = "seeds";
  static final String ZIP = "zip";
  static final String EXCLUDE = "exclude";
  static final String INCLUDE = "include";
  static final String VARIANTS = "variants";
  static final String MEASURE = "measure";

  /** All of them. */
  static final List<String> KEYS = List.of(NAME, SEEDS, ZIP, EXCLUDE, INCLUDE, VARIANTS, MEASURE);

  private Structure() {}

  /** What the key is for, in a few words. */
  static String doc(String key) {
    return switch (key) {
      case NAME -> "the results folder; the file's name if not given";
      case SEEDS -> "replicates of every run: how many, or a list of seeds";
      case ZIP -> "settings that move together: lists of one length";
      case EXCLUDE -> "runs to leave out: each entry names settings that all must match";
      case INCLUDE -> "further runs, on top of the settings that are not swept";
      case VARIANTS -> "sub-grids: each has settings of its own beside the shared ones";
      case MEASURE -> "what is watched in all runs, which changes none of them";
      default -> throw new IllegalArgumentException("no structural key: " + key);
    };
  }
}
