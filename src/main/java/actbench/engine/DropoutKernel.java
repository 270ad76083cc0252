package actbench.engine;

import actbench.activation.TilePool;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
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
    INDArray result = output.of(input.shape());
    if (wholeChannels && input.rank() == 4) {
      drawChannels(factors);
      return input.muli(factors, result);
    }
    CounterRandom random = new CounterRandom(stream, step);
    if (input.dataType() == DataType.FLOAT) {
      FloatBuffer x = Memory.floats(input);
      FloatBuffer m = Memory.floats(factors);
      FloatBuffer y = Memory.floats(result);
      TilePool.shared()
          .forEach(
              x.capacity(),
              (from, size, a, b) -> {
                random.fill(b, size, from, rate, kept());
                m.put(from, b, 0, size);
                TiledProduct.write(x, from, a, b, y, size);
              });
      return result;
    }
    float[] drawn = new float[Math.toIntExact(factors.length())];
    random.fill(drawn, drawn.length, 0, rate, kept());
    Memory.write(drawn, factors);
    return input.muli(factors, result);
  }

  private float kept() {
    return (float) (1 / (1 - rate));
  }

  private void drawChannels(INDArray factors) {
    CounterRandom random = new CounterRandom(stream, step);
    int channels = (int) factors.size(3);
    int pixels = (int) (factors.size(1) * factors.size(2));
    float[] drawn = new float[Math.toIntExact(factors.length())];
    float[] image = new float[channels];
    for (int start = 0, n = 0; start < drawn.length; start += pixels * channels, n++) {
      random.fill(image, channels, (long) n * channels, rate, kept());
      for (int pixel = 0; pixel < pixels; pixel++) {
        System.arraycopy(image, 0, drawn, start + pixel * channels, channels);
      }
    }
    Memory.write(drawn, factors);
  }

  @Override
  public INDArray backward(INDArray gradient) {
    if (rate == 0) {
      return gradient;
    }
    INDArray factors = mask.of(gradient.shape());
    INDArray result = inputGradient.of(gradient.shape());
    TiledProduct.write(gradient, factors, result);
    return result;
  }
}
