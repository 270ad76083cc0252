package actbench.cli;

import actbench.grid.RunConfig;
import actbench.model.Blueprint;
import actbench.model.Cost;
import actbench.model.Model;
import java.util.Optional;

/**
 * A network of the catalogue, drawn for some data.
 *
 * @param run with its settings
 * @param network empty where it cannot be drawn for the data
 * @param problem why not; else empty
 */
record ModelCard(
    Model model,
    RunConfig run,
    Optional<Blueprint> network,
    int classes,
    int batch,
    Cost cost,
    String problem) {

  static ModelCard of(
      Model model, RunConfig run, Blueprint network, int classes, int batch, double speed) {
    Cost cost = Cost.of(network, batch, Cost.Rate.TWO_CORES.times(speed));
    return new ModelCard(model, run, Optional.of(network), classes, batch, cost, "");
  }

  static ModelCard broken(Model model, RunConfig run, String problem) {
    return new ModelCard(model, run, Optional.empty(), 0, 0, new Cost(0, 0), problem);
  }
}
