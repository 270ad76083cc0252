package actbench.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies weights between their order in the network and the one oneDNN computes with. */
final class WeightOrder {
  private final memory theirs;
  private final NativeOperation copy;
  private final int ours;

  private WeightOrder(memory theirs, NativeOperation copy, int ours) {
    this.theirs = theirs;
    this.copy = copy;
    this.ours = ours;
  }

  /** Copies from our order into memory in oneDNN's. */
  static WeightOrder to(memory.desc ours, memory.desc theirs) {
    memory target = new memory(theirs, Onednn.engine());
    NativeOperation copy = copy(ours, theirs).with(DNNL_ARG_FROM, ours).with(DNNL_ARG_TO, target);
    return new WeightOrder(target, copy, DNNL_ARG_FROM);
  }

  /** Copies from memory in oneDNN's order into ours. */
  static WeightOrder from(memory.desc theirs, memory.desc ours) {
    memory target = new memory(theirs, Onednn.engine());
    NativeOperation copy = copy(theirs, ours).with(DNNL_ARG_FROM, target).with(DNNL_ARG_TO, ours);
    return new WeightOrder(target, copy, DNNL_ARG_TO);
  }

  private static NativeOperation copy(memory.desc from, memory.desc to) {
    return new NativeOperation(
        new reorder(new reorder.primitive_desc(Onednn.engine(), from, Onednn.engine(), to)));
  }

  /** The memory in oneDNN's order. */
  memory memory() {
    return theirs;
  }

  void run(INDArray array) {
    copy.bind(ours, array).run();
  }
}
