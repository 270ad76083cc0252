package actbench.engine;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/** A {@link LossLayer} at work: loss and gradient are computed once and serve both questions. */
final class LossRuntime extends LayerRuntime implements IOutputLayer {
  private static final long serialVersionUID = 1L;

  private final transient Buffer orderedLabels;
  private final transient Tally tally = new Tally();
  private transient INDArray labels;
  private double[] losses = {};
  private INDArray lossesOf;
  private double score;

  LossRuntime(
      NeuralNetConfiguration conf, DataType type, INDArray parametersView, boolean initialize) {
    super(conf, type, parametersView, initialize);
    orderedLabels = new Buffer(type);
  }

  Tally tally() {
    return tally;
  }

  private LossKernel loss() {
    return (LossKernel) kernel();
  }

  private double[] losses() {
    if (input == null || labels == null) {
      throw new IllegalStateException("no score without input and labels");
    }
    if (lossesOf != input) {
      losses = loss().losses(input, labels);
      if (maskArray != null) {
        weigh();
      }
      lossesOf = input;
    }
    return losses;
  }

  /** The labels' mask is how much each example counts, as in Deeplearning4j's own losses. */
  private void weigh() {
    if (input.rank() != 2 || maskArray.length() != losses.length) {
      throw new IllegalArgumentException("weights are for rows of outputs, one each");
    }
    float[] weights = maskArray.dup('c').data().asFloat();
    for (int i = 0; i < losses.length; i++) {
      losses[i] *= weights[i];
    }
    loss().gradient(input.shape()).muliColumnVector(maskArray.castTo(input.dataType()));
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(
      INDArray epsilon, LayerWorkspaceMgr workspaceMgr) {
    assertInputSet(true);
    String before = LayerTimes.shared().enter("loss");
    // The same array may hold another batch now.
    lossesOf = null;
    double[] each = losses();
    loss().count(input, labels, each, tally);
    LayerTimes.shared().enter(before);
    return new Pair<>(gradient(), loss().gradient(input.shape()));
  }

  @Override
  public double computeScore(
      double fullNetworkRegScore, boolean training, LayerWorkspaceMgr workspaceMgr) {
    double sum = Arrays.stream(losses()).sum();
    score = (conf().isMiniBatch() ? sum / input.size(0) : sum) + fullNetworkRegScore;
    return score;
  }

  @Override
  public INDArray computeScoreForExamples(
      double fullNetworkRegScore, LayerWorkspaceMgr workspaceMgr) {
    return Nd4j.createFromArray(losses())
        .addi(fullNetworkRegScore)
        .castTo(input.dataType())
        .reshape(input.size(0), 1);
  }

  @Override
  public double score() {
    return score;
  }

  @Override
  public void setLabels(INDArray array) {
    labels = array == null ? null : orderedLabels.inOrder(array);
    lossesOf = null;
  }

  @Override
  public INDArray getLabels() {
    return labels;
  }

  @Override
  public boolean needsLabels() {
    return true;
  }

  @Override
  public void clear() {
    super.clear();
    labels = null;
    lossesOf = null;
  }

  @Override
  @Deprecated
  public int numLabels() {
    return (int) labels.size(labels.rank() - 1);
  }

  @Override
  public int[] predict(INDArray examples) {
    return activate(examples, false, LayerWorkspaceMgr.noWorkspaces()).argMax(1).toIntVector();
  }

  @Override
  public List<String> predict(DataSet dataSet) {
    return Arrays.stream(predict(dataSet.getFeatures())).mapToObj(dataSet::getLabelName).toList();
  }

  @Override
  public double f1Score(DataSet data) {
    throw aloneOnly();
  }

  @Override
  public double f1Score(INDArray examples, INDArray targets) {
    throw aloneOnly();
  }

  @Override
  public void fit(DataSetIterator iterator) {
    throw aloneOnly();
  }

  @Override
  public void fit(INDArray examples, INDArray targets) {
    throw aloneOnly();
  }

  @Override
  public void fit(DataSet data) {
    throw aloneOnly();
  }

  @Override
  public void fit(INDArray examples, int[] targets) {
    throw aloneOnly();
  }

  private static UnsupportedOperationException aloneOnly() {
    return new UnsupportedOperationException("a loss layer works within a network only");
  }
}
