package actbench.engine;

import actbench.activation.ElementFunction;
import actbench.activation.TilePool;
import actbench.activation.UnitStep;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Randomized leaky ReLU (Xu et al. 2015): in training each negative number is multiplied by a slope
 * of its own, uniform between two bounds; otherwise all are by the mean.
 *
 * <p>Slopes are drawn by place and step, so that threads change nothing and a network read from a
 * file goes on as it would have, and are kept for the way back.
 */
final class RandomSlopes implements Elementwise {
  private final double lower;
  private final double upper;
  private final long stream;
  private final Elementwise mean;

  /** What each number of the last training pass was multiplied by. */
  private final Buffer factors;

  private int step;

  /** What the factors belong to: the input of the last training pass. */
  private INDArray trained;

  RandomSlopes(ElementFunction function, Site site) {
    lower = function.parameters().get("lower");
    upper = function.parameters().get("upper");
    stream = CounterRandom.stream(site.seed(), "slopes/" + site.layer());
    mean = new TiledElementwise(function);
    factors = site.buffer();
  }

  @Override
  public void startStep(int next) {
    step = next;
  }

  @Override
  public void forward(INDArray x, INDArray y) {
    mean.forward(x, y);
  }

  @Override
  public void forward(INDArray x, INDArray y, boolean training) {
    if (!training) {
      mean.forward(x, y);
      return;
    }
    trained = x;
    CounterRandom slopes = new CounterRandom(stream, step + 1);
    INDArray kept = factors.of(x.shape());
    if (x.dataType() != DataType.FLOAT) {
      double[] xs = Memory.read(x);
      float[] drawn = new float[xs.length];
      slopes.uniform(drawn, drawn.length, 0, lower, upper);
      for (int i = 0; i < xs.length; i++) {
        xs[i] = xs[i] <= 0 ? drawn[i] : xs[i] > 0 ? 1 : xs[i];
      }
      Memory.write(xs, kept);
      x.muli(kept, y);
      return;
    }
    FloatBuffer xs = Memory.floats(x);
    FloatBuffer keeps = Memory.floats(kept);
    FloatBuffer ys = Memory.floats(y);
    TilePool.shared()
        .forEach(
            xs.capacity(),
            (from, size, a, b) -> {
              slopes.uniform(b, size, from, lower, upper);
              xs.get(from, a, 0, size);
              leavePositive(a, b, size);
              keeps.put(from, b, 0, size);
              TiledProduct.write(xs, from, a, b, ys, size);
            });
  }

  @Override
  public void backward(INDArray x, INDArray upstream, INDArray dx) {
    if (x != trained) {
      mean.backward(x, upstream, dx);
      return;
    }
    TiledProduct.write(upstream, factors.of(x.shape()), dx);
  }

  /**
   * Makes the slope of positive numbers 1 and of NaN NaN, without a branch that no processor could
   * foresee.
   */
  private static void leavePositive(float[] x, float[] slopes, int size) {
    for (int i = 0; i < size; i++) {
      float one = UnitStep.of(x[i]);
      slopes[i] = one + (1 - one) * slopes[i];
    }
  }

  @Override
  public boolean worksFromOutput() {
    return false;
  }
}
