package actbench.data;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
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
 * used again: a batch is valid until the next one is asked for. For one thread, which may have
 * batches prepared by another one ahead of time; they are the same, bit for bit.
 */
@SuppressWarnings("serial") // DL4J's interface is Serializable; nobody serializes batches.
public final class Batches implements DataSetIterator, AutoCloseable {
  private static final long serialVersionUID = 1L;

  /** Values in a batch below which handing it over costs more than preparing it. */
  private static final int SMALL = 1 << 14;

  private final Examples examples;
  private final BatchForm form;
  private final IntFunction<int[]> orders;
  private final BatchTransform transform;
  private final Optional<DraftLine> line;
  private final BatchDraft own;
  private final Map<Integer, Memory> memory = new HashMap<>();

  private int epoch = 1;
  private int[] order;
  private int number;
  private int begun;

  /** The arrays of one batch size, and their memory. */
  private record Memory(
      INDArray features,
      FloatBuffer featureMemory,
      INDArray targets,
      FloatBuffer targetMemory,
      INDArray weights,
      FloatBuffer weightMemory) {}

  /**
   * Batches in the order that whoever trains decides.
   *
   * @param orders the places of the examples by epoch, counted from 1; usually a permutation
   * @param transform changes every batch before it is handed out
   */
  public Batches(
      Examples examples, BatchForm form, IntFunction<int[]> orders, BatchTransform transform) {
    this(examples, form, orders, transform, false);
  }

  private Batches(
      Examples examples,
      BatchForm form,
      IntFunction<int[]> orders,
      BatchTransform transform,
      boolean ahead) {
    this.examples = Objects.requireNonNull(examples, "examples");
    this.form = Objects.requireNonNull(form, "form");
    this.orders = Objects.requireNonNull(orders, "orders");
    this.transform = Objects.requireNonNull(transform, "transform");
    order = checked(orders.apply(epoch));
    own = draft();
    line = ahead ? Optional.of(new DraftLine(this::draft)) : Optional.empty();
  }

  private BatchDraft draft() {
    return new BatchDraft(form.size(), examples.shape().size(), totalOutcomes());
  }

  /** Batches in the order of the examples, as they are. */
  public static Batches inOrder(Examples examples, BatchForm form) {
    return inOrder(examples, form, BatchTransform.NONE);
  }

  /** Batches in the order of the examples, for evaluation. */
  public static Batches inOrder(Examples examples, BatchForm form, BatchTransform transform) {
    int[] order = new int[examples.size()];
    Arrays.setAll(order, place -> place);
    return new Batches(examples, form, epoch -> order, transform);
  }

  /**
   * The same batches, prepared by another thread before they are asked for, unless they are too
   * small for that to pay. To be closed.
   */
  public Batches ahead() {
    boolean small = (long) form.size() * examples.shape().size() < SMALL;
    return small ? this : new Batches(examples, form, orders, transform, true);
  }

  /** The epoch that is being read, counted from 1. */
  public int epoch() {
    return epoch;
  }

  /** The number of batches in the epoch that is being read. */
  public int batches() {
    return (order.length + form.size() - 1) / form.size();
  }

  /** Seconds that were spent waiting for batches of the other thread. */
  public double secondsWaited() {
    return line.map(DraftLine::waited).orElse(0L) / 1e9;
  }

  /** Starts an epoch, whatever was read before. */
  public void startEpoch(int newEpoch) {
    if (newEpoch < 1) {
      throw new IllegalArgumentException("epoch " + newEpoch + " is below 1");
    }
    line.ifPresent(DraftLine::drop);
    order = checked(orders.apply(newEpoch));
    epoch = newEpoch;
    number = 0;
    begun = 0;
  }

  /** Starts the next epoch; does nothing when nothing of this one was read yet. */
  @Override
  public void reset() {
    if (number > 0) {
      startEpoch(epoch + 1);
    }
  }

  @Override
  public boolean hasNext() {
    return number < batches();
  }

  @Override
  public DataSet next() {
    if (!hasNext()) {
      throw new NoSuchElementException("epoch " + epoch + " has no further batch");
    }
    BatchDraft draft = line.map(this::taken).orElseGet(() -> prepared(own, order, epoch, number));
    number++;
    int size = draft.size();
    Memory batch = memory.computeIfAbsent(size, this::allocate);
    batch.featureMemory().put(0, draft.features(), 0, size * examples.shape().size());
    batch.targetMemory().put(0, draft.targets(), 0, size * totalOutcomes());
    INDArray weights = null;
    if (draft.isWeighted()) {
      batch.weightMemory().put(0, draft.weights(), 0, size);
      weights = batch.weights();
    }
    line.ifPresent(
        each -> {
          each.giveBack(draft);
          fill(each);
        });
    return new DataSet(batch.features(), batch.targets(), null, weights);
  }

  /** Batches have one size, but for the last: a smaller one cannot be asked for. */
  @Override
  public DataSet next(int limit) {
    if (limit < form.size()) {
      throw new UnsupportedOperationException("batches have " + form.size() + " examples");
    }
    return next();
  }

  private BatchDraft taken(DraftLine from) {
    fill(from);
    return from.take();
  }

  private void fill(DraftLine to) {
    while (begun < batches() && to.hasRoom()) {
      int[] ofEpoch = order;
      int inEpoch = epoch;
      int batch = begun++;
      to.add(draft -> prepared(draft, ofEpoch, inEpoch, batch));
    }
  }

  private BatchDraft prepared(BatchDraft draft, int[] ofEpoch, int inEpoch, int batch) {
    int from = batch * form.size();
    int to = Math.min(ofEpoch.length, from + form.size());
    draft.begin(inEpoch, batch, Arrays.copyOfRange(ofEpoch, from, to));
    int inputs = examples.shape().size();
    int width = totalOutcomes();
    for (int i = 0; i < draft.size(); i++) {
      int example = draft.example(i);
      examples.copy(example, form.layout(), draft.features(), i * inputs);
      form.targets().copy(examples, example, draft.targets(), i * width);
    }
    transform.apply(draft);
    return draft;
  }

  /** Outside of any workspace: these arrays outlive the training step that asks for them. */
  @SuppressWarnings("try") // The scope is left, not used.
  private Memory allocate(int size) {
    try (MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      INDArray input = array(form.layout().dimensions(size, examples.shape()));
      INDArray output = array(form.targets().dimensions(size, form.layout(), examples));
      INDArray weights = array(size, 1);
      return new Memory(
          input,
          input.data().asNioFloat(),
          output,
          output.data().asNioFloat(),
          weights,
          weights.data().asNioFloat());
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
    return form.targets().width(examples);
  }

  @Override
  public int batch() {
    return form.size();
  }

  @Override
  public boolean resetSupported() {
    return true;
  }

  /** No: they are prepared ahead already, see {@link #ahead}. */
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

  /** Ends the thread that prepares batches, if there is one. */
  @Override
  public void close() {
    line.ifPresent(DraftLine::close);
  }
}
