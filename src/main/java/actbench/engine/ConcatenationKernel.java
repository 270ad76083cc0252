package actbench.engine;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The arithmetic of {@link Concatenation}: copies of columns, each pixel or example being a row.
 */
final class ConcatenationKernel implements VertexKernel {
  private final Site site;
  private final Buffer output;
  private final List<Buffer> gradients = new ArrayList<>();
  private final List<long[]> shapes = new ArrayList<>();

  ConcatenationKernel(Site site) {
    this.site = site;
    output = site.buffer();
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training) {
    shapes.clear();
    long columns = 0;
    for (INDArray input : inputs) {
      shapes.add(input.shape());
      columns += last(input);
    }
    long[] shape = inputs[0].shape().clone();
    shape[shape.length - 1] = columns;
    INDArray result = output.of(shape);
    INDArray rows = rows(result);
    long from = 0;
    for (INDArray input : inputs) {
      long to = from + last(input);
      rows.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to)).assign(rows(input));
      from = to;
    }
    return result;
  }

  @Override
  public INDArray[] backward(INDArray gradient) {
    INDArray rows = rows(gradient);
    INDArray[] parts = new INDArray[shapes.size()];
    long from = 0;
    for (int i = 0; i < parts.length; i++) {
      if (gradients.size() <= i) {
        gradients.add(site.buffer());
      }
      parts[i] = gradients.get(i).of(shapes.get(i));
      long to = from + last(parts[i]);
      rows(parts[i]).assign(rows.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to)));
      from = to;
    }
    return parts;
  }

  private static long last(INDArray array) {
    return array.size(array.rank() - 1);
  }

  private static INDArray rows(INDArray array) {
    return array.reshape('c', array.length() / last(array), last(array));
  }
}
