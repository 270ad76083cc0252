package actbench.train;

import actbench.data.BatchForm;
import actbench.data.BatchTransform;
import actbench.data.Batches;
import actbench.data.DataException;
import actbench.data.DatasetStore;
import actbench.data.Examples;
import actbench.data.InputShape;
import actbench.data.Layout;
import actbench.data.LoadedDataset;
import actbench.data.PictureFolder;
import actbench.data.Targets;
import actbench.data.transform.Normalization;
import actbench.engine.EngineNetwork;
import actbench.result.KeptModel;
import actbench.result.ResultException;
import actbench.spec.Choice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Asks a kept network for the classes of examples. */
public final class Predictor {
  private static final int BATCH = 256;

  private final KeptModel about;
  private final ComputationGraph network;
  private final InputShape shape;

  /**
   * Loads a network.
   *
   * @throws ResultException if the file is no kept network
   */
  public Predictor(Path file) {
    about = KeptModel.read(file);
    shape = new InputShape(about.input().get(0), about.input().get(1), about.input().get(2));
    try {
      network = EngineNetwork.restore(file.toFile());
    } catch (IOException | RuntimeException e) {
      throw new ResultException(file + ": error: the network in it cannot be loaded", e);
    }
  }

  /**
   * What a network says of one example.
   *
   * @param example its file, or its place in the test set, counted from 0
   * @param label -1 where it is not known
   * @param outputs by class; probabilities, or lengths of capsules
   */
  public record Prediction(String example, int label, List<Float> outputs) {
    public Prediction {
      outputs = List.copyOf(outputs);
    }
  }

  /** The classes of a folder's pictures, scaled to the network's input. */
  public List<Prediction> pictures(Path folder) {
    PictureFolder pictures = PictureFolder.read(folder, shape, about.classes());
    return predict(pictures.examples(), pictures.names(), pictures.labels());
  }

  /**
   * The classes of a set's test examples; cut as the network's own run cut them where it is the
   * same set.
   */
  public List<Prediction> testSet(DatasetStore store, Choice dataset) {
    Choice own = about.run().choice("dataset");
    LoadedDataset data = store.load(own.name().equals(dataset.name()) ? own : dataset);
    if (!data.dataset().shape().equals(shape)) {
      throw new DataException(
          "data set '%s' has examples of %s; the network takes %s"
              .formatted(data.dataset().name(), data.dataset().shape().label(), shape.label()));
    }
    boolean known = data.dataset().content().classNames().equals(about.classes());
    List<String> names = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < data.test().size(); i++) {
      names.add(Integer.toString(i));
      labels.add(known ? data.test().label(i) : -1);
    }
    return predict(data.test(), names, labels);
  }

  private List<Prediction> predict(Examples examples, List<String> names, List<Integer> labels) {
    BatchTransform transform =
        about.mean().isEmpty()
            ? BatchTransform.NONE
            : new Normalization(about.mean(), about.deviation(), true)
                .transform(shape, Layout.NHWC);
    BatchForm form = new BatchForm(BATCH, Layout.NHWC, Targets.ONE_HOT);
    Batches batches = Batches.inOrder(examples, form, transform);
    List<Prediction> predictions = new ArrayList<>();
    while (batches.hasNext()) {
      for (float[] row :
          network.outputSingle(false, batches.next().getFeatures()).toFloatMatrix()) {
        int i = predictions.size();
        predictions.add(new Prediction(names.get(i), labels.get(i), outputs(row)));
      }
    }
    return predictions;
  }

  /** One sigmoid tells two classes apart. */
  private static List<Float> outputs(float[] row) {
    if (row.length == 1) {
      return List.of(1 - row[0], row[0]);
    }
    List<Float> outputs = new ArrayList<>();
    for (float each : row) {
      outputs.add(each);
    }
    return outputs;
  }
}
