package actbench.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a blueprint step by step; each step goes on from the last one unless told otherwise.
 *
 * <p>Nodes are named after their kind and count: {@code conv1}, {@code dense2}. The names seed the
 * random streams of a run, so they are part of what makes a run repeatable.
 */
public final class BlueprintBuilder {
  private final Shape input;
  private final int classes;
  private final Task task;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Shape> shapes = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private String last = Blueprint.INPUT;

  public BlueprintBuilder(Shape input, Task task, int classes) {
    this.input = input;
    this.task = task;
    this.classes = classes;
    shapes.put(Blueprint.INPUT, input);
  }

  /** The name of the step that was added last. */
  public String last() {
    return last;
  }

  /** Goes on from this step. */
  public BlueprintBuilder from(String name) {
    last = name;
    return this;
  }

  /** Convolution with bias. */
  public BlueprintBuilder conv(int filters, int window, Op.Padding padding) {
    return add("conv", new Op.Convolution(filters, window, 1, padding, true), last);
  }

  /** Convolution with bias that moves this far at each step. */
  public BlueprintBuilder conv(int filters, int window, int stride, Op.Padding padding) {
    return add("conv", new Op.Convolution(filters, window, stride, padding, true), last);
  }

  /** Any step that reads the last one. */
  public BlueprintBuilder step(String kind, Op op) {
    return add(kind, op, last);
  }

  /** Dense layer with bias. */
  public BlueprintBuilder dense(int units) {
    return add("dense", new Op.Dense(units, true), last);
  }

  /** Batch normalisation with Keras' defaults. */
  public BlueprintBuilder batchNorm() {
    return add("batch-norm", Op.BatchNorm.KERAS, last);
  }

  /** The run's activation function. */
  public BlueprintBuilder activate() {
    return add("activation", new Op.Activate(), last);
  }

  /** Max pooling without overlap; windows that stick out are left out. */
  public BlueprintBuilder maxPool(int window) {
    return add("max-pool", new Op.MaxPool(window, window, Op.Padding.VALID), last);
  }

  /** The mean of each channel. */
  public BlueprintBuilder globalAveragePool() {
    return add("global-average-pool", new Op.GlobalAveragePool(), last);
  }

  /** Flattening, where the input is not flat yet. */
  public BlueprintBuilder flatten() {
    return add("flatten", new Op.Flatten(), last);
  }

  /** Dropout, where the rate is above 0. */
  public BlueprintBuilder dropout(double rate) {
    return rate == 0 ? this : add("dropout", new Op.Dropout(rate), last);
  }

  /** The sum of the last step and another. */
  public BlueprintBuilder plus(String other) {
    return add("add", new Op.Add(), last, other);
  }

  /** Ends the network. */
  public Blueprint output() {
    add("output", new Op.Output(task, classes), last);
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
