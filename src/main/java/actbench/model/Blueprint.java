package actbench.model;

import java.util.List;

/**
 * A network as a list of steps, known in full without building it.
 *
 * @param input shape of one example
 * @param nodes in an order in which each reads only earlier ones; the last is the output
 */
public record Blueprint(Shape input, List<Node> nodes) {
  /** The name of the network's input. */
  public static final String INPUT = "input";

  public Blueprint {
    nodes = List.copyOf(nodes);
  }

  /** Count of all weights, running statistics included. */
  public long parameters() {
    return nodes.stream().flatMap(node -> node.weights().stream()).mapToLong(Weight::size).sum();
  }

  /** Count of the weights that training changes. */
  public long trainableParameters() {
    return nodes.stream()
        .flatMap(node -> node.weights().stream())
        .filter(Weight::trainable)
        .mapToLong(Weight::size)
        .sum();
  }

  /** Multiplications with addition for one example, forward. */
  public long multiplyAdds() {
    return nodes.stream()
        .mapToLong(node -> node.op().multiplyAdds(node.input(), node.output()))
        .sum();
  }
}
