package actbench.worker;

import actbench.data.DataLocations;
import actbench.data.DatasetCatalog;
import actbench.data.DatasetStore;
import actbench.model.EngineLayers;
import actbench.result.EpochRecord;
import actbench.result.RunResult;
import actbench.run.RunProgress;
import actbench.train.Backend;
import actbench.train.RunTrainer;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A worker process: reads runs from standard input, trains them, and tells how they go on standard
 * output.
 *
 * <p>It ends when its input does, at once: a runner that was killed must not leave a training
 * behind.
 */
public final class WorkerMain {
  /** Batches are told of ten times a second at most. */
  private static final long QUIET_NANOS = 100_000_000;

  private final PrintStream out;

  private WorkerMain(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs a worker.
   *
   * @param args the data folder, where it was given as an option
   */
  public static void main(String[] args) throws InterruptedException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    // Libraries print to standard output as they like; that is for the log.
    System.setOut(System.err);
    new WorkerMain(out).serve(args.length == 0 ? Optional.empty() : Optional.of(Path.of(args[0])));
  }

  private void serve(Optional<Path> folder) throws InterruptedException {
    DatasetStore store =
        new DatasetStore(
            DatasetCatalog.standard(),
            DataLocations.find(folder, System.getenv(), System::getProperty));
    RunTrainer trainer =
        new RunTrainer(
            store,
            new EngineLayers(),
            Optional.ofNullable(System.getProperty("actbench.models")).map(Path::of));
    BlockingQueue<Message.Train> runs = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(runs), "commands");
    reader.setDaemon(true);
    reader.start();
    say(new Message.Ready(Backend.facts()));
    while (true) {
      say(new Message.Done(train(trainer, runs.take())));
    }
  }

  /** An error ends this process, but not before the run has its cause. */
  private RunResult train(RunTrainer trainer, Message.Train command) {
    try {
      return trainer.train(command.run(), command.measures(), new Told());
    } catch (Error e) {
      e.printStackTrace();
      String cause =
          e instanceof OutOfMemoryError
              ? "the worker ran out of memory: "
              : "the worker failed: " + e.getClass().getSimpleName() + ": ";
      say(new Message.Dying(cause + e.getMessage()));
      Runtime.getRuntime().halt(1);
      throw e;
    }
  }

  private static void read(BlockingQueue<Message.Train> runs) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (Message.read(line) instanceof Message.Train train) {
          runs.add(train);
        }
      }
    } catch (IOException e) {
      System.err.println("lost the runner: " + e.getMessage());
    }
    Runtime.getRuntime().halt(0);
  }

  private void say(Message message) {
    synchronized (out) {
      // Native code may have left half a line on the same stream.
      out.print("\n" + message.write() + "\n");
      out.flush();
    }
  }

  /** Passes progress on to the runner. */
  private final class Told implements RunProgress {
    private long last;

    @Override
    public void batch(int epoch, int done, int total, double loss) {
      long now = System.nanoTime();
      if (now - last > QUIET_NANOS || done == total) {
        last = now;
        say(new Message.Batch(epoch, done, total, loss));
      }
    }

    @Override
    public void epoch(EpochRecord record) {
      say(new Message.Epoch(record));
    }
  }
}
