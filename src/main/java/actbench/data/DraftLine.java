package actbench.data;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Prepares batches on a thread of its own, a few ahead of who takes them, and in their order. */
final class DraftLine implements AutoCloseable {
  private static final int DRAFTS = 3;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread worker = new Thread(task, "batches");
            worker.setDaemon(true);
            return worker;
          });
  private final Deque<BatchDraft> free = new ArrayDeque<>();
  private final Deque<Future<BatchDraft>> coming = new ArrayDeque<>();
  private long waited;

  DraftLine(Supplier<BatchDraft> drafts) {
    for (int i = 0; i < DRAFTS; i++) {
      free.add(drafts.get());
    }
  }

  /** Whether a draft is free for a further batch. */
  boolean hasRoom() {
    return !free.isEmpty();
  }

  /** Has a batch prepared behind those that are coming. */
  void add(Consumer<BatchDraft> preparation) {
    BatchDraft draft = free.remove();
    coming.add(
        thread.submit(
            () -> {
              preparation.accept(draft);
              return draft;
            }));
  }

  /** The next batch, as soon as it is there. */
  BatchDraft take() {
    long start = System.nanoTime();
    try {
      return coming.remove().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a batch was prepared", e);
    } finally {
      waited += System.nanoTime() - start;
    }
  }

  /** Gives a draft back for another batch. */
  void giveBack(BatchDraft draft) {
    free.add(draft);
  }

  /** Forgets the batches that are coming. */
  void drop() {
    while (!coming.isEmpty()) {
      giveBack(take());
    }
  }

  /** Time that was spent waiting for batches, in nanoseconds. */
  long waited() {
    return waited;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
