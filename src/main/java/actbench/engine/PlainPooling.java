package actbench.engine;

import java.util.Arrays;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Pooling in loops. */
final class PlainPooling implements Kernel {
  /** Takes the output cell, the cell of the image under the window, and both positions. */
  private interface Visitor {
    void visit(int output, int input, int cellsInside);
  }

  private final Function<long[], Window> windowOver;
  private final Pooling.Kind kind;
  private final Buffer output;
  private final Buffer inputGradient;
  private long[] seen;
  private int[] places;

  PlainPooling(Function<long[], Window> windowOver, Pooling.Kind kind, Site site) {
    this.windowOver = windowOver;
    this.kind = kind;
    output = site.buffer();
    inputGradient = site.buffer();
  }

  @Override
  public INDArray forward(INDArray input, boolean training) {
    seen = input.shape();
    Window window = windowOver.apply(seen);
    Window.Frame frame = window.over(seen[1], seen[2]);
    double[] values = Memory.read(input);
    INDArray result = output.of(seen[0], frame.height(), frame.width(), seen[3]);
    double[] pooled = new double[Math.toIntExact(result.length())];
    if (kind == Pooling.Kind.MAXIMUM) {
      int[] best = new int[pooled.length];
      Arrays.fill(best, -1);
      visit(
          window,
          frame,
          (to, from, inside) -> {
            // A NaN wins, so that a diverged network is seen to have diverged.
            if (best[to] < 0 || values[from] > values[best[to]] || Double.isNaN(values[from])) {
              best[to] = from;
            }
          });
      for (int i = 0; i < pooled.length; i++) {
        pooled[i] = values[best[i]];
      }
      places = best;
    } else {
      visit(
          window,
          frame,
          (to, from, inside) -> pooled[to] += values[from] / divisor(window, inside));
    }
    Memory.write(pooled, result);
    return result;
  }

  private int divisor(Window window, int inside) {
    return kind == Pooling.Kind.MEAN ? inside : window.cells();
  }

  @Override
  public INDArray backward(INDArray gradient) {
    Window window = windowOver.apply(seen);
    double[] upstream = Memory.read(gradient);
    INDArray result = inputGradient.of(seen);
    double[] sums = new double[Math.toIntExact(result.length())];
    if (kind == Pooling.Kind.MAXIMUM) {
      for (int i = 0; i < upstream.length; i++) {
        sums[places[i]] += upstream[i];
      }
    } else {
      visit(
          window,
          window.over(seen[1], seen[2]),
          (to, from, inside) -> sums[from] += upstream[to] / divisor(window, inside));
    }
    Memory.write(sums, result);
    return result;
  }

  private void visit(Window window, Window.Frame frame, Visitor visitor) {
    int height = (int) seen[1];
    int width = (int) seen[2];
    int channels = (int) seen[3];
    int output = 0;
    for (int n = 0; n < seen[0]; n++) {
      for (int row = 0; row < frame.height(); row++) {
        int top = row * window.strideHeight() - frame.top();
        int rowFrom = Math.max(top, 0);
        int rowTo = Math.min(top + window.kernelHeight(), height);
        for (int column = 0; column < frame.width(); column++) {
          int left = column * window.strideWidth() - frame.left();
          int columnFrom = Math.max(left, 0);
          int columnTo = Math.min(left + window.kernelWidth(), width);
          int inside = (rowTo - rowFrom) * (columnTo - columnFrom);
          for (int y = rowFrom; y < rowTo; y++) {
            for (int x = columnFrom; x < columnTo; x++) {
              int input = ((n * height + y) * width + x) * channels;
              for (int c = 0; c < channels; c++) {
                visitor.visit(output + c, input + c, inside);
              }
            }
          }
          output += channels;
        }
      }
    }
  }
}
