package actbench.grid;

import java.util.List;
import java.util.Objects;

/**
 * All runs of an experiment, in the order in which they are trained.
 *
 * @param name the experiment's name, safe as a folder name
 * @param swept names of the settings that take more than one value, in the order of the spec
 * @param runs runs with distinct ids; seeds innermost, so that a stopped grid has whole replicates
 *     of few cells rather than parts of all
 */
public record Plan(String name, List<String> swept, List<RunConfig> runs) {
  public Plan {
    Objects.requireNonNull(name, "name");
    swept = List.copyOf(swept);
    runs = List.copyOf(runs);
  }
}
