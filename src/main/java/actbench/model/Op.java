package actbench.model;

import actbench.engine.Loss;
import java.util.List;
import java.util.Optional;

/** What a node of a network computes: shapes, weights and work, without any library. */
public sealed interface Op
    permits WindowOp,
        ChannelOp,
        Op.Dense,
        Op.BatchNorm,
        Op.Activate,
        Op.Fixed,
        Op.GlobalAveragePool,
        Op.Flatten,
        Op.Dropout,
        Op.Multiply,
        Op.Add,
        Op.Routing,
        Op.CapsuleOutput,
        Op.MaskOutput,
        Op.Output {
  /** The output's shape for these inputs. */
  Shape output(List<Shape> inputs);

  /** The weights for this first input. */
  default List<Weight> weights(Shape input) {
    return List.of();
  }

  /** Multiplications with addition for one example, forward. */
  default long multiplyAdds(Shape input, Shape output) {
    return 0;
  }

  /** A fully connected layer. */
  record Dense(int units, boolean bias) implements Op {
    @Override
    public Shape output(List<Shape> inputs) {
      return Shape.flat(units);
    }

    @Override
    public List<Weight> weights(Shape input) {
      Weight kernel = Weight.kernel(List.of(input.size(), units), input.size(), units);
      return bias ? List.of(kernel, Weight.vector("bias", units, true)) : List.of(kernel);
    }

    @Override
    public long multiplyAdds(Shape input, Shape output) {
      return (long) input.size() * units;
    }
  }

  /**
   * Batch normalisation over channels, with Keras' conventions.
   *
   * @param momentum share of the old running statistics that is kept at each step
   * @param epsilon added to the variance
   */
  record BatchNorm(double momentum, double epsilon) implements Op {
    /** Keras' defaults. */
    public static final BatchNorm KERAS = new BatchNorm(0.99, 1e-3);

    /** PyTorch's defaults. */
    public static final BatchNorm PYTORCH = new BatchNorm(0.9, 1e-5);

    @Override
    public Shape output(List<Shape> inputs) {
      return inputs.get(0);
    }

    @Override
    public List<Weight> weights(Shape input) {
      int n = input.channels();
      return List.of(
          Weight.vector("gamma", n, true),
          Weight.vector("beta", n, true),
          Weight.vector("mean", n, false),
          Weight.vector("variance", n, false));
    }
  }

  /**
   * The hidden activation function that the run was given.
   *
   * @param changing the function where it is not fixed, and so a layer of its own
   */
  record Activate(Optional<HiddenActivation> changing) implements Op {
    @Override
    public Shape output(List<Shape> inputs) {
      return inputs.get(0);
    }

    @Override
    public List<Weight> weights(Shape input) {
      return changing.stream()
          .flatMap(
              each ->
                  each.learned().stream()
                      .map(
                          name ->
                              Weight.vector(name, each.perChannel() ? input.channels() : 1, true)))
          .toList();
    }
  }

  /**
   * A function that belongs to the network and is not the one that the run was given, such as the
   * sigmoid of a gate.
   *
   * @param function its name in the activation catalogue
   */
  record Fixed(String function) implements Op {
    @Override
    public Shape output(List<Shape> inputs) {
      return inputs.get(0);
    }
  }

  /** The mean of each channel. */
  record GlobalAveragePool() implements Op {
    @Override
    public Shape output(List<Shape> inputs) {
      return Shape.flat(inputs.get(0).channels());
    }
  }

  /** Rows, columns, channels to one vector, channels fastest. */
  record Flatten() implements Op {
    @Override
    public Shape output(List<Shape> inputs) {
      return Shape.flat(inputs.get(0).size());
    }
  }

  /**
   * Sets a share of the numbers to zero in training and scales up the rest.
   *
   * @param rate the share that is dropped, in [0, 1)
   * @param wholeChannels whether channels are dropped rather than single numbers
   */
  record Dropout(double rate, boolean wholeChannels) implements Op {
    @Override
    public Shape output(List<Shape> inputs) {
      return inputs.get(0);
    }
  }

  /** Everything times a fixed number. */
  record Multiply(double factor) implements Op {
    @Override
    public Shape output(List<Shape> inputs) {
      return inputs.get(0);
    }
  }

  /** The sum of several inputs of one shape. */
  record Add() implements Op {
    @Override
    public Shape output(List<Shape> inputs) {
      Shape first = inputs.get(0);
      if (inputs.stream().anyMatch(each -> !each.equals(first))) {
        throw new NetworkException("shapes " + inputs + " cannot be added");
      }
      return first;
    }
  }

  /**
   * Dynamic routing between capsules, from the votes of all pixels to a length for each capsule.
   *
   * @param capsules how many
   * @param dimension numbers of a capsule
   * @param iterations rounds of the routing
   */
  record Routing(int capsules, int dimension, int iterations) implements Op {
    @Override
    public Shape output(List<Shape> inputs) {
      return Shape.flat(capsules);
    }

    /** Each round sums the votes by their shares, and all but the last compare them. */
    @Override
    public long multiplyAdds(Shape input, Shape output) {
      return (2L * iterations - 1) * input.size();
    }
  }

  /** The end of a capsule network: the margin loss of the capsules' lengths. */
  record CapsuleOutput() implements Op {
    @Override
    public Shape output(List<Shape> inputs) {
      return inputs.get(0);
    }
  }

  /** The end of a segmentation network: a 1x1 convolution to one number a pixel, and its loss. */
  record MaskOutput(Loss loss) implements Op {
    @Override
    public Shape output(List<Shape> inputs) {
      return new Shape(inputs.get(0).height(), inputs.get(0).width(), 1);
    }

    @Override
    public List<Weight> weights(Shape input) {
      return convolution().weights(input);
    }

    @Override
    public long multiplyAdds(Shape input, Shape output) {
      return convolution().multiplyAdds(input, output);
    }

    private static WindowOp.Convolution convolution() {
      return new WindowOp.Convolution(1, Patch.of(1), 1, true);
    }
  }

  /**
   * The last layer: dense.
   *
   * @param units numbers that the network gives for an example
   * @param loss comes with the output function
   */
  record Output(int units, Loss loss) implements Op {
    @Override
    public Shape output(List<Shape> inputs) {
      return Shape.flat(units);
    }

    @Override
    public List<Weight> weights(Shape input) {
      return new Dense(units, true).weights(input);
    }

    @Override
    public long multiplyAdds(Shape input, Shape output) {
      return (long) input.size() * units;
    }
  }
}
