package actbench.activation.formula;

import actbench.activation.kernel.TileKernel;

/** Two programs over tiles, a formula and its derivative, for JVMs without vectors. */
final class FormulaKernel implements TileKernel {
  private final TileProgram value;
  private final TileProgram derivative;
  private final ThreadLocal<float[][]> valueScratch;
  private final ThreadLocal<float[][]> derivativeScratch;

  FormulaKernel(TileProgram value, TileProgram derivative) {
    this.value = value;
    this.derivative = derivative;
    this.valueScratch = ThreadLocal.withInitial(value::scratch);
    this.derivativeScratch = ThreadLocal.withInitial(derivative::scratch);
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to) {
    float[][] scratch = valueScratch.get();
    for (int start = from; start < to; start += TileProgram.STRETCH) {
      int length = Math.min(TileProgram.STRETCH, to - start);
      System.arraycopy(x, start, scratch[0], 0, length);
      System.arraycopy(value.run(scratch, length), 0, y, start, length);
    }
  }

  @Override
  public void backward(float[] x, float[] upstream, float[] dx, int from, int to) {
    float[][] scratch = derivativeScratch.get();
    for (int start = from; start < to; start += TileProgram.STRETCH) {
      int length = Math.min(TileProgram.STRETCH, to - start);
      System.arraycopy(x, start, scratch[0], 0, length);
      multiply(derivative.run(scratch, length), upstream, dx, start, length);
    }
  }

  private static void multiply(float[] slope, float[] upstream, float[] dx, int start, int length) {
    for (int i = 0; i < length; i++) {
      dx[start + i] = slope[i] * upstream[start + i];
    }
  }
}
