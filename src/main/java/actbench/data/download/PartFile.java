package actbench.data.download;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * A download that is not finished: the bytes so far, and beside them where they came from, so that
 * a later process can go on. Only bytes of the same address and the same version are continued.
 */
public final class PartFile {
  private final Path bytes;
  private final Path origin;

  /** The part file of a download with this final path. */
  public PartFile(Path file) {
    bytes = file.resolveSibling(file.getFileName() + ".part");
    origin = file.resolveSibling(file.getFileName() + ".part.from");
  }

  /** The file with the bytes so far. */
  public Path path() {
    return bytes;
  }

  /** The number of bytes so far. */
  public long size() throws IOException {
    return Files.exists(bytes) ? Files.size(bytes) : 0;
  }

  /** The version that was begun at this address: an entity tag or a date; empty when none was. */
  Optional<String> version(URI address) throws IOException {
    if (size() == 0 || !Files.exists(origin)) {
      return Optional.empty();
    }
    List<String> lines = Files.readString(origin, StandardCharsets.UTF_8).lines().toList();
    return lines.size() == 2 && lines.get(0).equals(address.toString())
        ? Optional.of(lines.get(1))
        : Optional.empty();
  }

  /** Begins anew; without a version the bytes will not be continued later. */
  OutputStream restart(URI address, Optional<String> version) throws IOException {
    discard();
    if (version.isPresent()) {
      Files.writeString(origin, address + "\n" + version.get() + "\n", StandardCharsets.UTF_8);
    }
    return Files.newOutputStream(bytes, StandardOpenOption.CREATE_NEW);
  }

  /** Goes on after the bytes so far. */
  OutputStream append() throws IOException {
    return Files.newOutputStream(bytes, StandardOpenOption.APPEND);
  }

  /** Forgets all. */
  public void discard() throws IOException {
    Files.deleteIfExists(origin);
    Files.deleteIfExists(bytes);
  }
}
