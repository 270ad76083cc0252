package actbench.engine;

import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where a kernel works.
 *
 * @param layer the layer's name in its network
 * @param parameters views of the network's parameters by key
 * @param seed the network's seed
 */
record Site(
    String layer, EnginePath path, DataType type, Map<String, INDArray> parameters, long seed) {
  boolean onednn() {
    return path == EnginePath.ONEDNN && type == DataType.FLOAT;
  }

  INDArray parameter(String key) {
    return parameters.get(key);
  }

  Buffer buffer() {
    return new Buffer(type);
  }
}
