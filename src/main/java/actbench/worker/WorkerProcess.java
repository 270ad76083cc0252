package actbench.worker;

import actbench.grid.RunConfig;
import actbench.result.EpochRecord;
import actbench.result.RunResult;
import actbench.result.Status;
import actbench.run.RunProgress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One worker process and the conversation with it. Used by one thread at a time, but for {@link
 * #kill}.
 */
final class WorkerProcess {
  private static final Duration START = Duration.ofMinutes(3);

  private final Process process;
  private final Writer commands;
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private final WorkerSettings settings;
  private final RunLog log;
  private Thread errors;
  private Map<String, String> environment;
  private int served;
  private boolean silent;
  private volatile boolean usable = true;

  private WorkerProcess(Process process, WorkerSettings settings) {
    this.process = process;
    this.settings = settings;
    this.commands = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    this.log = new RunLog(settings.logs());
  }

  static WorkerProcess start(WorkerSettings settings) throws IOException {
    // A JVM that crashes makes no folder for its report, and leaves it anywhere.
    Files.createDirectories(settings.logs());
    ProcessBuilder builder = new ProcessBuilder(settings.command());
    builder.environment().putAll(settings.environment());
    WorkerProcess worker = new WorkerProcess(builder.start(), settings);
    worker.pump("out", worker.process.getInputStream(), true);
    worker.errors = worker.pump("err", worker.process.getErrorStream(), false);
    return worker;
  }

  /**
   * Sorts what the worker prints into messages and log lines; native libraries print where they
   * like.
   */
  private Thread pump(String name, InputStream stream, boolean speaks) {
    Thread thread =
        new Thread(
            () -> {
              try (BufferedReader reader =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                  Message message = speaks ? Message.read(line) : null;
                  if (message == null) {
                    log.line(line);
                  } else {
                    messages.add(message);
                  }
                }
              } catch (IOException e) {
                log.line("lost the worker's " + name + ": " + e.getMessage());
              }
              if (speaks) {
                messages.add(new Message.Gone());
              }
            },
            "worker-" + process.pid() + "-" + name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  boolean usable() {
    return usable && process.isAlive();
  }

  void kill() {
    usable = false;
    process.destroyForcibly();
    log.close();
  }

  /** Waits for the worker's first word, which tells of its surroundings. */
  Map<String, String> awaitReady() throws IOException, InterruptedException {
    if (environment == null) {
      Message first = next(new Patience(Optional.empty(), START, System::nanoTime));
      if (first instanceof Message.Ready ready) {
        environment = ready.environment();
      } else {
        usable = false;
        throw new IOException(
            first == null
                ? "a worker did not start within " + Patience.words(START)
                : causeOfDeath());
      }
    }
    return environment;
  }

  /** Trains a run in a worker that is ready, whatever may happen to the process meanwhile. */
  RunResult train(RunConfig run, RunProgress progress) throws InterruptedException {
    long start = System.nanoTime();
    List<EpochRecord> epochs = new ArrayList<>();
    // Only a run that was followed to its end leaves a worker that can be trusted with the next.
    usable = false;
    silent = true;
    log.open(run.id());
    try {
      commands.write(new Message.Train(run, settings.measures()).write() + "\n");
      commands.flush();
      return follow(run, progress, start, epochs);
    } catch (IOException e) {
      if (process.isAlive()) {
        return ended(run, Status.CRASHED, e.getMessage(), start, epochs);
      }
      Status status =
          CauseOfDeath.isInterrupt(process.exitValue()) ? Status.INTERRUPTED : Status.CRASHED;
      return ended(run, status, causeOfDeath(), start, epochs);
    } catch (InterruptedException e) {
      kill();
      throw e;
    } finally {
      log.close();
    }
  }

  /**
   * Whether it did well before and died in the last run without a word: then it may have been dead
   * or dying when the run came.
   */
  boolean diedBetweenRuns() {
    return served > 0 && silent && !usable;
  }

  /** The next message; null if none comes in time. */
  private Message next(Patience patience) throws InterruptedException {
    while (!patience.spent()) {
      Message message = messages.poll(patience.slice(), TimeUnit.NANOSECONDS);
      patience.tick();
      if (message != null) {
        patience.heard();
        return message;
      }
    }
    // What came at the last moment, or while this process was stopped, counts.
    return messages.poll();
  }

  private RunResult follow(
      RunConfig run, RunProgress progress, long start, List<EpochRecord> epochs)
      throws IOException, InterruptedException {
    Patience patience = new Patience(settings.timeout(), settings.stall(), System::nanoTime);
    while (true) {
      Message message = next(patience);
      silent &= message == null || message instanceof Message.Gone;
      if (message == null) {
        kill();
        return ended(run, Status.TIMEOUT, patience.limit(), start, epochs);
      } else if (message instanceof Message.Batch batch) {
        progress.batch(batch.epoch(), batch.done(), batch.total(), batch.loss());
      } else if (message instanceof Message.Epoch epoch) {
        epochs.add(epoch.record());
        progress.epoch(epoch.record());
      } else if (message instanceof Message.Done done) {
        usable = true;
        served++;
        return done.result();
      } else if (message instanceof Message.Dying dying) {
        // It is about to end, and the log shall have what it says until then.
        process.waitFor(2, TimeUnit.SECONDS);
        errors.join(1000);
        return ended(run, Status.CRASHED, dying.cause(), start, epochs);
      } else if (message instanceof Message.Gone) {
        throw new IOException(causeOfDeath());
      }
    }
  }

  private static RunResult ended(
      RunConfig run, Status status, String cause, long start, List<EpochRecord> epochs) {
    TreeMap<String, Double> metrics = new TreeMap<>();
    metrics.put("seconds", (System.nanoTime() - start) / 1e9);
    return new RunResult(run, status, cause, metrics, new TreeMap<>(), epochs);
  }

  private String causeOfDeath() throws InterruptedException {
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      return "the worker closed its output but lives on";
    }
    // What it said last may still be on its way here.
    errors.join(1000);
    if (log.crash().isPresent()) {
      return log.crash().get();
    }
    String tail = log.tail();
    return CauseOfDeath.of(process.exitValue()) + (tail.isEmpty() ? "" : "; it last said: " + tail);
  }
}
