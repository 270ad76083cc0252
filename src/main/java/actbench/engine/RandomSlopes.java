package actbench.engine;

import actbench.activation.ElementFunction;
import actbench.activation.TilePool;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Randomized leaky ReLU (Xu et al. 2015): in training each negative number is multiplied by a slope
 * of its own, uniform between two bounds; otherwise all are by the mean.
 *
 * <p>Slopes are drawn by place and pass, so that the way back draws them again instead of keeping
 * them, and threads change nothing.
 */
final class RandomSlopes implements Elementwise {
  private final double lower;
  private final double upper;
  private final long stream;
  private final Elementwise mean;

  /** Training passes so far. */
  private int passes;

  private boolean random;

  RandomSlopes(ElementFunction function, Site site) {
    lower = function.parameters().get("lower");
    upper = function.parameters().get("upper");
    stream = CounterRandom.stream(site.seed(), "slopes/" + site.layer());
    mean = new TiledElementwise(function);
  }

  @Override
  public void forward(INDArray x, INDArray y) {
    mean.forward(x, y);
  }

  @Override
  public void forward(INDArray x, INDArray y, boolean training) {
    random = training;
    if (!training) {
      mean.forward(x, y);
      return;
    }
    passes++;
    multiply(x, x, y);
  }

  @Override
  public void backward(INDArray x, INDArray upstream, INDArray dx) {
    if (random) {
      multiply(x, upstream, dx);
    } else {
      mean.backward(x, upstream, dx);
    }
  }

  /** Sets {@code out = v}, times its slope where x is negative. */
  private void multiply(INDArray x, INDArray v, INDArray out) {
    CounterRandom slopes = new CounterRandom(stream, passes);
    if (x.dataType() != DataType.FLOAT) {
      double[] xs = Memory.read(x);
      double[] vs = Memory.read(v);
      float[] drawn = new float[xs.length];
      slopes.uniform(drawn, drawn.length, 0, lower, upper);
      for (int i = 0; i < vs.length; i++) {
        vs[i] *= xs[i] > 0 ? 1 : drawn[i];
      }
      Memory.write(vs, out);
      return;
    }
    FloatBuffer xs = Memory.floats(x);
    FloatBuffer vs = Memory.floats(v);
    FloatBuffer outs = Memory.floats(out);
    TilePool.shared()
        .forEach(
            xs.capacity(),
            (from, size, a, b) -> {
              slopes.uniform(b, size, from, lower, upper);
              xs.get(from, a, 0, size);
              for (int i = 0; i < size; i++) {
                b[i] = a[i] > 0 ? 1 : b[i];
              }
              vs.get(from, a, 0, size);
              for (int i = 0; i < size; i++) {
                a[i] *= b[i];
              }
              outs.put(from, a, 0, size);
            });
  }

  @Override
  public boolean worksFromOutput() {
    return false;
  }
}
