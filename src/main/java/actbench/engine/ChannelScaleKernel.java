package actbench.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.memory;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arithmetic of {@link ChannelScale}.
 *
 * <p>With oneDNN an image of the batch at a time, as its products stretch a row of channels over
 * pixels but not over examples.
 */
final class ChannelScaleKernel implements VertexKernel {
  private static final int FLOAT_BYTES = Float.BYTES;

  private final Site site;
  private final Buffer output;
  private final Buffer imageGradient;
  private final Buffer products;
  private final Kernel means;
  private final BatchSizes<NativeOperation> scales = new BatchSizes<>();
  private final BatchSizes<NativeOperation> multiplications = new BatchSizes<>();
  private INDArray image;
  private INDArray gate;

  ChannelScaleKernel(Site site) {
    this.site = site;
    output = site.buffer();
    imageGradient = site.buffer();
    products = site.buffer();
    means = new GlobalPooling(Pooling.Kind.MEAN).kernel(site);
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training) {
    image = inputs[0];
    gate = inputs[1];
    INDArray result = output.of(image.shape());
    scale(image, result);
    return result;
  }

  @Override
  public INDArray[] backward(INDArray gradient) {
    INDArray images = imageGradient.of(image.shape());
    scale(gradient, images);
    INDArray product = products.of(image.shape());
    if (site.onednn()) {
      multiplications
          .get(new long[] {product.length()}, shape -> product(Onednn.flat(shape[0])))
          .bind(DNNL_ARG_SRC_0, gradient)
          .bind(DNNL_ARG_SRC_1, image)
          .bind(DNNL_ARG_DST, product)
          .run();
    } else {
      gradient.muli(image, product);
    }
    INDArray gates = means.forward(product, true);
    return new INDArray[] {images, gates.muli(image.size(1) * image.size(2))};
  }

  private void scale(INDArray from, INDArray to) {
    if (!site.onednn()) {
      to.assign(from.mul(gate.reshape('c', gate.size(0), 1, 1, gate.size(1))));
      return;
    }
    long[] shape = from.shape();
    NativeOperation scale =
        scales.get(new long[] {1, shape[1], shape[2], shape[3]}, ChannelScaleKernel::stretched);
    long step = shape[1] * shape[2] * shape[3] * FLOAT_BYTES;
    long source = Memory.address(from);
    long target = Memory.address(to);
    long row = Memory.address(gate);
    for (long example = 0; example < shape[0]; example++) {
      scale
          .bind(DNNL_ARG_SRC_0, source + example * step)
          .bind(DNNL_ARG_SRC_1, row + example * shape[3] * FLOAT_BYTES)
          .bind(DNNL_ARG_DST, target + example * step)
          .run();
    }
  }

  private static NativeOperation stretched(long[] shape) {
    memory.desc pixels = Onednn.channelsLast(shape);
    return product(pixels, Onednn.channelsLast(1, 1, 1, shape[3]));
  }

  private static NativeOperation product(memory.desc both) {
    return product(both, both);
  }

  private static NativeOperation product(memory.desc first, memory.desc second) {
    return new NativeOperation(
            new binary(
                new binary.primitive_desc(
                    new binary.desc(dnnl_binary_mul, first, second, first), Onednn.engine())))
        .with(DNNL_ARG_SRC_0, first)
        .with(DNNL_ARG_SRC_1, second)
        .with(DNNL_ARG_DST, first);
  }
}
