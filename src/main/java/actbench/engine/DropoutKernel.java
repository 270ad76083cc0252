package actbench.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The arithmetic of {@link Dropout}: a product with a mask of 0 and {@code 1 / (1 - rate)}. */
final class DropoutKernel implements Kernel {
  private final double rate;
  private final boolean wholeChannels;
  private final long stream;
  private final Buffer mask;
  private final Buffer output;
  private final Buffer inputGradient;
  private int step;
  private float[] drawn = {};

  DropoutKernel(double rate, boolean wholeChannels, Site site) {
    this.rate = rate;
    this.wholeChannels = wholeChannels;
    stream = CounterRandom.stream(site.seed(), "dropout/" + site.layer());
    mask = site.buffer();
    output = site.buffer();
    inputGradient = site.buffer();
  }

  @Override
  public void startStep(int next) {
    step = next;
  }

  @Override
  public INDArray forward(INDArray input, boolean training) {
    if (!training || rate == 0) {
      return input;
    }
    INDArray factors = mask.of(input.shape());
    draw(factors);
    return input.muli(factors, output.of(input.shape()));
  }

  private void draw(INDArray factors) {
    int length = Math.toIntExact(factors.length());
    if (drawn.length != length) {
      drawn = new float[length];
    }
    CounterRandom random = new CounterRandom(stream, step);
    float kept = (float) (1 / (1 - rate));
    if (wholeChannels && factors.rank() == 4) {
      int channels = (int) factors.size(3);
      int pixels = (int) (factors.size(1) * factors.size(2));
      float[] image = new float[channels];
      for (int start = 0, n = 0; start < length; start += pixels * channels, n++) {
        random.fill(image, (long) n * channels, rate, kept);
        for (int pixel = 0; pixel < pixels; pixel++) {
          System.arraycopy(image, 0, drawn, start + pixel * channels, channels);
        }
      }
    } else {
      random.fill(drawn, 0, rate, kept);
    }
    Memory.write(drawn, factors);
  }

  @Override
  public INDArray backward(INDArray gradient) {
    if (rate == 0) {
      return gradient;
    }
    return gradient.muli(mask.of(gradient.shape()), inputGradient.of(gradient.shape()));
  }
}
