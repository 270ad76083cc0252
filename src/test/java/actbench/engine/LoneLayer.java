package actbench.engine;

import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A layer without a network. */
final class LoneLayer {
  private final LayerRuntime runtime;
  private final Map<String, INDArray> gradients = new HashMap<>();

  LoneLayer(EngineLayer layer, DataType type, EnginePath path, INDArray input) {
    layer.setLayerName("layer");
    layer.setNIn(type(input), true);
    NeuralNetConfiguration conf =
        new NeuralNetConfiguration.Builder().seed(3).dataType(type).layer(layer).build();
    long length = layer.initializer().numParams(conf);
    INDArray parameters = length == 0 ? null : Nd4j.zeros(type, length);
    EnginePath before = EnginePath.current();
    EnginePath.choose(path);
    runtime = (LayerRuntime) layer.instantiate(conf, null, 0, parameters, true, type);
    EnginePath.choose(before);
    if (length > 0) {
      INDArray memory = Nd4j.valueArrayOf(new long[] {length}, Double.NaN, type);
      runtime.setBackpropGradientsViewArray(memory);
      gradients.putAll(EngineInitializer.INSTANCE.getGradientsFromFlattened(conf, memory));
    }
  }

  private static InputType type(INDArray input) {
    return input.rank() == 2
        ? InputType.feedForward(input.size(1))
        : InputType.convolutional(input.size(1), input.size(2), input.size(3), CNN2DFormat.NHWC);
  }

  INDArray parameter(String key) {
    return runtime.getParam(key);
  }

  INDArray gradient(String key) {
    return gradients.get(key);
  }

  void startStep(int step) {
    runtime.setIterationCount(step);
  }

  INDArray forward(INDArray input, boolean training) {
    return runtime.activate(input, training, LayerWorkspaceMgr.noWorkspaces());
  }

  INDArray backward(INDArray gradient) {
    return runtime.backpropGradient(gradient, LayerWorkspaceMgr.noWorkspaces()).getSecond();
  }
}
