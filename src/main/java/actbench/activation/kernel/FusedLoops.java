package actbench.activation.kernel;

import actbench.activation.kernel.Program.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The loops of a program, one after the other, over stretches short enough for what they hand on to
 * stay in the cache.
 *
 * @param scratch how many arrays they hand on
 */
record FusedLoops(List<FusedLoop> loops, int scratch) {
  /** Floats of scratch; a multiple of every vector length. */
  private static final int STRETCH = 512;

  private static final int KEPT = 100;

  private static final ThreadLocal<float[][]> SCRATCH =
      ThreadLocal.withInitial(() -> new float[0][]);

  /** What makes loops equal: they need not be compiled again for the next network. */
  private record Key(List<Step> steps, int result, boolean backward) {}

  private static final Map<Key, FusedLoops> KNOWN =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, FusedLoops> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * The loops that compute one step of a program.
   *
   * @param backward whether to multiply it by the upstream gradient
   */
  static FusedLoops of(Program program, int result, boolean backward) {
    Key key = new Key(program.steps(), result, backward);
    synchronized (KNOWN) {
      return KNOWN.computeIfAbsent(
          key, each -> new LoopWriter(each.steps(), result, backward).write());
    }
  }

  /** Writes the result for {@code from <= i < to}, whole vectors; arrays may be the same. */
  void run(float[] x, float[] upstream, float[] out, int from, int to) {
    float[][] arrays = arrays(scratch);
    if (scratch == 0) {
      loops.get(0).run(x, upstream, out, from, to - from, arrays);
      return;
    }
    for (int start = from; start < to; start += STRETCH) {
      int length = Math.min(STRETCH, to - start);
      for (FusedLoop loop : loops) {
        loop.run(x, upstream, out, start, length, arrays);
      }
    }
  }

  private static float[][] arrays(int wanted) {
    float[][] arrays = SCRATCH.get();
    if (arrays.length < wanted) {
      arrays = new float[wanted][STRETCH];
      SCRATCH.set(arrays);
    }
    return arrays;
  }
}
