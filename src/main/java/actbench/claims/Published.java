package actbench.claims;

import actbench.result.Metric;
import actbench.result.Row;

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

  /** Whether a row is of this data, network and value of the sweep. */
  default boolean isOf(Row row) {
    return RowMatch.isData(row, dataset())
        && RowMatch.isNetwork(row, model())
        && RowMatch.isSetting(row, setting(), value());
  }
}
