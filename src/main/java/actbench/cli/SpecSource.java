package actbench.cli;

import actbench.grid.Grid;
import actbench.grid.Plan;
import actbench.spec.ExperimentSpec;
import actbench.spec.SpecException;
import actbench.spec.SpecLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The spec that a command works on, with what the command line changes in it. */
final class SpecSource {
  @Parameters(index = "0", paramLabel = "SPEC", description = "The experiment's YAML file.")
  private Path file;

  @Option(
      names = {"-s", "--set"},
      paramLabel = "KEY=VALUE",
      description = {
        "Changes a setting of the spec; a list sweeps it.",
        "Examples: --set epochs=3, --set depth=15,25, --set optimizer.momentum=0.9"
      })
  private List<String> overrides = new ArrayList<>();

  ExperimentSpec load() throws SpecException {
    return new SpecLoader(Names.vocabulary()).load(file, overrides);
  }

  /** The spec with this many seeds, counted from 1. */
  ExperimentSpec withSeeds(int seeds) throws SpecException {
    List<String> all = new ArrayList<>(overrides);
    all.removeIf(each -> each.strip().startsWith("seeds="));
    all.add("seeds=" + seeds);
    return new SpecLoader(Names.vocabulary()).load(file, all);
  }

  static Plan plan(ExperimentSpec spec) throws SpecException {
    return Grid.expand(spec);
  }

  Path file() {
    return file;
  }
}
