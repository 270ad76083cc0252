package actbench.model;

import java.util.List;

/** The article's smallest example: two inputs, two hidden units, one output. */
final class XorNet {
  static final Model MODEL =
      new Model(
          "xor-net",
          "Two hidden units and one sigmoid output, for the exclusive or.",
          "article \"Mish vs ReLU\"; there with SGD 0.1, batch 1, 500 epochs",
          List.of(Model.integer("width", 2, 1, 65536, "hidden units")),
          (network, run) -> network.flatten().dense(run.integer("width")).activate().output());

  private XorNet() {}
}
