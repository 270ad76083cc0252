package actbench.cli;

import actbench.result.ResultException;
import actbench.result.RunResult;
import actbench.result.RunResultJson;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Saves results where that may fail for a while: a disk is full until somebody makes room, a folder
 * gone until it is mounted again. A result of hours is not let go of for that.
 */
final class PatientSave {
  private final Consumer<RunResult> save;
  private final Consumer<String> tell;
  private final int tries;
  private final Duration pause;

  /**
   * Saves by another way, again and again.
   *
   * @param save throws a {@link ResultException} if it fails
   * @param tell hears at once what is wrong
   * @param tries how often at most, at least 1
   * @param pause between two tries
   */
  PatientSave(Consumer<RunResult> save, Consumer<String> tell, int tries, Duration pause) {
    this.save = save;
    this.tell = tell;
    this.tries = tries;
    this.pause = pause;
  }

  /**
   * Saves a result. A thread that is interrupted tries once.
   *
   * @throws ResultException if it failed each time; the message says where the result is now
   */
  void save(RunResult result) {
    for (int left = tries - 1; true; left--) {
      try {
        save.accept(result);
        if (left < tries - 1) {
          tell.accept("the results can be written again; going on");
        }
        return;
      } catch (ResultException e) {
        if (left == tries - 1 && left > 0) {
          tell.accept(
              e.getMessage()
                  + "; trying again for "
                  + RemainingTime.words((double) pause.toSeconds() * left)
                  + ", meanwhile nothing is lost");
        }
        if (left == 0) {
          throw new ResultException(e.getMessage() + "\n" + elsewhere(result), e);
        } else if (!rest()) {
          // Whoever stops the program does not hear of the exception.
          String where = elsewhere(result);
          tell.accept(where);
          throw new ResultException(e.getMessage() + "\n" + where, e);
        }
      }
    }
  }

  private boolean rest() {
    try {
      Thread.sleep(pause.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Puts the result into the folder for temporary files, or else into the words themselves. */
  private static String elsewhere(RunResult result) {
    String line = RunResultJson.write(result);
    String of = "The result of " + result.config().id();
    try {
      Path file = Files.createTempFile("actbench-unsaved-", ".jsonl");
      // No channel: the thread may be interrupted.
      try (FileOutputStream out = new FileOutputStream(file.toFile())) {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return of + " is in " + file + "; add that line to journal.jsonl to keep it.";
    } catch (IOException e) {
      return of + " is this line; add it to journal.jsonl to keep it:\n" + line;
    }
  }
}
