package actbench.model;

import actbench.activation.NeuralActivation;
import actbench.engine.Loss;
import actbench.engine.Tally;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The layers that Deeplearning4j ships; images are channels first. */
public final class StockLayers implements Layers {

  @Override
  public boolean channelsLast() {
    return false;
  }

  @Override
  public ComputationGraph create(NetworkPlan plan) {
    ComputationGraph graph = new ComputationGraph(configure(plan));
    graph.init();
    return graph;
  }

  @Override
  public String vertex(Blueprint blueprint, Node node) {
    return node.name();
  }

  @Override
  public Tally tally(ComputationGraph graph) {
    BaseOutputLayer output = (BaseOutputLayer) graph.getOutputLayer(0).conf().getLayer();
    return ((TalliedLoss) output.getLossFn()).tally();
  }

  private static ComputationGraphConfiguration configure(NetworkPlan plan) {
    Blueprint blueprint = plan.blueprint();
    Shape in = blueprint.input();
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(plan.seed())
            .dataType(DataType.FLOAT)
            .updater(plan.updater())
            .activation(Activation.IDENTITY)
            .cacheMode(CacheMode.DEVICE)
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
            .graphBuilder()
            .addInputs(Blueprint.INPUT)
            .setInputTypes(InputType.convolutional(in.height(), in.width(), in.channels()));
    for (Node node : blueprint.nodes()) {
      String[] inputs = node.inputs().toArray(String[]::new);
      if (node.op() instanceof Op.Add) {
        graph.addVertex(node.name(), new ElementWiseVertex(ElementWiseVertex.Op.Add), inputs);
      } else if (node.op() instanceof Op.Flatten) {
        graph.addVertex(
            node.name(), new PreprocessorVertex(new ChannelsLastFlatten(node.input())), inputs);
      } else {
        Layer layer = layer(node, new NeuralActivation(plan.activation().function()));
        graph.addLayer(
            node.name(), layer instanceof BaseLayer base ? plan.regularize(base) : layer, inputs);
      }
    }
    Node last = blueprint.nodes().get(blueprint.nodes().size() - 1);
    return graph.setOutputs(last.name()).build();
  }

  private static Layer layer(Node node, IActivation activation) {
    Op op = node.op();
    if (op instanceof WindowOp.Convolution conv && conv.groups() == 1) {
      Patch patch = conv.patch();
      return new ConvolutionLayer.Builder(patch.height(), patch.width())
          .stride(patch.stride(), patch.stride())
          .convolutionMode(mode(patch.padding()))
          .padding(patch.padding().rows(), patch.padding().columns())
          .nIn(node.input().channels())
          .nOut(conv.filters())
          .hasBias(conv.bias())
          .build();
    } else if (op instanceof Op.Dense dense) {
      return new DenseLayer.Builder()
          .nIn(node.input().size())
          .nOut(dense.units())
          .hasBias(dense.bias())
          .build();
    } else if (op instanceof Op.BatchNorm norm) {
      return new BatchNormalization.Builder()
          .decay(norm.momentum())
          .eps(norm.epsilon())
          .useLogStd(false)
          .build();
    } else if (op instanceof Op.Activate activate && activate.changing().isEmpty()) {
      return new ActivationLayer(activation);
    } else if (op instanceof WindowOp.MaxPool pool) {
      return pool(SubsamplingLayer.PoolingType.MAX, pool.patch());
    } else if (op instanceof WindowOp.AveragePool pool && !pool.countPadding()) {
      return pool(SubsamplingLayer.PoolingType.AVG, pool.patch());
    } else if (op instanceof Op.GlobalAveragePool) {
      return new GlobalPoolingLayer(PoolingType.AVG);
    } else if (op instanceof Op.Dropout dropout && !dropout.wholeChannels()) {
      // Deeplearning4j takes the share that is kept.
      return new DropoutLayer.Builder(new Dropout(1 - dropout.rate())).build();
    } else if (op instanceof Op.Output output) {
      return output(node, output);
    }
    throw new NetworkException(
        "Deeplearning4j's own layers do not serve step '%s' (%s); expected our engine's"
            .formatted(node.name(), op));
  }

  private static Layer pool(SubsamplingLayer.PoolingType type, Patch patch) {
    return new SubsamplingLayer.Builder(
            type,
            new int[] {patch.height(), patch.width()},
            new int[] {patch.stride(), patch.stride()})
        .padding(patch.padding().rows(), patch.padding().columns())
        .convolutionMode(mode(patch.padding()))
        .build();
  }

  private static Layer output(Node node, Op.Output output) {
    boolean binary = output.loss() == Loss.SIGMOID_BINARY_CROSS_ENTROPY;
    if (!binary && output.loss() != Loss.SOFTMAX_CROSS_ENTROPY) {
      throw new NetworkException(
          "Deeplearning4j's own layers are there for cross-entropy alone; expected our engine's");
    }
    return new OutputLayer.Builder(binary ? new SigmoidCrossEntropy() : new SoftmaxCrossEntropy())
        .activation(binary ? new ActivationSigmoid() : new ActivationSoftmax())
        .nIn(node.input().size())
        .nOut(output.units())
        .build();
  }

  private static ConvolutionMode mode(Patch.Padding padding) {
    return padding.same() ? ConvolutionMode.Same : ConvolutionMode.Truncate;
  }

  @Override
  public void assign(Weight weight, float[] values, INDArray target) {
    long[] shape = weight.shape().stream().mapToLong(Integer::longValue).toArray();
    INDArray given = Nd4j.create(values, shape, 'c');
    switch (shape.length) {
      // Deeplearning4j keeps kernels as out, in, height, width and vectors as rows.
      case 4 -> target.assign(given.permute(3, 2, 0, 1));
      case 1 -> target.assign(given.reshape(target.shape()));
      default -> target.assign(given);
    }
  }
}
