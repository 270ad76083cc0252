package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** That the layers find the memory of arrays, and use no more of it from step to step. */
final class MemoryTest {
  private static final Path STATUS = Path.of("/proc/self/status");

  @Test
  void findsViewsInTheirParent() {
    INDArray parent = Nd4j.arange(60).castTo(DataType.FLOAT);
    INDArray view = parent.get(NDArrayIndex.interval(10, 50));
    INDArray inner = view.get(NDArrayIndex.interval(5, 9)).reshape('c', 2, 2);
    assertThat(Memory.read(inner)).containsExactly(15, 16, 17, 18);
    Memory.write(new double[] {1, 2, 3, 4}, inner);
    assertThat(parent.getDouble(16)).isEqualTo(2);
  }

  @Test
  void residentSizeStaysFlatOverTwoThousandSteps() throws IOException {
    assumeTrue(Files.isReadable(STATUS));
    ComputationGraph net =
        EngineNetwork.create(
            SampleNetworks.of("lenet-4", SampleNetworks.function("mish"), DataType.FLOAT));
    INDArray x = Nd4j.rand(DataType.FLOAT, 1, 28, 28, 1);
    INDArray y = Nd4j.zeros(DataType.FLOAT, 1, 10).putScalar(3, 1);
    steps(net, x, y, 200);
    // A collection may move the heap's own pages in or out by more than that; a leak shows always.
    long grown = growth(net, x, y);
    for (int again = 0; again < 2 && grown >= 40_000; again++) {
      grown = growth(net, x, y);
    }
    assertThat(grown).isLessThan(40_000);
  }

  /** Kilobytes by which 2,000 steps make the process larger. */
  private static long growth(ComputationGraph net, INDArray x, INDArray y) throws IOException {
    long before = residentOutsideTheHeap();
    steps(net, x, y, 2000);
    return residentOutsideTheHeap() - before;
  }

  private static void steps(ComputationGraph net, INDArray x, INDArray y, int count) {
    for (int i = 0; i < count; i++) {
      net.fit(new INDArray[] {x}, new INDArray[] {y});
    }
  }

  /** Kilobytes of the process that are not the committed Java heap, after a collection. */
  private static long residentOutsideTheHeap() throws IOException {
    System.gc();
    long resident =
        Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .findFirst()
            .orElseThrow();
    return resident - Runtime.getRuntime().totalMemory() / 1024;
  }
}
