package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** That the layers find the memory of arrays, and use no more of it from step to step. */
final class MemoryTest {
  private static final Path MAPPINGS = Path.of("/proc/self/smaps");
  private static final Pattern MAPPING = Pattern.compile("^[0-9a-f]+-[0-9a-f]+ ");

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
    assumeTrue(Files.isReadable(MAPPINGS));
    ComputationGraph net =
        EngineNetwork.create(
            SampleNetworks.of("lenet-4", SampleNetworks.function("mish"), DataType.FLOAT));
    INDArray x = Nd4j.rand(DataType.FLOAT, 1, 28, 28, 1);
    INDArray y = Nd4j.zeros(DataType.FLOAT, 1, 10).putScalar(3, 1);
    steps(net, x, y, 200);
    long before = residentOutsideTheHeap();
    assertThat(before).isGreaterThan(100_000);
    steps(net, x, y, 2000);
    assertThat(residentOutsideTheHeap() - before).isLessThan(40_000);
  }

  private static void steps(ComputationGraph net, INDArray x, INDArray y, int count) {
    for (int i = 0; i < count; i++) {
      net.fit(new INDArray[] {x}, new INDArray[] {y});
    }
  }

  /**
   * Kilobytes of the process that are not the Java heap, after a collection. The tests' heap of 2
   * GB lies in the lowest 32, as addresses in four bytes ask for, and all other memory beyond.
   */
  private static long residentOutsideTheHeap() throws IOException {
    System.gc();
    assertThat(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax())
        .isLessThan(32L << 30);
    long resident = 0;
    boolean outside = false;
    for (String line : Files.readAllLines(MAPPINGS)) {
      if (MAPPING.matcher(line).find()) {
        outside = Long.parseUnsignedLong(line.substring(0, line.indexOf('-')), 16) >= 32L << 30;
      } else if (outside && line.startsWith("Rss:")) {
        resident += Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    return resident;
  }
}
