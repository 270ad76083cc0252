package actbench.worker;

import actbench.data.DataException;
import actbench.data.DataLocations;
import actbench.data.DatasetCatalog;
import actbench.data.DatasetStore;
import actbench.result.ResultException;
import actbench.spec.Choice;
import actbench.train.Predictor;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prints what a kept network says of examples: an object of JSON a line with {@code example},
 * {@code label}, {@code outputs} and {@code wanted}, at last one with their number as {@code
 * examples}; or one with {@code error}.
 */
public final class PredictMain {
  /** Says that the data are the test examples of a set. */
  public static final String SET = "set";

  /** Says that the data are the pictures of a folder. */
  public static final String FOLDER = "folder";

  /** Says that the data are the rows of a CSV file. */
  public static final String TABLE = "table";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private PredictMain() {}

  /**
   * Predicts.
   *
   * @param args the network's file, {@link #SET}, {@link #FOLDER} or {@link #TABLE}, its name or
   *     path, and the data folder if one was named
   */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    // Libraries print to standard output as they like.
    System.setOut(System.err);
    try {
      List<Predictor.Prediction> predictions = predictions(args);
      for (Predictor.Prediction each : predictions) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("example", each.example()).put("label", each.label());
        ArrayNode outputs = line.putArray("outputs");
        each.outputs().forEach(outputs::add);
        ArrayNode wanted = line.putArray("wanted");
        each.wanted().forEach(wanted::add);
        out.println(line);
      }
      out.println(MAPPER.createObjectNode().put("examples", predictions.size()));
    } catch (DataException | ResultException e) {
      out.println(MAPPER.createObjectNode().put("error", e.getMessage()));
    }
    out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static List<Predictor.Prediction> predictions(String[] args) {
    Predictor predictor = new Predictor(Path.of(args[0]));
    if (args[1].equals(FOLDER)) {
      return predictor.pictures(Path.of(args[2]));
    }
    if (args[1].equals(TABLE)) {
      return predictor.table(Path.of(args[2]));
    }
    Optional<Path> folder = args.length > 3 ? Optional.of(Path.of(args[3])) : Optional.empty();
    DataLocations locations = DataLocations.find(folder, System.getenv(), System::getProperty);
    return predictor.testSet(
        new DatasetStore(DatasetCatalog.standard(), locations), Choice.of(args[2]));
  }
}
