package actbench.engine;

import java.nio.FloatBuffer;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Counts the responses in which an activation is flat, so that hardly any gradient passes: those
 * with |f'(z)| below {@link #FLAT}.
 *
 * <p>It looks on at inference between {@link #start} and {@link #stop}, and does nothing before and
 * after. Not for use by several threads.
 */
public final class Saturation {
  /** A slope below this counts as flat. */
  public static final double FLAT = 0.01;

  /** Numbers that are looked at together. */
  private static final long STRETCH = 1 << 20;

  private final ComputationGraph graph;
  private final SortedMap<String, Double> shares = new TreeMap<>();
  private Buffer ones;
  private Buffer slopes;

  /** A count in a network of our layers, of which others are passed over. */
  public Saturation(ComputationGraph graph) {
    this.graph = graph;
  }

  /** Looks on from now. */
  public void start() {
    shares.clear();
    ones = new Buffer(graph.getConfiguration().getDataType());
    slopes = new Buffer(graph.getConfiguration().getDataType());
    for (GraphVertex vertex : graph.getVertices()) {
      watch(vertex, (z, slope) -> shares.put(vertex.getVertexName(), share(z, slope)));
    }
  }

  /**
   * Looks on no longer.
   *
   * @return by the name of each vertex with an activation, the share of flat responses in what it
   *     was last given
   */
  public SortedMap<String, Double> stop() {
    for (GraphVertex vertex : graph.getVertices()) {
      watch(vertex, null);
    }
    ones = null;
    slopes = null;
    return new TreeMap<>(shares);
  }

  private static void watch(GraphVertex vertex, ResponseWatch watch) {
    if (vertex instanceof VertexRuntime runtime) {
      runtime.kernel().watch(watch);
    } else if (vertex.hasLayer() && vertex.getLayer() instanceof LayerRuntime runtime) {
      runtime.kernel().watch(watch);
    }
  }

  private double share(INDArray z, ResponseWatch.Slope slope) {
    INDArray flat = z.reshape(z.length());
    long example = z.length() / z.size(0);
    long step = Math.max(1, STRETCH / example) * example;
    long count = 0;
    for (long from = 0; from < z.length(); from += step) {
      long length = Math.min(step, z.length() - from);
      INDArray dz = slopes.of(length);
      slope.backward(
          flat.get(NDArrayIndex.interval(from, from + length)), ones.of(length).assign(1), dz);
      count += count(dz);
    }
    return (double) count / z.length();
  }

  private static long count(INDArray slopes) {
    long count = 0;
    if (slopes.dataType() == DataType.FLOAT) {
      FloatBuffer memory = Memory.floats(slopes);
      for (int i = 0; i < memory.capacity(); i++) {
        count += Math.abs(memory.get(i)) < FLAT ? 1 : 0;
      }
      return count;
    }
    for (double each : Memory.read(slopes)) {
      count += Math.abs(each) < FLAT ? 1 : 0;
    }
    return count;
  }
}
