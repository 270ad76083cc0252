package actbench.run;

import actbench.grid.Plan;
import actbench.grid.RunConfig;
import actbench.result.EpochRecord;
import actbench.result.RunResult;
import actbench.result.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Works through the runs of a plan that are not settled yet, several at a time.
 *
 * <p>Each result is handed to the caller to be saved before the listener hears of it. A failure to
 * save stops the grid: training on without a record would waste the night.
 */
public final class GridRunner {
  private static final long STOP_MILLIS = 3000;

  private final Trainer trainer;
  private final RunListener listener;
  private final RunPolicy policy;
  private final Object turn = new Object();
  private final Queue<RunConfig> queue = new ArrayDeque<>();
  private final List<Thread> slots = new ArrayList<>();
  private volatile boolean stopped;
  private boolean interrupted;
  private RuntimeException fault;

  public GridRunner(Trainer trainer, RunListener listener, RunPolicy policy) {
    this.trainer = trainer;
    this.listener = listener;
    this.policy = policy;
  }

  /** The runs that {@link #run} would train, in order. */
  public static List<RunConfig> todo(
      Plan plan, Map<String, RunResult> earlier, boolean retryFailed) {
    List<RunConfig> todo = new ArrayList<>();
    for (RunConfig run : plan.runs()) {
      RunResult before = earlier.get(run.id());
      if (before == null || isOpen(before.status(), retryFailed)) {
        todo.add(run);
      }
    }
    return todo;
  }

  private static boolean isOpen(Status status, boolean retryFailed) {
    return switch (status) {
      case OK, DIVERGED -> false;
      case FAILED, TIMEOUT, CRASHED -> retryFailed;
      case INTERRUPTED -> true;
    };
  }

  /**
   * Trains what is not settled.
   *
   * @param earlier the latest result by run id
   * @param save puts a result where it survives a crash; called by one thread at a time
   * @throws InterruptedException when the calling thread is interrupted, or a run was from outside;
   *     running trainings are stopped first
   * @throws TrainerException when no run can be trained
   */
  public void run(Plan plan, Map<String, RunResult> earlier, Consumer<RunResult> save)
      throws InterruptedException {
    List<RunConfig> todo = todo(plan, earlier, policy.retryFailed());
    queue.addAll(todo);
    int settled = plan.runs().size() - todo.size();
    synchronized (turn) {
      listener.started(todo.size(), settled);
    }
    for (int slot = 0; slot < Math.min(policy.jobs(), todo.size()); slot++) {
      int number = slot;
      slots.add(new Thread(() -> work(number, save), "slot-" + number));
    }
    slots.forEach(Thread::start);
    try {
      for (Thread thread : slots) {
        thread.join();
      }
    } catch (InterruptedException e) {
      stopped = true;
      for (Thread thread : slots) {
        thread.interrupt();
      }
      for (Thread thread : slots) {
        // Time to let go of a worker or to finish saving; not forever, since somebody waits for the
        // prompt.
        thread.join(STOP_MILLIS);
      }
      throw e;
    } finally {
      synchronized (turn) {
        listener.finished();
      }
    }
    if (fault != null) {
      throw fault;
    }
    if (interrupted) {
      throw new InterruptedException();
    }
  }

  private void work(int slot, Consumer<RunResult> save) {
    try {
      RunConfig run = next();
      while (run != null) {
        train(slot, run, save);
        run = next();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      synchronized (turn) {
        stopped = true;
        interrupted = true;
      }
    } catch (RuntimeException e) {
      stop(e);
    } catch (OutOfMemoryError e) {
      stop(new TrainerException("the program ran out of memory: " + e.getMessage(), e));
    } catch (Error e) {
      stop(new TrainerException("the program itself failed: " + e, e));
    }
  }

  /** Starts no more runs; the others may take hours to end, so it is told now. */
  private void stop(RuntimeException cause) {
    synchronized (turn) {
      if (fault == null) {
        fault = cause;
      }
      if (!stopped && othersAtWork()) {
        listener.warning(cause.getMessage() + "; the runs in progress are finished first");
      }
      stopped = true;
    }
  }

  private boolean othersAtWork() {
    return slots.stream().anyMatch(each -> each != Thread.currentThread() && each.isAlive());
  }

  private RunConfig next() {
    synchronized (turn) {
      return stopped ? null : queue.poll();
    }
  }

  private void train(int slot, RunConfig run, Consumer<RunResult> save)
      throws InterruptedException {
    synchronized (turn) {
      listener.runStarted(slot, run);
    }
    RunResult result = trainer.train(run, new Relay(slot, run));
    synchronized (turn) {
      if (result.status() == Status.INTERRUPTED) {
        stopped = true;
        interrupted = true;
        return;
      }
      try {
        save.accept(result);
      } catch (RuntimeException e) {
        stopped = true;
        fault = fault == null ? e : fault;
        // What the others train could not be saved either.
        slots.forEach(Thread::interrupt);
        return;
      }
      listener.runFinished(slot, result);
      if (policy.failFast() && isOpen(result.status(), true)) {
        stopped = true;
      }
    }
  }

  /** Passes a run's progress to the listener, in turn with the other slots. */
  private final class Relay implements RunProgress {
    private final int slot;
    private final RunConfig run;

    Relay(int slot, RunConfig run) {
      this.slot = slot;
      this.run = run;
    }

    @Override
    public void batch(int epoch, int done, int total, double loss) {
      synchronized (turn) {
        listener.batch(slot, run, epoch, done, total, loss);
      }
    }

    @Override
    public void epoch(EpochRecord record) {
      synchronized (turn) {
        listener.epoch(slot, run, record);
      }
    }
  }
}
