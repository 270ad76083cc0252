package actbench.cli;

import actbench.result.DataFact;
import actbench.result.RunResult;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Says of each data set once that results are on other bytes than the published ones. */
final class UnpublishedData {
  private final Set<String> told = new HashSet<>();

  /** The warning, unless it was given before. */
  synchronized Optional<String> warning(RunResult result) {
    String data = result.facts().getOrDefault(DataFact.NAME, "");
    return DataFact.isUnpublished(data) && told.add(data)
        ? Optional.of("these results are not on the published data: " + data)
        : Optional.empty();
  }
}
