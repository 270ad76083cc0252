package actbench.engine;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Times training steps of a sample network: model, activation, batch, steps. */
final class StepMain {
  private StepMain() {}

  public static void main(String[] args) {
    int batch = Integer.parseInt(args[2]);
    ComputationGraph net =
        EngineNetwork.create(
            SampleNetworks.of(args[0], SampleNetworks.function(args[1]), DataType.FLOAT));
    long[] in = SampleNetworks.input(args[0]);
    INDArray x = Nd4j.rand(DataType.FLOAT, batch, in[0], in[1], in[2]);
    INDArray y = Nd4j.zeros(DataType.FLOAT, batch, 10);
    for (int i = 0; i < batch; i++) {
      y.putScalar(i, i % 10, 1);
    }
    int steps = Integer.parseInt(args[3]);
    double[] times = new double[steps];
    for (int i = 0; i < steps; i++) {
      long start = now();
      net.fit(new INDArray[] {x}, new INDArray[] {y});
      times[i] = (now() - start) / 1e6;
    }
    double[] warm = Arrays.copyOfRange(times, steps / 3, steps);
    Arrays.sort(warm);
    System.out.printf(
        Locale.ROOT,
        "%s %s median %.1f ms p25 %.1f min %.1f score %.4f path %s%n",
        args[0],
        args[1],
        warm[warm.length / 2],
        warm[warm.length / 4],
        warm[0],
        net.score(),
        EnginePath.current());
  }

  /** CPU time of this thread if asked for: the fair clock on a busy machine, with one thread. */
  private static long now() {
    return Boolean.getBoolean("cpu")
        ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
        : System.nanoTime();
  }
}
