package actbench.model;

import java.util.List;

/** What a node of a network computes: shapes, weights and work, without any library. */
public sealed interface Op {
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

  /** How a window meets the border. */
  enum Padding {
    /** Only whole windows. */
    VALID,
    /**
     * As many outputs as inputs divided by the stride, rounded up; odd padding goes below and
     * right, as in Keras.
     */
    SAME
  }

  private static int windows(int size, int window, int stride, Padding padding) {
    return padding == Padding.SAME
        ? (size + stride - 1) / stride
        : size < window ? 0 : (size - window) / stride + 1;
  }

  /** Two-dimensional convolution with a square window. */
  record Convolution(int filters, int window, int stride, Padding padding, boolean bias)
      implements Op {
    @Override
    public Shape output(List<Shape> inputs) {
      Shape in = inputs.get(0);
      return new Shape(
          windows(in.height(), window, stride, padding),
          windows(in.width(), window, stride, padding),
          filters);
    }

    @Override
    public List<Weight> weights(Shape input) {
      int area = window * window;
      Weight kernel =
          Weight.kernel(
              List.of(window, window, input.channels(), filters),
              area * input.channels(),
              area * filters);
      return bias ? List.of(kernel, Weight.vector("bias", filters, true)) : List.of(kernel);
    }

    @Override
    public long multiplyAdds(Shape input, Shape output) {
      return (long) output.size() * window * window * input.channels();
    }
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

  /** The hidden activation function that the run was given. */
  record Activate() implements Op {
    @Override
    public Shape output(List<Shape> inputs) {
      return inputs.get(0);
    }
  }

  /** The largest of each window. */
  record MaxPool(int window, int stride, Padding padding) implements Op {
    @Override
    public Shape output(List<Shape> inputs) {
      Shape in = inputs.get(0);
      return new Shape(
          windows(in.height(), window, stride, padding),
          windows(in.width(), window, stride, padding),
          in.channels());
    }
  }

  /** The mean of each window. */
  record AveragePool(int window, int stride, Padding padding) implements Op {
    @Override
    public Shape output(List<Shape> inputs) {
      Shape in = inputs.get(0);
      return new Shape(
          windows(in.height(), window, stride, padding),
          windows(in.width(), window, stride, padding),
          in.channels());
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
   */
  record Dropout(double rate) implements Op {
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

  /** The last layer: dense, with output function and loss chosen by the task. */
  record Output(Task task, int classes) implements Op {
    @Override
    public Shape output(List<Shape> inputs) {
      return Shape.flat(units());
    }

    /** Numbers that the network gives for an example. */
    public int units() {
      return task == Task.BINARY ? 1 : classes;
    }

    @Override
    public List<Weight> weights(Shape input) {
      return new Dense(units(), true).weights(input);
    }

    @Override
    public long multiplyAdds(Shape input, Shape output) {
      return (long) input.size() * units();
    }
  }
}
