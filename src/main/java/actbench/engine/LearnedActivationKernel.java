package actbench.engine;

import actbench.activation.ElementFunction;
import actbench.activation.learned.LearnedFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The arithmetic of {@link LearnedActivation}, the same on every path. */
final class LearnedActivationKernel implements Kernel {
  private final LearnedFunction function;
  private final int channels;
  private final INDArray[] parameters;
  private final LearnedRows rows;
  private final Buffer output;
  private final Buffer inputGradient;
  private INDArray[] gradients = {};
  private INDArray seen;
  private ResponseWatch watch;

  LearnedActivationKernel(LearnedFunction function, int channels, Site site) {
    this.function = function;
    this.channels = channels;
    parameters = inOrder(site.parameters());
    rows = new LearnedRows(function, channels);
    output = site.buffer();
    inputGradient = site.buffer();
  }

  private INDArray[] inOrder(Map<String, INDArray> byName) {
    List<String> names = function.names();
    return names.stream().map(byName::get).toArray(INDArray[]::new);
  }

  @Override
  public void bindGradients(Map<String, INDArray> views) {
    gradients = inOrder(views);
  }

  @Override
  public INDArray forward(INDArray input, boolean training) {
    seen = input;
    if (watch != null && !training) {
      watch.see(input, this::backward);
    }
    INDArray result = output.of(input.shape());
    if (input.dataType() == DataType.FLOAT) {
      rows.forward(byChannel(), Memory.floats(input), Memory.floats(result));
      return result;
    }
    ElementFunction[] functions = functions();
    double[] values = Memory.read(input);
    for (int i = 0; i < values.length; i++) {
      values[i] = functions[i % channels].value(values[i]);
    }
    Memory.write(values, result);
    return result;
  }

  @Override
  public void watch(ResponseWatch next) {
    watch = next;
  }

  @Override
  public INDArray backward(INDArray gradient) {
    INDArray result = inputGradient.of(gradient.shape());
    double[][] sums = backward(seen, gradient, result);
    for (int k = 0; k < gradients.length; k++) {
      Memory.write(shared(k) ? new double[] {sum(sums[k])} : sums[k], gradients[k]);
    }
    return result;
  }

  /** Sets the gradient of the input, and returns for each parameter its gradient by channel. */
  private double[][] backward(INDArray input, INDArray gradient, INDArray result) {
    return gradient.dataType() == DataType.FLOAT
        ? rows.backward(
            byChannel(), Memory.floats(input), Memory.floats(gradient), Memory.floats(result))
        : exactBackward(input, gradient, result);
  }

  private double[][] exactBackward(INDArray input, INDArray gradient, INDArray result) {
    double[][] byChannel = byChannel();
    ElementFunction[] functions = functions();
    double[][] sums = new double[parameters.length][channels];
    double[] x = Memory.read(input);
    double[] dy = Memory.read(gradient);
    for (int i = 0; i < x.length; i++) {
      int c = i % channels;
      double[] values = column(byChannel, c);
      for (int k = 0; k < sums.length; k++) {
        sums[k][c] += dy[i] * function.derivative(k, x[i], values);
      }
      dy[i] *= functions[c].derivative(x[i]);
    }
    Memory.write(dy, result);
    return sums;
  }

  private ElementFunction[] functions() {
    double[][] byChannel = byChannel();
    ElementFunction[] functions = new ElementFunction[channels];
    for (int c = 0; c < channels; c++) {
      functions[c] = function.at(column(byChannel, c));
    }
    return functions;
  }

  private static double[] column(double[][] rows, int column) {
    double[] values = new double[rows.length];
    for (int k = 0; k < rows.length; k++) {
      values[k] = rows[k][column];
    }
    return values;
  }

  private boolean shared(int k) {
    return parameters[k].length() < channels;
  }

  /** For each parameter its value in each channel. */
  private double[][] byChannel() {
    double[][] byChannel = new double[parameters.length][];
    for (int k = 0; k < parameters.length; k++) {
      byChannel[k] = Memory.read(parameters[k]);
      if (shared(k)) {
        double value = byChannel[k][0];
        byChannel[k] = new double[channels];
        Arrays.fill(byChannel[k], value);
      }
    }
    return byChannel;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double each : values) {
      sum += each;
    }
    return sum;
  }
}
