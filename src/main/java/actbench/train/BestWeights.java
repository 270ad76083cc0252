package actbench.train;

import java.util.function.Supplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The weights that a network had after its best epoch so far, running statistics included. */
final class BestWeights {
  private final ComputationGraph graph;
  private int epoch;
  private INDArray weights;

  BestWeights(ComputationGraph graph) {
    this.graph = graph;
  }

  /** Keeps the weights as they are after this epoch, the best one so far. */
  void keep(int best) {
    epoch = best;
    if (weights == null) {
      weights = graph.params().dup();
    } else {
      weights.assign(graph.params());
    }
  }

  /** The best epoch, counted from 1. */
  int epoch() {
    return epoch;
  }

  /** Does something while the network has its best weights; it has its own again afterwards. */
  <T> T during(Supplier<T> work) {
    INDArray own = graph.params().dup();
    graph.params().assign(weights);
    try {
      return work.get();
    } finally {
      graph.params().assign(own);
    }
  }
}
