package actbench.engine;

import actbench.activation.ElementFunction;
import actbench.activation.TilePool;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Our own kernels: tiles on several threads in float, a loop in double. */
record TiledElementwise(ElementFunction function) implements Elementwise {
  @Override
  public void forward(INDArray x, INDArray y) {
    if (x.dataType() == DataType.FLOAT) {
      TilePool.shared()
          .forward(function, Memory.floats(x), Memory.floats(y), Math.toIntExact(x.length()));
      return;
    }
    double[] values = Memory.read(x);
    function.forward(values, values, 0, values.length);
    Memory.write(values, y);
  }

  @Override
  public void backward(INDArray x, INDArray upstream, INDArray dx) {
    if (x.dataType() == DataType.FLOAT) {
      TilePool.shared()
          .backward(
              function,
              Memory.floats(x),
              Memory.floats(upstream),
              Memory.floats(dx),
              Math.toIntExact(x.length()));
      return;
    }
    double[] values = Memory.read(x);
    function.backward(values, Memory.read(upstream), values, 0, values.length);
    Memory.write(values, dx);
  }

  @Override
  public boolean worksFromOutput() {
    return false;
  }
}
