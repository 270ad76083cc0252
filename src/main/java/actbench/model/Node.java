package actbench.model;

import java.util.List;

/**
 * A named step of a network.
 *
 * @param inputs names of the nodes it reads; {@link Blueprint#INPUT} is the network's input
 */
public record Node(String name, Op op, List<String> inputs, Shape input, Shape output) {
  public Node {
    inputs = List.copyOf(inputs);
  }

  /** The weights it holds. */
  public List<Weight> weights() {
    return op.weights(input);
  }
}
