package actbench.model;

import actbench.spec.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Draws a blueprint step by step; each step goes on from the last one unless told otherwise.
 *
 * <p>Nodes are named after their kind and count: {@code conv1}, {@code dense2}. The names seed the
 * random streams of a run, so they are part of what makes a run repeatable.
 */
public final class BlueprintBuilder {
  private final Shape input;
  private final Objective objective;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Shape> shapes = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private Op.BatchNorm norm = Op.BatchNorm.KERAS;
  private OptionalDouble momentum = OptionalDouble.empty();
  private boolean countPadding;
  private boolean bias;
  private Optional<HiddenActivation> changing = Optional.empty();
  private String last = Blueprint.INPUT;

  /** A network for a task's usual objective. */
  public BlueprintBuilder(Shape input, Task task, int classes) {
    this(input, Objective.standard(task, classes, input));
  }

  /** A network that is to do this. */
  public BlueprintBuilder(Shape input, Objective objective) {
    this.input = input;
    this.objective = objective;
    shapes.put(Blueprint.INPUT, input);
  }

  /**
   * Follows PyTorch's defaults from here on: batch normalisation with momentum 0.9 and epsilon
   * 0.00001, averages that count padding.
   */
  public BlueprintBuilder pytorch() {
    countPadding = true;
    return norm(Op.BatchNorm.PYTORCH);
  }

  /** Batch normalisation has these numbers from here on. */
  public BlueprintBuilder norm(Op.BatchNorm convention) {
    norm = convention;
    return this;
  }

  /** Batch normalisation keeps this share of its running statistics, whatever a network says. */
  BlueprintBuilder normMomentum(double share) {
    momentum = OptionalDouble.of(share);
    return this;
  }

  /**
   * Whether convolutions that batch normalisation follows have a bias from here on; at first they
   * have none, since normalisation takes it away again.
   */
  public BlueprintBuilder bias(boolean wanted) {
    bias = wanted;
    return this;
  }

  /** The run's activation function is this one from here on; at first it is a fixed one. */
  public BlueprintBuilder activation(HiddenActivation function) {
    changing = Optional.of(function).filter(each -> !each.isFixed());
    return this;
  }

  /** Convolution with bias. */
  public BlueprintBuilder conv(int filters, Patch patch) {
    return add("conv", new WindowOp.Convolution(filters, patch, 1, true), last);
  }

  /** Convolution in groups, batch normalisation. */
  public BlueprintBuilder groupedConvNorm(int filters, Patch patch, int groups) {
    return add("conv", new WindowOp.Convolution(filters, patch, groups, bias), last).batchNorm();
  }

  /** Convolution, batch normalisation. */
  public BlueprintBuilder convNorm(int filters, Patch patch) {
    return groupedConvNorm(filters, patch, 1);
  }

  /** Convolution, batch normalisation, activation. */
  public BlueprintBuilder unit(int filters, Patch patch) {
    return convNorm(filters, patch).activate();
  }

  /** Convolution without bias and with nothing after it. */
  public BlueprintBuilder plainConv(int filters, Patch patch) {
    return add("conv", new WindowOp.Convolution(filters, patch, 1, false), last);
  }

  /** Convolution of each channel by itself. */
  public BlueprintBuilder depthwise(Patch patch) {
    return add("depthwise", new WindowOp.Depthwise(patch, bias), last);
  }

  /** Any step that reads the last one. */
  public BlueprintBuilder step(String kind, Op op) {
    return add(kind, op, last);
  }

  /** Dense layer with bias. */
  public BlueprintBuilder dense(int units) {
    return add("dense", new Op.Dense(units, true), last);
  }

  /** Batch normalisation; by Keras' defaults unless {@link #norm} said otherwise. */
  public BlueprintBuilder batchNorm() {
    return add(
        "batch-norm", new Op.BatchNorm(momentum.orElse(norm.momentum()), norm.epsilon()), last);
  }

  /** The run's activation function. */
  public BlueprintBuilder activate() {
    return add("activation", new Op.Activate(changing), last);
  }

  /** Max pooling without overlap; windows that stick out are left out. */
  public BlueprintBuilder maxPool(int window) {
    return add("max-pool", new WindowOp.MaxPool(Patch.tile(window)), last);
  }

  /** Max pooling. */
  public BlueprintBuilder maxPool(Patch patch) {
    return add("max-pool", new WindowOp.MaxPool(patch), last);
  }

  /** Average pooling. */
  public BlueprintBuilder averagePool(Patch patch) {
    return add("average-pool", new WindowOp.AveragePool(patch, countPadding), last);
  }

  /** The mean of each channel. */
  public BlueprintBuilder globalAveragePool() {
    return add("global-average-pool", new Op.GlobalAveragePool(), last);
  }

