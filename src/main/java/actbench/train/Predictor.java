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
import actbench.data.OwnData;
import actbench.data.PictureFolder;
import actbench.data.TableRows;
import actbench.data.Targets;
import actbench.data.transform.Normalization;
import actbench.engine.EngineNetwork;
import actbench.result.KeptModel;
import actbench.result.ResultException;
import actbench.spec.Choice;
import actbench.spec.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Asks a kept network for the classes, labels or numbers of examples. */
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
   * @param example its file, or its place in the test set or table, counted from 0
   * @param label -1 where it is not known
   * @param wanted the labels or numbers that are right, where they are learnt and known
   * @param outputs by class, label or number to be learnt; probabilities, lengths of capsules, or
   *     numbers; mean squared and mean absolute error where the example is given back
   */
  public record Prediction(String example, int label, List<Float> wanted, List<Float> outputs) {
    public Prediction {
      wanted = List.copyOf(wanted);
      outputs = List.copyOf(outputs);
    }
  }

  /** The classes of a folder's pictures, scaled to the network's input. */
  public List<Prediction> pictures(Path folder) {
    PictureFolder pictures = PictureFolder.read(folder, shape, about.classes());
    return predict(pictures.examples(), pictures.names(), pictures.labels(), Optional.empty());
  }

  /**
   * What the network says of each row of a CSV file, whose columns it knows by their names.
   *
   * @throws DataException if it learnt from no table, or the file does not suit it
   */
  public List<Prediction> table(Path file) {
    Choice own = about.run().choice("dataset");
    if (about.features().isEmpty()) {
      throw new DataException(
          "the network learnt from '%s', which has no columns with names; a CSV file is for networks that learnt from one"
              .formatted(own.name()));
    }
    TableRows rows = OwnData.rows(file, own, about.features(), about.classes());
    List<String> names =
        IntStream.range(0, rows.labels().size()).mapToObj(Integer::toString).toList();
    Optional<Targets> known =
        rows.examples().hasNumbers() ? targets(rows.examples()) : Optional.empty();
    return predict(rows.examples(), names, rows.labels(), known);
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
    return predict(data.test(), names, labels, known ? targets(data.test()) : Optional.empty());
  }

  private Optional<Targets> targets(Examples examples) {
    return switch (about.task()) {
      case MULTILABEL -> Optional.of(examples.hasNumbers() ? Targets.NUMBERS : Targets.ONE_HOT);
      case REGRESSION -> examples.hasNumbers() ? Optional.of(Targets.NUMBERS) : Optional.empty();
      case BINARY, MULTICLASS, RECONSTRUCTION, SEGMENTATION -> Optional.empty();
    };
  }

  private List<Prediction> predict(
      Examples examples, List<String> names, List<Integer> labels, Optional<Targets> known) {
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
        List<Float> outputs =
            about.task() == Task.RECONSTRUCTION ? errors(examples, i, row) : outputs(row);
        List<Float> wanted =
            known.map(targets -> wanted(examples, i, targets, row.length)).orElse(List.of());
        predictions.add(new Prediction(names.get(i), labels.get(i), wanted, outputs));
      }
    }
    return predictions;
  }

  private static List<Float> wanted(Examples examples, int example, Targets targets, int width) {
    float[] values = new float[width];
    targets.copy(examples, example, values, 0);
    return list(values);
  }

  /** Mean squared and mean absolute error of what was given back. */
  private static List<Float> errors(Examples examples, int example, float[] given) {
    float[] own = new float[given.length];
    Targets.INPUT.copy(examples, example, own, 0);
    double squares = 0;
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      double error = (double) given[i] - own[i];
      squares += error * error;
      sum += Math.abs(error);
    }
    return List.of((float) (squares / own.length), (float) (sum / own.length));
  }

  /** One sigmoid tells two classes apart. */
  private List<Float> outputs(float[] row) {
    return about.task() == Task.BINARY ? List.of(1 - row[0], row[0]) : list(row);
  }

  private static List<Float> list(float[] values) {
    List<Float> list = new ArrayList<>();
    for (float each : values) {
      list.add(each);
    }
    return list;
  }
}
