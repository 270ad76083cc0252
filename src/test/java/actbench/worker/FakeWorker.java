package actbench.worker;

import actbench.grid.RunConfig;
import actbench.result.EpochRecord;
import actbench.result.RunResult;
import actbench.result.Status;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A worker that behaves as its run's setting {@code behaviour} says. */
final class FakeWorker {
  private static boolean trapped;

  private FakeWorker() {}

  public static void main(String[] args) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    say(new Message.Ready(Map.of("pid", Long.toString(ProcessHandle.current().pid()))));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (Message.read(line) instanceof Message.Train train) {
        if (trapped) {
          Runtime.getRuntime().halt(1);
        }
        work(train.run());
      }
    }
  }

  private static void work(RunConfig run) throws Exception {
    say(new Message.Batch(1, 1, 2, Double.NaN));
    say(new Message.Epoch(new EpochRecord(1, new TreeMap<>(Map.of("train_loss", 0.25)))));
    System.err.println("a word on the error stream");
    System.out.println("native code prints here");
    switch (run.label("behaviour")) {
      case "exit" -> Runtime.getRuntime().halt(42);
      case "error" -> {
        System.err.println("the trace of an error");
        say(new Message.Dying("the worker failed: LinkageError: no such code"));
        // A process takes its time to end.
        new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
        Runtime.getRuntime().halt(1);
      }
      case "trap" -> trapped = true;
      case "fault" -> {
        String pid = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-SEGV", pid).start();
        new CountDownLatch(1).await();
      }
      case "hang" -> new CountDownLatch(1).await();
      case "oom" -> {
        byte[][] hoard = new byte[1 << 20][];
        for (int each = 0; each < hoard.length; each++) {
          hoard[each] = new byte[1 << 20];
        }
      }
      default -> {}
    }
    TreeMap<String, String> facts =
        new TreeMap<>(Map.of("pid", Long.toString(ProcessHandle.current().pid())));
    say(new Message.Done(new RunResult(run, Status.OK, "", new TreeMap<>(), facts, List.of())));
  }

  private static void say(Message message) {
    System.out.println(message.write());
    System.out.flush();
  }
}
