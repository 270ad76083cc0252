package actbench.train;

import actbench.result.AtomicFile;
import actbench.result.KeptModel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;

/**
 * Writes a trained network to a file: Deeplearning4j's zip of configuration and weights, and beside
 * them in the zip what the network was trained as.
 */
final class ModelFile {
  private ModelFile() {}

  /**
   * Writes the file whole or not at all.
   *
   * @throws actbench.result.ResultException if it cannot be written
   */
  static void write(Path file, ComputationGraph graph, KeptModel about) {
    AtomicFile.write(
        file,
        temporary -> {
          ModelSerializer.writeModel(graph, temporary.toFile(), false);
          try (FileSystem zip = FileSystems.newFileSystem(temporary, Map.of())) {
            Files.writeString(zip.getPath(KeptModel.ENTRY), about.json());
          }
        });
  }
}
