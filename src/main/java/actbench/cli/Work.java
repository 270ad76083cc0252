package actbench.cli;

import actbench.data.DatasetCatalog;
import actbench.data.OwnData;
import actbench.grid.RunConfig;
import actbench.model.Blueprint;
import actbench.spec.Choice;

/** How much work a run is, in multiplications; good for ratios between runs, not for seconds. */
final class Work {
  /** Forward, gradient of the weights, gradient of the inputs. */
  private static final double PASSES = 3;

  /** What a step costs however small it is, in multiplications. */
  private static final double STEP = 2e6;

  private Work() {}

  static double of(RunConfig run) {
    Blueprint network = Preflight.blueprint(run);
    double examples = examples(run.choice("dataset"));
    double steps = Math.ceil(examples / run.integer("batch-size"));
    return run.integer("epochs")
        * (PASSES * examples * network.multiplyAdds() + steps * STEP * network.nodes().size());
  }

  private static double examples(Choice dataset) {
    if (OwnData.is(dataset)) {
      return OwnData.sizes(dataset).get(0);
    } else if (dataset.parameters().containsKey("train")) {
      return dataset.integer("train");
    }
    return DatasetCatalog.standard().find(dataset).orElseThrow().content().train();
  }
}
