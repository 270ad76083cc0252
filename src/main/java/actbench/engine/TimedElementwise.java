package actbench.engine;

import java.util.Optional;
import org.bytedeco.dnnl.primitive_attr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Another's work, counted as an activation's. */
record TimedElementwise(Elementwise function) implements Elementwise {
  private static final String KIND = "activation";

  @Override
  public void forward(INDArray x, INDArray y) {
    forward(x, y, false);
  }

  @Override
  public void forward(INDArray x, INDArray y, boolean training) {
    String before = LayerTimes.shared().enter(KIND);
    function.forward(x, y, training);
    LayerTimes.shared().enter(before);
  }

  @Override
  public void backward(INDArray x, INDArray upstream, INDArray dx) {
    String before = LayerTimes.shared().enter(KIND);
    function.backward(x, upstream, dx);
    LayerTimes.shared().enter(before);
  }

  @Override
  public void startStep(int step) {
    function.startStep(step);
  }

  @Override
  public Optional<primitive_attr> afterPrimitive() {
    return function.afterPrimitive();
  }

  @Override
  public boolean isRelu() {
    return function.isRelu();
  }

  @Override
  public boolean worksFromOutput() {
    return function.worksFromOutput();
  }
}
