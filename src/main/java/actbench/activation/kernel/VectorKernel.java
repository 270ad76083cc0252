package actbench.activation.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.ConcurrentHashMap;

/** A vector function together with loops of its own. */
record VectorKernel(VectorFunction function, VectorLoops loops) implements TileKernel {
  private static final ConcurrentHashMap<Class<?>, VectorLoops> LOOPS = new ConcurrentHashMap<>();

  /** The kernel of a function; functions of one class share their loops. */
  static VectorKernel of(VectorFunction function) {
    return new VectorKernel(
        function, LOOPS.computeIfAbsent(function.getClass(), kind -> newLoops()));
  }

  private static VectorLoops newLoops() {
    String file = VectorLoop.class.getSimpleName() + ".class";
    try (InputStream in = VectorLoop.class.getResourceAsStream(file)) {
      return (VectorLoops)
          MethodHandles.lookup()
              .defineHiddenClass(in.readAllBytes(), true)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot define the loops of a kernel", e);
    }
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to) {
    loops.forward(function, x, y, from, to);
  }

  @Override
  public void backward(float[] x, float[] upstream, float[] dx, int from, int to) {
    loops.backward(function, x, upstream, dx, from, to);
  }
}
