package actbench.result;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a journal file says, read without a lock: whole lines only, so that it may grow meanwhile.
 *
 * @param latest the result that counts by run id, in the order in which ids first came: the latest
 *     {@code ok} one, else the latest
 * @param places where in the file each of these results is, by run id
 * @param wholeBytes how much of the file is whole lines; what follows is torn
 * @param unterminated whether the last of the whole lines lacks its line end
 */
record JournalLines(
    Map<String, RunResult> latest,
    Map<String, Place> places,
    long wholeBytes,
    boolean unterminated) {

  /** A line: its first byte in the file, and how many it has without its end. */
  record Place(long start, int length) {}

  static JournalLines read(Path file, boolean withEpochs) {
    JournalLines lines = new JournalLines(new LinkedHashMap<>(), new HashMap<>(), 0, false);
    long whole = 0;
    boolean unterminated = false;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
      int number = 1;
      long position = 0;
      for (int next = in.read(); next >= 0; next = in.read()) {
        position++;
        if (next == '\n') {
          lines.add(file, number, whole, line, withEpochs);
          line.reset();
          number++;
          whole = position;
        } else {
          line.write(next);
        }
      }
      // The writer puts a line and its end down in one go, so a tail without an end is torn. One
      // that reads well nonetheless is a person's editor that left the last line end out.
      if (line.size() > 0 && reads(line)) {
        lines.add(file, number, whole, line, withEpochs);
        whole = position;
        unterminated = true;
      }
    } catch (IOException e) {
      throw new ResultException(file + ": error: cannot be read: " + AtomicFile.reason(e), e);
    }
    return new JournalLines(lines.latest, lines.places, whole, unterminated);
  }

  /** How many lines a journal has, damaged ones too. */
  static long count(Path file) throws IOException {
    long lines = 0;
    int last = '\n';
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        lines += next == '\n' && last != '\n' ? 1 : 0;
        last = next;
      }
    }
    return last == '\n' ? lines : lines + 1;
  }

  private void add(
      Path file, int number, long start, ByteArrayOutputStream line, boolean withEpochs) {
    String text = line.toString(StandardCharsets.UTF_8);
    if (text.isBlank()) {
      return;
    }
    try {
      keep(RunResultJson.read(text, withEpochs), new Place(start, line.size()));
    } catch (IllegalArgumentException e) {
      throw new ResultException(
          file
              + ":"
              + number
              + ": error: this line of the journal is damaged ("
              + e.getMessage()
              + "). Remove the line to go on without that run.",
          e);
    }
  }

  private static boolean reads(ByteArrayOutputStream line) {
    try {
      RunResultJson.read(line.toString(StandardCharsets.UTF_8), false);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Puts a result in its place unless an earlier {@code ok} one outranks it. */
  void keep(RunResult result, Place place) {
    String id = result.config().id();
    RunResult before = latest.get(id);
    if (before == null || before.status() != Status.OK || result.status() == Status.OK) {
      latest.put(id, result);
      places.put(id, place);
    }
  }
}
