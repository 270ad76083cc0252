package actbench.data.download;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** Closes a stream that brings nothing for too long, which wakes whoever reads from it. */
final class StallGuard implements AutoCloseable {
  private final Closeable stream;
  private final long stallNanos;
  private final Thread thread;
  private volatile long lastProgress = System.nanoTime();
  private volatile boolean fired;

  StallGuard(Closeable stream, Duration stall) {
    this.stream = stream;
    stallNanos = stall.toNanos();
    thread = new Thread(this::watch, "download-stall-guard");
    thread.setDaemon(true);
    thread.start();
  }

  /** Something came. */
  void progressed() {
    lastProgress = System.nanoTime();
  }

  /** Whether the stream was closed for having stalled. */
  boolean hasFired() {
    return fired;
  }

  private void watch() {
    try {
      while (true) {
        long left = stallNanos - (System.nanoTime() - lastProgress);
        if (left <= 0) {
          fired = true;
          stream.close();
          return;
        }
        Thread.sleep(left / 1_000_000 + 1);
      }
    } catch (InterruptedException | IOException e) {
      // The download is over.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
