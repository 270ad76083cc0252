package actbench.activation.check;

import actbench.activation.ActivationException;
import actbench.activation.ElementFunction;
import actbench.activation.NeuralActivation;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Checks a function as part of a network: on arrays and views, saved and restored. */
public final class ArrayCheck {
  private ArrayCheck() {}

  /** All findings, good and bad. */
  public static List<Finding> of(ElementFunction function) {
    return List.of(views(function), restored(function));
  }

  private static Finding views(ElementFunction function) {
    String name = "in place on views of any order";
    NeuralActivation activation = new NeuralActivation(function);
    INDArray whole = Nd4j.linspace(DataType.FLOAT, -6.013, 12.0 / 479, 480).reshape(10, 6, 8);
    INDArray[] views = {
      whole.dup(),
      whole.dup('f'),
      whole.dup().permute(2, 0, 1),
      whole.dup().get(NDArrayIndex.interval(3, 7)),
      whole.dup().get(NDArrayIndex.all(), NDArrayIndex.interval(1, 2, 5), NDArrayIndex.all()),
      whole.dup().get(NDArrayIndex.point(4)).transpose(),
    };
    for (INDArray view : views) {
      float[] x = view.dup('c').data().asFloat();
      float[] y = new float[x.length];
      float[] dx = new float[x.length];
      INDArray upstream = view.rsub(1.5);
      function.forward(x, y, 0, x.length);
      function.backward(x, upstream.dup('c').data().asFloat(), dx, 0, x.length);
      INDArray gradient = activation.backprop(view.dup(), upstream).getFirst();
      activation.getActivation(view, true);
      if (!same(view, y) || !same(gradient, dx)) {
        return Finding.failed(name, "another result for shape " + view.shapeInfoToString());
      }
    }
    return Finding.passed(name, views.length + " layouts, the same bits");
  }

  private static boolean same(INDArray got, float[] want) {
    return java.util.Arrays.equals(got.dup('c').data().asFloat(), want);
  }

  private static Finding restored(ElementFunction function) {
    String name = "saved and restored";
    MultiLayerConfiguration network =
        new NeuralNetConfiguration.Builder()
            .list()
            .layer(new ActivationLayer.Builder().activation(new NeuralActivation(function)).build())
            .build();
    MultiLayerConfiguration restored = MultiLayerConfiguration.fromJson(network.toJson());
    ActivationLayer layer = (ActivationLayer) restored.getConf(0).getLayer();
    try {
      ElementFunction back =
          (ElementFunction) ((NeuralActivation) layer.getActivationFn()).function();
      for (double x : new double[] {-3, -0.5, 0.25, 2}) {
        if (back.value(x) != function.value(x)) {
          return Finding.failed(name, "another value at " + x + " after it was restored");
        }
      }
    } catch (ActivationException e) {
      return Finding.failed(name, e.getMessage());
    }
    return Finding.passed(name, "in a network's JSON");
  }
}
