package actbench.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sees to an orderly end when the program is stopped from outside.
 *
 * <p>Java answers a signal by running hooks while the other threads go on. The hook here interrupts
 * the thread that works on the grid, waits until that has let go of the workers, and then has the
 * files written.
 */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 8;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final Thread hook;
  private final Runnable farewell;
  private final AtomicBoolean said = new AtomicBoolean();
  private volatile boolean stopping;

  Interruption(Runnable farewell) {
    this.farewell = farewell;
    hook = new Thread(this::stop, "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stop() {
    stopping = true;
    worker.interrupt();
    try {
      if (letGo.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        sayFarewell();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has the files written, by whoever comes first: the hook, or the thread that stopped. */
  void sayFarewell() {
    if (!said.getAndSet(true)) {
      farewell.run();
    }
  }

  /** Throws when a stop is under way, so that nothing is concluded from half a grid. */
  void check() throws InterruptedException {
    if (stopping) {
      throw new InterruptedException();
    }
  }

  @Override
  public void close() {
    if (stopping) {
      letGo.countDown();
      sleepUntilTheEnd();
    } else {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        letGo.countDown();
        sleepUntilTheEnd();
      }
    }
  }

  /** The hook still writes to the journal, which the worker would close. */
  private static void sleepUntilTheEnd() {
    try {
      new CountDownLatch(1).await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
