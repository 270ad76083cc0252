package actbench.compare;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything but treatment and seed: the place where treatments meet.
 *
 * @param label the settings that vary in this comparison: {@code depth=15 width=500}; {@code all}
 *     if none does, {@code without depth} where this one alone has none of them
 * @param values text by setting, those that never vary included
 * @param seeds the seeds that all cells have, in order; only these count
 * @param cells one per treatment that has runs here, in the order of the comparison's treatments
 * @param winners the treatments with the best result; several share the win, none wins where all
 *     diverged or only one competes
 */
public record Setting(
    String label,
    SortedMap<String, String> values,
    List<String> seeds,
    List<Cell> cells,
    List<String> winners) {
  public Setting {
    Objects.requireNonNull(label, "label");
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    seeds = List.copyOf(seeds);
    cells = List.copyOf(cells);
    winners = List.copyOf(winners);
  }

  /** The cell of a treatment, if it has runs here. */
  public Optional<Cell> cell(String treatment) {
    return cells.stream().filter(cell -> cell.treatment().equals(treatment)).findFirst();
  }

  /** Whether at least two treatments compete. */
  public boolean contested() {
    return cells.size() > 1 && !seeds.isEmpty();
  }
}
