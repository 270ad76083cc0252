package actbench.cli;

import actbench.result.ResultException;
import actbench.result.ResultFolder;
import actbench.result.ResultReader;
import actbench.result.Roles;
import actbench.result.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads several grids, each by itself, so that nothing of one is taken for another. */
final class Grids {
  private Grids() {}

  /**
   * The rows of each source by its name.
   *
   * @param sources results folders, CSV files, or folders that hold results folders
   * @throws ResultException if a source is missing, damaged or has no rows
   */
  static Map<String, Rows> read(List<Path> sources) throws IOException {
    Map<String, Rows> grids = new LinkedHashMap<>();
    for (Path source : sources) {
      List<Path> inside =
          Files.isDirectory(source) && !hasResults(source)
              ? ResultFolder.inside(source)
              : List.of();
      for (Path each : inside.isEmpty() ? List.of(source) : inside) {
        Rows rows = ResultReader.read(List.of(each), Roles.OWN);
        grids.put(grids.containsKey(rows.name()) ? each.toString() : rows.name(), rows);
      }
    }
    return grids;
  }

  /**
   * The rows of each results folder inside a folder, by the folder's name.
   *
   * @throws ResultException if there is none
   */
  static Map<String, Rows> inside(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new ResultException(folder + ": error: no such folder; expected one with results");
    }
    List<Path> folders = ResultFolder.inside(folder);
    if (folders.isEmpty()) {
      Path parent = folder.normalize().getParent();
      throw new ResultException(
          hasResults(folder)
              ? folder
                  + ": error: this is a results folder; expected the folder that holds it"
                  + (parent == null ? "" : ", " + parent)
              : folder + ": error: no results folder in it");
    }
    return read(folders);
  }

  private static boolean hasResults(Path folder) {
    return new ResultFolder(folder).hasRuns();
  }
}
