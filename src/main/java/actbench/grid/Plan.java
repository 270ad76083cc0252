package actbench.grid;

import java.util.List;
import java.util.Objects;

/**
 * All runs of an experiment, in the order in which they are trained.
 *
 * @param name the experiment's name, safe as a folder name
 * @param swept names of the settings that take more than one value, in the order of the spec; not
 *     those that differ only because one model has them and another has not
 * @param runs runs with distinct ids. The settings vary in the order of the spec, its last key
 *     fastest; within a setting the seeds follow each other, and within a seed the activations. So
 *     all activations of one setting and seed lie side by side: a grid that is stopped has whole
 *     pairs to compare, all but the last.
 */
public record Plan(String name, List<String> swept, List<RunConfig> runs) {
  public Plan {
    Objects.requireNonNull(name, "name");
    swept = List.copyOf(swept);
    runs = List.copyOf(runs);
  }
}