  /** The largest number of each channel. */
  public BlueprintBuilder globalMaxPool() {
    Shape image = shape();
    return maxPool(new Patch(image.height(), image.width(), 1, Patch.Padding.VALID)).flatten();
  }

  /** Everything times a fixed number. */
  public BlueprintBuilder multiply(double factor) {
    return add("multiply", new Op.Multiply(factor), last);
  }

  /** The channels {@code from} to before {@code to}. */
  public BlueprintBuilder slice(int from, int to) {
    return add("slice", new ChannelOp.Slice(from, to), last);
  }

  /** Deals the channels of each group out to all. */
  public BlueprintBuilder shuffle(int groups) {
    return add("shuffle", new ChannelOp.Shuffle(groups), last);
  }

  /** Flattening, where the input is not flat yet. */
  public BlueprintBuilder flatten() {
    return add("flatten", new Op.Flatten(), last);
  }

  /** Dropout, where the rate is above 0. */
  public BlueprintBuilder dropout(double rate) {
    return rate == 0 ? this : add("dropout", new Op.Dropout(rate, false), last);
  }

  /** Dropout of whole channels, where the rate is above 0. */
  public BlueprintBuilder channelDropout(double rate) {
    return rate == 0 ? this : add("dropout", new Op.Dropout(rate, true), last);
  }

  /** A function that is not the run's. */
  public BlueprintBuilder fixed(String function) {
    return add(function, new Op.Fixed(function), last);
  }

  /** The sum of several branches that all start here; an empty one is a plain shortcut. */
  public BlueprintBuilder sum(Branch... branches) {
    return add("add", new Op.Add(), ends(branches));
  }

  /** The channels of several branches that all start here, side by side. */
  public BlueprintBuilder join(Branch... branches) {
    return add("join", new ChannelOp.Concatenate(), ends(branches));
  }

  /** Multiplies each channel by the number that the branch, which ends in a vector, gives it. */
  public BlueprintBuilder gate(Branch branch) {
    return add("scale", new ChannelOp.Scale(), ends(Branch.NOTHING, branch));
  }

  private String[] ends(Branch... branches) {
    String start = last;
    String[] ends = new String[branches.length];
    for (int i = 0; i < branches.length; i++) {
      last = start;
      branches[i].draw(this);
      ends[i] = last;
    }
    return ends;
  }

  /** A way from one step to another. */
  @FunctionalInterface
  public interface Branch {
    /** No step at all. */
    Branch NOTHING = network -> {};

    /** Draws the steps, beginning at the last one. */
    void draw(BlueprintBuilder network);
  }

  /** The shape after the last step. */
  public Shape shape() {
    return shapes.get(last);
  }

  /** Makes the image twice as high and wide by a transposed convolution with bias. */
  public BlueprintBuilder enlarge(int filters) {
    Patch patch = Patch.of(2).stride(2).valid();
    return add("enlarge", new WindowOp.Transposed(filters, patch, true), last);
  }

  /** The channels of an earlier step beside those of the last one. */
  public BlueprintBuilder joinTo(String earlier) {
    return add("join", new ChannelOp.Concatenate(), earlier, last);
  }

  /** The name of the last step. */
  public String last() {
    return last;
  }

  /** Ends a segmentation network. */
  public Blueprint maskOutput() {
    if (objective.task() != Task.SEGMENTATION) {
      throw new NetworkException(
          "the network gives a mask for each image; expected a data set with masks");
    }
    add("output", new Op.MaskOutput(objective.loss()), last);
    return new Blueprint(input, nodes);
  }

  /** Ends the network. */
  public Blueprint output() {
    if (objective.task() == Task.SEGMENTATION) {
      throw new NetworkException("the network tells classes apart; expected one that gives masks");
    }
    add("output", new Op.Output(objective.outputs(), objective.loss()), last);
    return new Blueprint(input, nodes);
  }

  /**
   * Ends a capsule network: a vote of each pixel for each class, routed.
   *
   * @param dimension numbers of a capsule
   * @param iterations rounds of the routing
   */
  public Blueprint capsuleOutput(int dimension, int iterations) {
    if (objective.task() != Task.MULTICLASS) {
      throw new NetworkException(
          "a capsule network tells several classes apart, found "
              + (objective.task() == Task.BINARY ? "two" : objective.task().doc()));
    }
    plainConv(objective.outputs() * dimension, Patch.of(1));
    add("routing", new Op.Routing(objective.outputs(), dimension, iterations), last);
    add("output", new Op.CapsuleOutput(), last);
    return new Blueprint(input, nodes);
  }

  private BlueprintBuilder add(String kind, Op op, String... inputs) {
    String name = kind + counts.merge(kind, 1, Integer::sum);
    List<Shape> from = Arrays.stream(inputs).map(shapes::get).toList();
    Shape out = op.output(from);
    nodes.add(new Node(name, op, List.of(inputs), from.get(0), out));
    shapes.put(name, out);
    last = name;
    return this;
  }
}
