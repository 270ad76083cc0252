package actbench.model;

import java.util.List;

/** An {@link Op} that moves, joins or scales whole channels. */
public sealed interface ChannelOp extends Op {
  /** The channels of all inputs side by side. */
  record Concatenate() implements ChannelOp {
    @Override
    public Shape output(List<Shape> inputs) {
      Shape first = inputs.get(0);
      int channels = 0;
      for (Shape each : inputs) {
        if (each.height() != first.height() || each.width() != first.width()) {
          throw new NetworkException("images of sizes " + inputs + " cannot be joined");
        }
        channels += each.channels();
      }
      return new Shape(first.height(), first.width(), channels);
    }
  }

  /** The first input's channels, each times its number in the second input, a vector. */
  record Scale() implements ChannelOp {
    @Override
    public Shape output(List<Shape> inputs) {
      Shape image = inputs.get(0);
      if (!inputs.get(1).equals(Shape.flat(image.channels()))) {
        throw new NetworkException(
            "a gate of shape " + inputs.get(1) + " does not fit an image of " + image);
      }
      return image;
    }

    @Override
    public long multiplyAdds(Shape input, Shape output) {
      return output.size();
    }
  }

  /** Takes the channels {@code from} to before {@code to}. */
  record Slice(int from, int to) implements ChannelOp {
    @Override
    public Shape output(List<Shape> inputs) {
      Shape in = inputs.get(0);
      return new Shape(in.height(), in.width(), to - from);
    }
  }

  /**
   * Deals the channels of each group out to all: channel {@code g * size + i} comes to {@code i *
   * groups + g}.
   */
  record Shuffle(int groups) implements ChannelOp {
    @Override
    public Shape output(List<Shape> inputs) {
      if (inputs.get(0).channels() % groups != 0) {
        throw new NetworkException(
            inputs.get(0).channels() + " channels do not split into " + groups + " groups");
      }
      return inputs.get(0);
    }
  }
}
