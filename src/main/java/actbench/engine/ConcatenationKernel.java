package actbench.engine;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arithmetic of {@link Concatenation}: copies of columns, each pixel or example being a row.
 */
final class ConcatenationKernel implements VertexKernel {
  /** There and back for each input. */
  private record Copies(List<StridedCopy> there, List<StridedCopy> back) {}

  private final Site site;
  private final Buffer output;
  private final List<Buffer> gradients = new ArrayList<>();
  private final List<long[]> shapes = new ArrayList<>();
  private final BatchSizes<Copies> copies = new BatchSizes<>();

  ConcatenationKernel(Site site) {
    this.site = site;
    output = site.buffer();
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training) {
    shapes.clear();
    for (INDArray input : inputs) {
      shapes.add(input.shape());
    }
    long[] shape = inputs[0].shape().clone();
    shape[shape.length - 1] = columns();
    INDArray result = output.of(shape);
    List<StridedCopy> there = copies(result).there();
    long from = 0;
    for (int i = 0; i < inputs.length; i++) {
      there.get(i).run(inputs[i], 0, result, from);
      from += last(shapes.get(i));
    }
    return result;
  }

  @Override
  public INDArray[] backward(INDArray gradient) {
    List<StridedCopy> back = copies(gradient).back();
    INDArray[] parts = new INDArray[shapes.size()];
    long from = 0;
    for (int i = 0; i < parts.length; i++) {
      if (gradients.size() <= i) {
        gradients.add(site.buffer());
      }
      parts[i] = gradients.get(i).of(shapes.get(i));
      back.get(i).run(gradient, from, parts[i], 0);
      from += last(shapes.get(i));
    }
    return parts;
  }

  private Copies copies(INDArray joined) {
    return copies.get(joined.shape(), this::create);
  }

  private Copies create(long[] shape) {
    long columns = columns();
    long rows = 1;
    for (int i = 0; i < shape.length - 1; i++) {
      rows *= shape[i];
    }
    Copies created = new Copies(new ArrayList<>(), new ArrayList<>());
    for (long[] each : shapes) {
      created.there().add(StridedCopy.columns(site, rows, last(each), last(each), columns));
      created.back().add(StridedCopy.columns(site, rows, last(each), columns, last(each)));
    }
    return created;
  }

  private long columns() {
    return shapes.stream().mapToLong(ConcatenationKernel::last).sum();
  }

  private static long last(long[] shape) {
    return shape[shape.length - 1];
  }
}
