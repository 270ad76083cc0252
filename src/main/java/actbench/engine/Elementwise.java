package actbench.engine;

import actbench.activation.ElementFunction;
import java.util.Optional;
import org.bytedeco.dnnl.primitive_attr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An activation over whole arrays on one path. All arrays lie in order and have one shape. */
interface Elementwise {
  /** Sets {@code y = f(x)}; x and y may be the same array. */
  void forward(INDArray x, INDArray y);

  /** {@link #forward(INDArray, INDArray)} for a function that differs in training. */
  default void forward(INDArray x, INDArray y, boolean training) {
    forward(x, y);
  }

  /** Says which training step comes next, counted from 0. */
  default void startStep(int step) {}

  /** Sets {@code dx = upstream * f'(x)}; dx may be one of the others. */
  void backward(INDArray x, INDArray upstream, INDArray dx);

  /** Whether {@link #backward} may be given y in place of x: then one array serves both. */
  boolean worksFromOutput();

  /** Whether this is ReLU. */
  default boolean isRelu() {
    return false;
  }

  /** What has a primitive of oneDNN apply the function to its result; only if y serves backward. */
  default Optional<primitive_attr> afterPrimitive() {
    return Optional.empty();
  }

  /** The best way to compute a function at a site. */
  static Elementwise of(ElementFunction function, Site site) {
    if (function.name().equals("rrelu")) {
      return new TimedElementwise(new RandomSlopes(function, site));
    }
    Elementwise tiled = new TiledElementwise(function);
    return new TimedElementwise(
        site.onednn() ? OnednnElementwise.find(function).orElse(tiled) : tiled);
  }
}
