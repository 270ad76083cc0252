package actbench.activation;

import java.nio.FloatBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Threads that work through the tiles of a large array together with the caller.
 *
 * <p>A tile is copied from the array's memory into scratch of its thread, worked on there, and
 * copied back; it is small enough to stay in the first-level cache. Which thread takes which tile
 * does not change the result.
 */
public final class TilePool implements AutoCloseable {
  /** Floats in a tile: 16 KiB, half of a small first-level cache. */
  public static final int TILE = 4096;

  /** Tiles below which waking another thread costs more than it saves. */
  private static final int TILES_WORTH_SHARING = 8;

  /** Turns of a loop, some ten microseconds: a few tiles' worth. */
  private static final int SPINS = 1000;

  private static final ThreadLocal<float[][]> SCRATCH =
      ThreadLocal.withInitial(() -> new float[2][TILE]);

  private static final class Shared {
    static final TilePool POOL = new TilePool(threadsWanted());
  }

  private final int threads;
  private final ExecutorService helpers;

  /** A pool in which {@code threads - 1} daemon threads help each caller. */
  public TilePool(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a pool of " + threads + " threads");
    }
    this.threads = threads;
    // No thread is started before the first array that is worth sharing.
    this.helpers =
        Executors.newFixedThreadPool(
            Math.max(threads - 1, 1),
            task -> {
              Thread thread = new Thread(task, "activation-tiles");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** The pool of this process: as many threads as {@code OMP_NUM_THREADS} says, else one a core. */
  public static TilePool shared() {
    return Shared.POOL;
  }

  private static int threadsWanted() {
    String wanted = System.getenv("OMP_NUM_THREADS");
    if (wanted != null && wanted.matches("[1-9][0-9]{0,3}")) {
      return Integer.parseInt(wanted);
    }
    return Runtime.getRuntime().availableProcessors();
  }

  /** Sets {@code y[i] = f(x[i])} for the first {@code length} elements; x and y may be the same. */
  public void forward(ElementFunction function, FloatBuffer x, FloatBuffer y, int length) {
    run(
        length,
        start -> {
          int size = Math.min(TILE, length - start);
          float[] tile = SCRATCH.get()[0];
          x.get(start, tile, 0, size);
          function.forward(tile, tile, 0, size);
          y.put(start, tile, 0, size);
        });
  }

  /**
   * Sets {@code dx[i] = upstream[i] * f'(x[i])} for the first {@code length} elements; any of the
   * buffers may be the same.
   */
  public void backward(
      ElementFunction function, FloatBuffer x, FloatBuffer upstream, FloatBuffer dx, int length) {
    run(
        length,
        start -> {
          int size = Math.min(TILE, length - start);
          float[][] scratch = SCRATCH.get();
          x.get(start, scratch[0], 0, size);
          upstream.get(start, scratch[1], 0, size);
          function.backward(scratch[0], scratch[1], scratch[0], 0, size);
          dx.put(start, scratch[0], 0, size);
        });
  }

  /** Work on one tile, with scratch of its thread. */
  @FunctionalInterface
  public interface TileWork {
    /**
     * Works on the elements {@code from <= i < from + size}.
     *
     * @param a scratch of at least {@code size} floats, whatever was left there
     * @param b the same again
     */
    void run(int from, int size, float[] a, float[] b);
  }

  /**
   * Works through the tiles of arrays of this length. Every tile but the last begins at a multiple
   * of 4,096.
   */
  public void forEach(int length, TileWork work) {
    run(
        length,
        start -> {
          float[][] scratch = SCRATCH.get();
          work.run(start, Math.min(TILE, length - start), scratch[0], scratch[1]);
        });
  }

  /**
   * Does each of so many pieces of work once, on as many threads as there are.
   *
   * @param work gets the number of a piece, counted from 0
   */
  public void forEachPart(int parts, IntConsumer work) {
    run(parts, work, Math.min(threads, parts));
  }

  /** Lets the threads end; the pool must not be used any more. */
  @Override
  public void close() {
    helpers.shutdown();
  }

  private void run(int length, IntConsumer tile) {
    int tiles = (length + TILE - 1) / TILE;
    run(tiles, i -> tile.accept(i * TILE), Math.min(threads, tiles / TILES_WORTH_SHARING));
  }

  private void run(int parts, IntConsumer work, int workers) {
    if (workers <= 1) {
      for (int i = 0; i < parts; i++) {
        work.accept(i);
      }
      return;
    }
    new Round(parts, work, workers).run();
  }

  /** Parts of one piece of work, taken one by one by whoever is free. */
  private final class Round {
    private final int parts;
    private final IntConsumer work;
    private final int workers;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch finished;
    private volatile RuntimeException failure;

    Round(int parts, IntConsumer work, int workers) {
      this.parts = parts;
      this.work = work;
      this.workers = workers;
      this.finished = new CountDownLatch(parts);
    }

    void run() {
      for (int i = 1; i < workers; i++) {
        helpers.execute(this::takeParts);
      }
      takeParts();
      // The others are in their last part: waking up from a wait would take longer.
      for (int i = 0; i < SPINS && finished.getCount() > 0; i++) {
        Thread.onSpinWait();
      }
      boolean interrupted = false;
      while (true) {
        try {
          finished.await();
          break;
        } catch (InterruptedException e) {
          // Others still write into the caller's memory: it must not go on before they are done.
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (failure != null) {
        throw failure;
      }
    }

    private void takeParts() {
      for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) {
        try {
          work.accept(i);
        } catch (RuntimeException e) {
          failure = e;
        } finally {
          finished.countDown();
        }
      }
    }
  }
}
