package actbench.data;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.IntFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Examples as batches of floats, epoch after epoch.
 *
 * <p>The last batch of an epoch holds what is left and may be smaller, as in Keras. The arrays are
 * used again: a batch is valid until the next one is asked for. For one thread.
 */
@SuppressWarnings("serial") // DL4J's interface is Serializable; nobody serializes batches.
public final class Batches implements DataSetIterator {
  private static final long serialVersionUID = 1L;

  private final Examples examples;
  private final BatchForm form;
  private final IntFunction<int[]> orders;
  private final BatchTransform transform;
  private final float[] features;
  private final float[] targets;
  private final Map<Integer, Arrays> arrays = new HashMap<>();

  private int epoch = 1;
  private int[] order;
  private int position;

  /** The arrays of one batch size, and their memory. */
  private record Arrays(
      INDArray features, FloatBuffer featureMemory, INDArray targets, FloatBuffer targetMemory) {}

  /**
   * Batches in the order that whoever trains decides.
   *
   * @param orders the places of the examples by epoch, counted from 1; usually a permutation
   * @param transform changes every batch before it is handed out
   */
  public Batches(
      Examples examples, BatchForm form, IntFunction<int[]> orders, BatchTransform transform) {
    this.examples = Objects.requireNonNull(examples, "examples");
    this.form = Objects.requireNonNull(form, "form");
    this.orders = Objects.requireNonNull(orders, "orders");
    this.transform = Objects.requireNonNull(transform, "transform");
    features = new float[Math.multiplyExact(form.size(), examples.shape().size())];
    targets = new float[Math.multiplyExact(form.size(), totalOutcomes())];
    order = checked(orders.apply(epoch));
  }

  /** Batches in the order of the examples, for evaluation. */
  public static Batches inOrder(Examples examples, BatchForm form) {
    int[] order = new int[examples.size()];
    java.util.Arrays.setAll(order, place -> place);
    return new Batches(examples, form, epoch -> order, BatchTransform.NONE);
  }

  /** The epoch that is being read, counted from 1. */
  public int epoch() {
    return epoch;
  }

  /** The number of batches in the epoch that is being read. */
  public int batches() {
    return (order.length + form.size() - 1) / form.size();
  }

  /** Starts an epoch, whatever was read before. */
  public void startEpoch(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("epoch " + number + " is below 1");
    }
    order = checked(orders.apply(number));
    epoch = number;
    position = 0;
  }

  /** Starts the next epoch; does nothing when nothing of this one was read yet. */
  @Override
  public void reset() {
    if (position > 0) {
      startEpoch(epoch + 1);
    }
  }

  @Override
  public boolean hasNext() {
    return position < order.length;
  }

  @Override
  public DataSet next() {
    return next(form.size());
  }

  /** The next batch, with at most {@code limit} examples and never more than the form's size. */
  @Override
  public DataSet next(int limit) {
    if (!hasNext()) {
      throw new NoSuchElementException("epoch " + epoch + " has no further batch");
    }
    int size = Math.min(Math.min(limit, form.size()), order.length - position);
    fill(size);
    transform.apply(epoch, position / form.size(), size, features, targets);
    position += size;
    Arrays batch = arrays.computeIfAbsent(size, this::allocate);
    batch.featureMemory().put(0, features, 0, size * examples.shape().size());
    batch.targetMemory().put(0, targets, 0, size * totalOutcomes());
    return new DataSet(batch.features(), batch.targets());
  }

  private void fill(int size) {
    int inputs = examples.shape().size();
    int width = totalOutcomes();
    java.util.Arrays.fill(targets, 0, size * width, 0f);
    for (int i = 0; i < size; i++) {
      int example = order[position + i];
      examples.copy(example, form.layout(), features, i * inputs);
      switch (form.targets()) {
        case ONE_HOT -> targets[i * width + examples.label(example)] = 1f;
        case SINGLE -> targets[i] = examples.label(example);
        case MASK -> examples.copyMask(example, targets, i * width);
      }
    }
  }

  /** Outside of any workspace: these arrays outlive the training step that asks for them. */
  @SuppressWarnings("try") // The scope is left, not used.
  private Arrays allocate(int size) {
    try (MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      INDArray input = array(form.layout().dimensions(size, examples.shape()));
      INDArray output =
          array(
              form.targets().dimensions(size, form.layout(), examples.shape(), examples.classes()));
      return new Arrays(input, input.data().asNioFloat(), output, output.data().asNioFloat());
    }
  }

  private static INDArray array(long... dimensions) {
    return Nd4j.createUninitialized(DataType.FLOAT, dimensions, 'c');
  }

  private int[] checked(int[] places) {
    for (int place : places) {
      Objects.checkIndex(place, examples.size());
    }
    return places.clone();
  }

  @Override
  public int inputColumns() {
    return examples.shape().size();
  }

  @Override
  public int totalOutcomes() {
    return form.targets().width(examples.shape(), examples.classes());
  }

  @Override
  public int batch() {
    return form.size();
  }

  @Override
  public boolean resetSupported() {
    return true;
  }

  /** No: batches are made faster than DL4J's thread could hand them over. */
  @Override
  public boolean asyncSupported() {
    return false;
  }

  @Override
  public DataSetPreProcessor getPreProcessor() {
    return null;
  }

  @Override
  public void setPreProcessor(DataSetPreProcessor preProcessor) {
    throw new UnsupportedOperationException("batches are changed by a BatchTransform");
  }

  @Override
  public List<String> getLabels() {
    return null;
  }
}
