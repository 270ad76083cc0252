package actbench.engine;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Convolution by ND4J's operations.
 *
 * <p>The image is padded here, so that any padding is served by the operations' unpadded form, and
 * groups are convolved one by one.
 */
final class PlainConvolution implements ConvolutionProducts {
  private final ConvolutionShape shape;
  private final INDArray weight;
  private final INDArray bias;
  private final INDArray padded;

  PlainConvolution(ConvolutionShape shape, Site site, INDArray weight, INDArray bias) {
    this.shape = shape;
    this.weight = weight;
    this.bias = bias;
    Window.Frame frame = shape.frame();
    padded =
        frame.padded()
            ? Nd4j.zeros(
                site.type(),
                shape.batch(),
                shape.height() + frame.top() + frame.bottom(),
                shape.width() + frame.left() + frame.right(),
                shape.inputs())
            : null;
  }

  @Override
  public void forward(INDArray x, INDArray y) {
    INDArray source = pad(x);
    for (long group = 0; group < shape.groups(); group++) {
      INDArray image = inputs(source, group);
      INDArray kernel = outputs(weight, group);
      INDArray result = single() ? y : copyOfShape(outputs(y, group));
      Nd4j.exec(operation("conv2d").addInputs(image, kernel).addOutputs(result).build());
      if (!single()) {
        outputsView(y, group).assign(result);
      }
    }
    if (bias != null) {
      y.reshape('c', y.length() / shape.outputs(), shape.outputs()).addiRowVector(bias);
    }
  }

  @Override
  public void data(INDArray dy, INDArray dx) {
    backward(dx, dy, null, dx);
  }

  @Override
  public void weights(INDArray x, INDArray dy, INDArray dw, INDArray db) {
    backward(x, dy, dw, null);
    if (bias != null) {
      dy.reshape('c', dy.length() / shape.outputs(), shape.outputs()).sum(db, 0);
    }
  }

  /** ND4J knows both gradients as one operation; the one not asked for is thrown away. */
  private void backward(INDArray x, INDArray dy, INDArray dw, INDArray dx) {
    INDArray source = pad(x);
    INDArray sourceGradient = source.ulike();
    for (long group = 0; group < shape.groups(); group++) {
      INDArray image = inputs(source, group);
      INDArray kernel = outputs(weight, group);
      INDArray imageGradient = single() ? sourceGradient : copyOfShape(image);
      INDArray kernelGradient = copyOfShape(kernel);
      Nd4j.exec(
          operation("conv2d_bp")
              .addInputs(image, kernel, outputs(dy, group))
              .addOutputs(imageGradient, kernelGradient)
              .build());
      if (!single()) {
        inputsView(sourceGradient, group).assign(imageGradient);
      }
      if (dw != null) {
        outputsView(dw, group).assign(kernelGradient);
      }
    }
    if (dx != null) {
      dx.assign(inside(sourceGradient));
    }
  }

  private boolean single() {
    return shape.groups() == 1;
  }

  private INDArray pad(INDArray x) {
    if (padded == null) {
      return x;
    }
    inside(padded).assign(x);
    return padded;
  }

  private INDArray inside(INDArray image) {
    if (padded == null) {
      return image;
    }
    Window.Frame frame = shape.frame();
    return image.get(
        NDArrayIndex.all(),
        NDArrayIndex.interval(frame.top(), frame.top() + shape.height()),
        NDArrayIndex.interval(frame.left(), frame.left() + shape.width()),
        NDArrayIndex.all());
  }

  private INDArray inputs(INDArray image, long group) {
    return single() ? image : inputsView(image, group).dup('c');
  }

  private INDArray outputs(INDArray array, long group) {
    return single() ? array : outputsView(array, group).dup('c');
  }

  private INDArray inputsView(INDArray image, long group) {
    return lastAxis(image, group, shape.inputsPerGroup());
  }

  private INDArray outputsView(INDArray array, long group) {
    return lastAxis(array, group, shape.outputsPerGroup());
  }

  private static INDArray lastAxis(INDArray array, long group, long size) {
    INDArrayIndex all = NDArrayIndex.all();
    return array.get(all, all, all, NDArrayIndex.interval(group * size, (group + 1) * size));
  }

  private static INDArray copyOfShape(INDArray array) {
    return Nd4j.createUninitialized(array.dataType(), array.shape(), 'c');
  }

  private DynamicCustomOp.DynamicCustomOpsBuilder operation(String name) {
    Window window = shape.window();
    return DynamicCustomOp.builder(name)
        .addIntegerArguments(
            window.kernelHeight(),
            window.kernelWidth(),
            window.strideHeight(),
            window.strideWidth(),
            0,
            0,
            window.dilationHeight(),
            window.dilationWidth(),
            // No padding, channels last, weights as height, width, inputs, outputs.
            0,
            1,
            0);
  }
}
