package actbench.worker;

import actbench.grid.RunConfig;
import actbench.result.RunResult;
import actbench.result.Status;
import actbench.run.RunProgress;
import actbench.run.Trainer;
import actbench.run.TrainerException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Trains each run in a worker process: one run at a time in each, and a new process where one died.
 *
 * <p>There are as many processes as runs trained at the same time.
 */
public final class WorkerPool implements Trainer {
  private static final int STARTS = 2;

  private final WorkerSettings settings;
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private final List<WorkerProcess> all = new ArrayList<>();
  private boolean closed;

  public WorkerPool(WorkerSettings settings) {
    this.settings = settings;
  }

  /**
   * What a worker says of its surroundings: Java, backend, engine path, threads.
   *
   * @throws IOException if no worker can be started; the message says why
   */
  public Map<String, String> environment() throws IOException, InterruptedException {
    WorkerProcess worker = lease();
    Map<String, String> environment = worker.awaitReady();
    giveBack(worker);
    return environment;
  }

  @Override
  public RunResult train(RunConfig run, RunProgress progress) throws InterruptedException {
    while (true) {
      WorkerProcess worker = ready();
      RunResult result;
      try {
        result = worker.train(run, progress);
      } finally {
        giveBack(worker);
      }
      // No run pays for the one before it, or for what happened to an idle worker. In a new worker
      // it has no such excuse, so this ends.
      if (result.status() != Status.CRASHED || !worker.diedBetweenRuns()) {
        return result;
      }
    }
  }

  /** One bad start may be chance; two are no run's fault, and would be every run's fate. */
  private WorkerProcess ready() throws InterruptedException {
    for (int start = 1; true; start++) {
      try {
        WorkerProcess worker = lease();
        try {
          worker.awaitReady();
          return worker;
        } catch (IOException e) {
          giveBack(worker);
          throw e;
        }
      } catch (IOException e) {
        if (start == STARTS) {
          throw new TrainerException("cannot start a worker: " + e.getMessage(), e);
        }
      }
    }
  }

  private synchronized WorkerProcess lease() throws IOException {
    if (closed) {
      throw new IOException("the workers were stopped");
    }
    WorkerProcess worker = idle.poll();
    while (worker != null && !worker.usable()) {
      all.remove(worker);
      worker.kill();
      worker = idle.poll();
    }
    if (worker == null) {
      worker = WorkerProcess.start(settings);
      all.add(worker);
    }
    return worker;
  }

  private synchronized void giveBack(WorkerProcess worker) {
    if (worker.usable()) {
      idle.push(worker);
    } else {
      all.remove(worker);
      worker.kill();
    }
  }

  /** Ends all workers at once, whatever they do. */
  @Override
  public synchronized void close() {
    closed = true;
    all.forEach(WorkerProcess::kill);
    all.clear();
    idle.clear();
  }
}
