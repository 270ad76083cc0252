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

  /** Writes the result for {@code from <= i < to}; arrays may be the same. */
  void run(float[] x, float[] upstream, float[] out, int from, int to) {
    int whole = VectorMath.SPECIES.loopBound(to - from);
    float[][] arrays = arrays(scratch);
    if (scratch == 0) {
      loops.get(0).run(x, upstream, out, from, whole, arrays);
    } else {
      for (int start = 0; start < whole; start += STRETCH) {
        runAll(x, upstream, out, from + start, Math.min(STRETCH, whole - start), arrays);
      }
    }
    int rest = to - from - whole;
    if (rest > 0) {
      // The rest goes through the same code in padded vectors, so that borders change no bit.
      float[] pad = VectorMath.padded(x, from + whole, to);
      float[] padUpstream = upstream == null ? pad : VectorMath.padded(upstream, from + whole, to);
      runAll(pad, padUpstream, pad, 0, pad.length, arrays);
      System.arraycopy(pad, 0, out, from + whole, rest);
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

  private void runAll(
      float[] x, float[] upstream, float[] out, int from, int length, float[][] arrays) {
    for (FusedLoop loop : loops) {
      loop.run(x, upstream, out, from, length, arrays);
    }
  }
}
