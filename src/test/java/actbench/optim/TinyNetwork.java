package actbench.optim;

import actbench.spec.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A network of 3, 4 and 2 units with batches that are the same for everybody. */
final class TinyNetwork {
  static final int BATCH = 5;

  private TinyNetwork() {}

  // Regularization is set on the layers: given to the network's builder, DL4J would apply it twice.
  static ComputationGraph build(DataType type, Optimizer optimizer, List<Regularization> kernel) {
    DenseLayer hidden = new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.TANH).build();
    OutputLayer out =
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nIn(4)
            .nOut(2)
            .activation(Activation.SOFTMAX)
            .build();
    for (BaseLayer layer : List.of(hidden, out)) {
      List<Regularization> weights = new ArrayList<>(kernel);
      weights.addAll(optimizer.decay());
      layer.setRegularization(weights);
      layer.setRegularizationBias(optimizer.decay());
    }
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .dataType(type)
                .updater(optimizer.updater())
                .graphBuilder()
                .addInputs("in")
                .addLayer("hidden", hidden, "in")
                .addLayer("out", out, "hidden")
                .setOutputs("out")
                .build());
    network.init();
    double[] start =
        new Initializer.Normal(0, 0.5)
            .draw(RandomStream.of(1, "start"), WeightShape.vector((int) network.numParams()));
    network.setParams(Nd4j.create(start).castTo(type).reshape(1, start.length));
    return network;
  }

  static DataSet batch(DataType type, int number) {
    RandomStream stream = RandomStream.of(number, "batch");
    double[] x = new Initializer.Normal(0, 1).draw(stream, WeightShape.vector(3 * BATCH));
    INDArray labels = Nd4j.zeros(type, BATCH, 2);
    for (int i = 0; i < BATCH; i++) {
      labels.putScalar(i, stream.nextInt(2), 1);
    }
    return new DataSet(Nd4j.create(x).castTo(type).reshape(BATCH, 3), labels);
  }

  static void train(ComputationGraph network, DataType type, int from, int to) {
    for (int i = from; i < to; i++) {
      network.fit(batch(type, i));
    }
  }

  static Choice choice(String name, Object... parameters) {
    Map<String, Object> map = new TreeMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      map.put((String) parameters[i], parameters[i + 1]);
    }
    return new Choice(name, new TreeMap<>(map));
  }
}
