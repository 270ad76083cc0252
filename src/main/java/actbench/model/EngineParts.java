package actbench.model;

import actbench.activation.ActivationCatalog;
import actbench.activation.ElementFunction;
import actbench.engine.ActivationLayer;
import actbench.engine.BatchNormalization;
import actbench.engine.CapsuleRouting;
import actbench.engine.ChannelScale;
import actbench.engine.ChannelShuffle;
import actbench.engine.ChannelSlice;
import actbench.engine.Concatenation;
import actbench.engine.Convolution;
import actbench.engine.Dense;
import actbench.engine.Dropout;
import actbench.engine.Flatten;
import actbench.engine.GlobalPooling;
import actbench.engine.LearnedActivation;
import actbench.engine.Multiplication;
import actbench.engine.Padding;
import actbench.engine.Pooling;
import actbench.engine.ResidualAdd;
import actbench.engine.TransposedConvolution;
import actbench.engine.Window;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;

/** Which part of the engine computes which kind of step. */
final class EngineParts {
  private final Map<Class<?>, Function<Op, BaseLayer>> layers = new HashMap<>();
  private final Map<Class<?>, Function<Op, GraphVertex>> vertices = new HashMap<>();

  /** Kinds whose part can apply a function to what it gives. */
  private final Map<Class<?>, BiFunction<Op, ElementFunction, ?>> hosts = new HashMap<>();

  EngineParts() {
    host(WindowOp.Convolution.class, EngineParts::convolution, Convolution::activation);
    host(WindowOp.Depthwise.class, EngineParts::depthwise, Convolution::activation);
    host(WindowOp.Transposed.class, EngineParts::transposed, TransposedConvolution::activation);
    host(Op.Dense.class, EngineParts::dense, Dense::activation);
    host(Op.BatchNorm.class, EngineParts::norm, BatchNormalization::activation);
    layer(WindowOp.MaxPool.class, op -> new Pooling(Pooling.Kind.MAXIMUM, window(op.patch())));
    layer(WindowOp.AveragePool.class, op -> new Pooling(mean(op), window(op.patch())));
    layer(Op.GlobalAveragePool.class, op -> new GlobalPooling(Pooling.Kind.MEAN));
    layer(
        Op.Routing.class, op -> new CapsuleRouting(op.capsules(), op.dimension(), op.iterations()));
    layer(Op.Flatten.class, op -> new Flatten());
    layer(Op.Dropout.class, EngineParts::dropout);
    layer(Op.Multiply.class, op -> new Multiplication(op.factor()));
    layer(Op.Fixed.class, op -> new ActivationLayer(function(op)));
    layer(ChannelOp.Slice.class, op -> new ChannelSlice(op.from(), op.to()));
    layer(ChannelOp.Shuffle.class, op -> new ChannelShuffle(op.groups()));
    vertices.put(ChannelOp.Concatenate.class, op -> new Concatenation());
    vertices.put(ChannelOp.Scale.class, op -> new ChannelScale());
    vertices.put(Op.Add.class, op -> new ResidualAdd());
    hosts.put(Op.Add.class, (op, function) -> new ResidualAdd(function));
  }

  /** The function of a step that is always the same. */
  static ElementFunction function(Op.Fixed op) {
    return ActivationCatalog.createElement(op.function(), Map.of());
  }

  /** The layer of a function that is not fixed. */
  static BaseLayer changing(HiddenActivation activation) {
    return new LearnedActivation(activation.function(), activation.perChannel());
  }

  /** Whether the part for a step can apply a function to what it gives. */
  boolean canHost(Op op) {
    return hosts.containsKey(op.getClass());
  }

  /** The layer for a step, if a layer it is. */
  Optional<BaseLayer> layer(Op op, Optional<ElementFunction> hosted) {
    return part(op, hosted, layers).map(BaseLayer.class::cast);
  }

  /** The vertex for a step, if it is none for a layer. */
  Optional<GraphVertex> vertex(Op op, Optional<ElementFunction> hosted) {
    return part(op, hosted, vertices).map(GraphVertex.class::cast);
  }

  private Optional<?> part(
      Op op, Optional<ElementFunction> hosted, Map<Class<?>, ? extends Function<Op, ?>> parts) {
    return Optional.ofNullable(parts.get(op.getClass()))
        .map(
            plain ->
                hosted.isPresent()
                    ? hosts.get(op.getClass()).apply(op, hosted.get())
                    : plain.apply(op));
  }

  private <T extends Op> void layer(Class<T> kind, Function<T, BaseLayer> make) {
    layers.put(kind, op -> make.apply(kind.cast(op)));
  }

  private <T extends Op, L extends BaseLayer> void host(
      Class<T> kind, Function<T, L> make, BiFunction<L, ElementFunction, L> apply) {
    layers.put(kind, op -> make.apply(kind.cast(op)));
    hosts.put(kind, (op, function) -> apply.apply(make.apply(kind.cast(op)), function));
  }

  private static Convolution convolution(WindowOp.Convolution op) {
    Convolution layer = new Convolution(op.filters(), window(op.patch())).groups(op.groups());
    return op.bias() ? layer : layer.withoutBias();
  }

  private static Convolution depthwise(WindowOp.Depthwise op) {
    Convolution layer = Convolution.depthwise(1, window(op.patch()));
    return op.bias() ? layer : layer.withoutBias();
  }

  private static TransposedConvolution transposed(WindowOp.Transposed op) {
    TransposedConvolution layer =
        new TransposedConvolution(op.filters(), window(op.patch().valid()));
    return op.bias() ? layer : layer.withoutBias();
  }

  private static Dense dense(Op.Dense op) {
    return op.bias() ? new Dense(op.units()) : new Dense(op.units()).withoutBias();
  }

  private static BatchNormalization norm(Op.BatchNorm op) {
    return new BatchNormalization().momentum(op.momentum()).epsilon(op.epsilon());
  }

  private static Dropout dropout(Op.Dropout op) {
    return op.wholeChannels() ? new Dropout(op.rate()).wholeChannels() : new Dropout(op.rate());
  }

  private static Pooling.Kind mean(WindowOp.AveragePool op) {
    return op.countPadding() ? Pooling.Kind.MEAN_WITH_PADDING : Pooling.Kind.MEAN;
  }

  private static Window window(Patch patch) {
    Patch.Padding zeros = patch.padding();
    return new Window(
        patch.height(),
        patch.width(),
        patch.stride(),
        patch.stride(),
        1,
        1,
        new Padding(zeros.same(), zeros.rows(), zeros.rows(), zeros.columns(), zeros.columns()));
  }
}
