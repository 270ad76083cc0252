package actbench.data;

import java.util.List;

/**
 * Rows of a table for a network that learnt from another one.
 *
 * @param examples their values in the order of the network's columns; with the numbers that are
 *     right where the table has them
 * @param labels their classes; -1 where the table has none
 */
public record TableRows(Examples examples, List<Integer> labels) {
  public TableRows {
    labels = List.copyOf(labels);
  }
}
