package actbench.engine;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** A window that slides over the rows and columns of an image. */
public record Window(
    @JsonProperty("kernelHeight") int kernelHeight,
    @JsonProperty("kernelWidth") int kernelWidth,
    @JsonProperty("strideHeight") int strideHeight,
    @JsonProperty("strideWidth") int strideWidth,
    @JsonProperty("dilationHeight") int dilationHeight,
    @JsonProperty("dilationWidth") int dilationWidth,
    @JsonProperty("padding") Padding padding) {

  public Window {
    if (Math.min(kernelHeight, kernelWidth) < 1
        || Math.min(strideHeight, strideWidth) < 1
        || Math.min(dilationHeight, dilationWidth) < 1) {
      throw new IllegalArgumentException("kernel, stride and dilation must be at least 1");
    }
  }

  /** A square kernel at stride 1 without padding or dilation. */
  public static Window square(int kernel) {
    return new Window(kernel, kernel, 1, 1, 1, 1, Padding.VALID);
  }

  /** This window with the same stride in both directions. */
  public Window stride(int stride) {
    return stride(stride, stride);
  }

  /** This window with these strides. */
  public Window stride(int height, int width) {
    return new Window(
        kernelHeight, kernelWidth, height, width, dilationHeight, dilationWidth, padding);
  }

  /** This window with the same dilation in both directions; 1 is none. */
  public Window dilation(int dilation) {
    return new Window(
        kernelHeight, kernelWidth, strideHeight, strideWidth, dilation, dilation, padding);
  }

  /** This window with this padding. */
  public Window padding(Padding changed) {
    return new Window(
        kernelHeight,
        kernelWidth,
        strideHeight,
        strideWidth,
        dilationHeight,
        dilationWidth,
        changed);
  }

  /** Cells of the kernel. */
  int cells() {
    return kernelHeight * kernelWidth;
  }

  /** Positions of the window, and the padding in numbers, over an image of this size. */
  Frame over(long height, long width) {
    int spanHeight = (kernelHeight - 1) * dilationHeight + 1;
    int spanWidth = (kernelWidth - 1) * dilationWidth + 1;
    int top = padding.top();
    int bottom = padding.bottom();
    int left = padding.left();
    int right = padding.right();
    if (padding.same()) {
      int rows = samePadding(height, strideHeight, spanHeight);
      int columns = samePadding(width, strideWidth, spanWidth);
      top = rows / 2;
      bottom = rows - top;
      left = columns / 2;
      right = columns - left;
    }
    long outputHeight = Math.floorDiv(height + top + bottom - spanHeight, strideHeight) + 1;
    long outputWidth = Math.floorDiv(width + left + right - spanWidth, strideWidth) + 1;
    if (outputHeight < 1 || outputWidth < 1) {
      throw new IllegalArgumentException(
          "a window of %dx%d does not fit into an image of %dx%d"
              .formatted(spanHeight, spanWidth, height, width));
    }
    return new Frame(outputHeight, outputWidth, top, bottom, left, right);
  }

  private static int samePadding(long size, int stride, int span) {
    long outputs = (size + stride - 1) / stride;
    return (int) Math.max((outputs - 1) * stride + span - size, 0);
  }

  /** The result of laying a window over an image. */
  record Frame(long height, long width, int top, int bottom, int left, int right) {
    /** Whether the window leaves the image anywhere. */
    boolean padded() {
      return top + bottom + left + right > 0;
    }

    /** A buffer for the padded image; null where there is no padding. */
    Buffer paddedBuffer(DataType type) {
      return padded() ? new Buffer(type) : null;
    }
  }
}
