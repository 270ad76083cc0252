package actbench.model;

import actbench.grid.RunConfig;
import actbench.spec.Parameter;
import actbench.spec.Task;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the model catalogue.
 *
 * @param name as in a spec
 * @param summary what it is, in a sentence
 * @param source where its layers come from
 * @param settings the settings it has beyond those of every run
 * @param task the only task it serves, if there is but one
 */
public record Model(
    String name,
    String summary,
    String source,
    List<Parameter> settings,
    Architecture architecture,
    Optional<Task> task) {
  private static final String NORM_MOMENTUM = "batch-norm-momentum";

  public Model {
    settings = List.copyOf(settings);
  }

  /** A model for any task but those that give masks. */
  public Model(
      String name,
      String summary,
      String source,
      List<Parameter> settings,
      Architecture architecture) {
    this(name, summary, source, settings, architecture, Optional.empty());
  }

  /** Lays out the layers. */
  @FunctionalInterface
  public interface Architecture {
    /** Draws the network that these settings ask for. */
    Blueprint draw(BlueprintBuilder network, RunConfig run);
  }

  /**
   * Draws the network that a run asks for, with the run's activation and its momentum of batch
   * normalisation if it has one.
   *
   * @throws NetworkException if the run asks for what the network cannot have
   */
  public Blueprint draw(BlueprintBuilder network, RunConfig run) {
    if (run.has("activation")) {
      network.activation(HiddenActivation.of(run.choice("activation")));
    }
    if (!run.has(NORM_MOMENTUM)) {
      return architecture.draw(network, run);
    }
    network.normMomentum(run.number(NORM_MOMENTUM));
    Blueprint drawn = architecture.draw(network, run);
    if (drawn.nodes().stream().noneMatch(node -> node.op() instanceof Op.BatchNorm)) {
      throw new NetworkException(
          NORM_MOMENTUM + " is given, but " + name + " has no batch normalisation here");
    }
    return drawn;
  }

  static Parameter integer(String name, long standard, int least, int most, String meaning) {
    return Parameter.integer(name, meaning).atLeast(least).atMost(most).defaultTo(standard);
  }

  static Parameter share(String name, double standard, String meaning) {
    return Parameter.number(name, meaning).atLeast(0).below(1).defaultTo(standard);
  }

  static Parameter flag(String name, boolean standard, String meaning) {
    return Parameter.flag(name, meaning).defaultTo(standard);
  }

  /**
   * The n in a depth of {@code perRound * n + around} layers.
   *
   * @throws NetworkException if the run's depth is no such number
   */
  static int rounds(RunConfig run, int perRound, int around) {
    int depth = run.integer("depth");
    int rounds = (depth - around) / perRound;
    if (rounds < 1 || rounds * perRound + around != depth) {
      int below = Math.max(rounds, 1) * perRound + around;
      throw new NetworkException(
          "depth is %d; expected %dn + %d, such as %d or %d"
              .formatted(depth, perRound, around, below, below + perRound));
    }
    return rounds;
  }
}
