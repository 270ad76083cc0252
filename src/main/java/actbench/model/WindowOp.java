package actbench.model;

import java.util.List;

/** An {@link Op} whose outputs each see a {@link Patch} of the image. */
public sealed interface WindowOp extends Op {
  /** What each output sees. */
  Patch patch();

  private static List<Weight> withBias(Weight kernel, boolean bias, int outputs) {
    return bias ? List.of(kernel, Weight.vector("bias", outputs, true)) : List.of(kernel);
  }

  /**
   * Two-dimensional convolution.
   *
   * @param groups input and output channels fall into so many groups that do not see each other
   */
  record Convolution(int filters, Patch patch, int groups, boolean bias) implements WindowOp {
    @Override
    public Shape output(List<Shape> inputs) {
      Shape in = inputs.get(0);
      if (in.channels() % groups != 0 || filters % groups != 0) {
        throw new NetworkException(
            "%d channels and %d filters do not split into %d groups"
                .formatted(in.channels(), filters, groups));
      }
      return patch.over(in, filters);
    }

    @Override
    public List<Weight> weights(Shape input) {
      int inputs = input.channels() / groups;
      Weight kernel =
          Weight.kernel(
              List.of(patch.height(), patch.width(), inputs, filters),
              patch.cells() * inputs,
              patch.cells() * filters);
      return withBias(kernel, bias, filters);
    }

    @Override
    public long multiplyAdds(Shape input, Shape output) {
      return (long) output.size() * patch.cells() * input.channels() / groups;
    }
  }

  /** A convolution of each channel by itself. Fans are PyTorch's: one input, all outputs. */
  record Depthwise(Patch patch, boolean bias) implements WindowOp {
    @Override
    public Shape output(List<Shape> inputs) {
      return patch.over(inputs.get(0), inputs.get(0).channels());
    }

    @Override
    public List<Weight> weights(Shape input) {
      int channels = input.channels();
      Weight kernel =
          Weight.kernel(
              List.of(patch.height(), patch.width(), 1, channels),
              patch.cells(),
              patch.cells() * channels);
      return withBias(kernel, bias, channels);
    }

    @Override
    public long multiplyAdds(Shape input, Shape output) {
      return (long) output.size() * patch.cells();
    }
  }

  /** A convolution turned round, whose stride makes the image larger; without padding. */
  record Transposed(int filters, Patch patch, boolean bias) implements WindowOp {
    @Override
    public Shape output(List<Shape> inputs) {
      Shape in = inputs.get(0);
      return new Shape(
          (in.height() - 1) * patch.stride() + patch.height(),
          (in.width() - 1) * patch.stride() + patch.width(),
          filters);
    }

    @Override
    public List<Weight> weights(Shape input) {
      Weight kernel =
          Weight.kernel(
              List.of(patch.height(), patch.width(), filters, input.channels()),
              patch.cells() * filters,
              patch.cells() * input.channels());
      return withBias(kernel, bias, filters);
    }

    @Override
    public long multiplyAdds(Shape input, Shape output) {
      return (long) input.size() * patch.cells() * filters;
    }
  }

  /** The largest of each patch; padding never takes part. */
  record MaxPool(Patch patch) implements WindowOp {
    @Override
    public Shape output(List<Shape> inputs) {
      return patch.over(inputs.get(0), inputs.get(0).channels());
    }
  }

  /**
   * The mean of each patch.
   *
   * @param countPadding whether zeros beyond the border are counted, as PyTorch does and Keras does
   *     not
   */
  record AveragePool(Patch patch, boolean countPadding) implements WindowOp {
    @Override
    public Shape output(List<Shape> inputs) {
      return patch.over(inputs.get(0), inputs.get(0).channels());
    }
  }
}
