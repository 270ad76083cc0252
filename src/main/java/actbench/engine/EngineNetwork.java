package actbench.engine;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.updater.graph.ComputationGraphUpdater;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Makes networks of our layers, and tells each layer what it can spare there. */
public final class EngineNetwork {
  private EngineNetwork() {}

  /**
   * A parameter of a network.
   *
   * @param layer the layer's name
   * @param values the network's own memory, in the parameter's shape
   */
  public record Placed(String layer, LayerParameter parameter, INDArray values) {}

  /** A network ready to train, with start values in its parameters. */
  public static ComputationGraph create(ComputationGraphConfiguration configuration) {
    // The layers keep their own memory; workspaces would only be opened and closed.
    configuration.setTrainingWorkspaceMode(WorkspaceMode.NONE);
    configuration.setInferenceWorkspaceMode(WorkspaceMode.NONE);
    ComputationGraph graph = new EngineGraph(configuration);
    graph.init();
    return tune(graph);
  }

  /**
   * The network that {@link org.deeplearning4j.util.ModelSerializer} wrote to a file, with the
   * state of its updater, ready to go on.
   */
  public static ComputationGraph restore(File file) throws IOException {
    ComputationGraph saved = ModelSerializer.restoreComputationGraph(file, true);
    ComputationGraph graph = new EngineGraph(saved.getConfiguration());
    graph.init(saved.params(), false);
    ComputationGraphUpdater updater = saved.getUpdater(false);
    if (updater != null && updater.getStateViewArray() != null) {
      graph.getUpdater().setStateViewArray(updater.getStateViewArray());
    }
    return tune(graph);
  }

  private static ComputationGraph tune(ComputationGraph graph) {
    Map<Integer, Integer> position = new HashMap<>();
    int[] order = graph.topologicalSortOrder();
    for (int i = 0; i < order.length; i++) {
      position.put(order[i], i);
    }
    for (GraphVertex vertex : graph.getVertices()) {
      if (vertex.hasLayer()
          && vertex.getLayer() instanceof LayerRuntime runtime
          && isFedByData(graph, vertex)) {
        runtime.kernel().skipInputGradient();
      }
      if (vertex instanceof VertexRuntime runtime && mayShareGradient(graph, vertex, position)) {
        runtime.kernel().shareGradient();
      }
    }
    return graph;
  }

  private static boolean isFedByData(ComputationGraph graph, GraphVertex vertex) {
    for (VertexIndices input : vertex.getInputVertices()) {
      if (!graph.getVertices()[input.getVertexIndex()].isInputVertex()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Backward, vertices run in falling position. A gradient handed to inputs p and q is added to
   * when another vertex that p feeds runs; q must have run before, or it would see the sum.
   */
  private static boolean mayShareGradient(
      ComputationGraph graph, GraphVertex vertex, Map<Integer, Integer> position) {
    for (VertexIndices p : vertex.getInputVertices()) {
      for (VertexIndices consumer : graph.getVertices()[p.getVertexIndex()].getOutputVertices()) {
        for (VertexIndices q : vertex.getInputVertices()) {
          if (consumer.getVertexIndex() != vertex.getVertexIndex()
              && q.getVertexIndex() != p.getVertexIndex()
              && position.get(consumer.getVertexIndex()) >= position.get(q.getVertexIndex())) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** All parameters of our layers, in the order they have in the network's memory. */
  public static List<Placed> parameters(ComputationGraph graph) {
    List<Placed> parameters = new ArrayList<>();
    for (int index : graph.topologicalSortOrder()) {
      GraphVertex vertex = graph.getVertices()[index];
      if (vertex.hasLayer() && vertex.getLayer() instanceof LayerRuntime runtime) {
        for (LayerParameter each : runtime.layerConf().parameters()) {
          parameters.add(new Placed(vertex.getVertexName(), each, runtime.getParam(each.key())));
        }
      }
    }
    return parameters;
  }

  /** What the network's {@link LossLayer} counts while it trains. */
  public static Tally tally(ComputationGraph graph) {
    return ((LossRuntime) graph.getOutputLayer(0)).tally();
  }
}
