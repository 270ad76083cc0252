package actbench.claims;

import actbench.result.Metric;
import java.util.Map;

/** Where published numbers were won: what runs must agree in to speak to them. */
sealed interface Published permits Claim, PublishedRow {
  /** By its published name. */
  String dataset();

  /** By its published name, see {@link StudyNames}. */
  String model();

  /** The setting that was swept, as a column name; empty for none. */
  String setting();

  /** Its value; empty for none. */
  String value();

  Metric metric();

  /** How long was trained; 0 if it was not published. */
  int epochs();

  Recipe recipe();

  /** Whether runs of these settings are of this data, network and value of the sweep. */
  default boolean isOf(Map<String, String> settings) {
    return RowMatch.isData(settings, dataset())
        && RowMatch.isNetwork(settings, model())
        && RowMatch.isSetting(settings, setting(), value());
  }
}
