package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.buffer.util.DataTypeUtil;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Routing between capsules, and the margin loss. */
final class CapsuleTest {
  /** Of PyTorch 1.13 in double precision for four voters, three capsules of two, three rounds. */
  private static final double[] LENGTHS = {
    0.8517475321426125, 0.35495767407339973, 0.8742339001469829
  };

  private static final double LOSS = 0.8793523791611366;
  private static final double[] GRADIENT = {
    0.07307311842903182,
    0.127850977351215,
    -0.26181177240070913,
    0.19820079306241933,
    -0.0750021370241229,
    -0.053171093907145854,
    0.0695320549176411,
    0.1216543727284616,
    -0.26409042378055747,
    0.19998295869691418,
    -0.09195590741587091,
    -0.06474902527502577,
    0.06323733756652643,
    0.11058212488553448,
    -0.27076053659925736,
    0.20506914147328043,
    -0.1072777276777436,
    -0.07521401764045592,
    0.05542643602549538,
    0.09681818664922666,
    -0.2817052554281477,
    0.21336872231173323,
    -0.11853903888850942,
    -0.08291266789909385
  };

  private static INDArray votes() {
    double[] values = IntStream.rangeClosed(1, 24).mapToDouble(Math::sin).toArray();
    return Nd4j.createFromArray(values).reshape('c', 1, 2, 2, 6);
  }

  @Test
  void lengthsLossAndGradientAreThoseOfPyTorch() {
    LoneLayer routing =
        new LoneLayer(new CapsuleRouting(3, 2, 3), DataType.DOUBLE, EnginePath.PLAIN, votes());
    double[] lengths = Memory.read(routing.forward(votes(), true));
    assertThat(lengths).containsExactly(LENGTHS, within(1e-12));
    assertThat(Loss.MARGIN.lossAndGradient(lengths, new double[] {0, 1, 0}, 0, 3))
        .isCloseTo(LOSS, within(1e-12));
    INDArray gradient = routing.backward(Nd4j.createFromArray(lengths).reshape('c', 1, 3));
    assertThat(Memory.read(gradient)).containsExactly(GRADIENT, within(1e-12));
  }

  @Test
  void gradientsOfANetworkAreThoseOfDifferences() {
    ComputationGraph net =
        EngineNetwork.create(
            new NeuralNetConfiguration.Builder()
                .seed(5)
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.convolutional(4, 4, 2, CNN2DFormat.NHWC))
                .addLayer("votes", new Convolution(6, Window.square(3)), "in")
                .addLayer("routing", new CapsuleRouting(3, 2, 3), "votes")
                .addLayer("loss", new LossLayer(Loss.MARGIN), "routing")
                .setOutputs("loss")
                .build());
    DataTypeUtil.setDTypeForContext(DataType.DOUBLE);
    double[] pixels = IntStream.range(0, 3 * 32).mapToDouble(i -> Math.cos(3 * i)).toArray();
    boolean right =
        GradientCheckUtil.checkGradients(
            new GradientCheckUtil.GraphConfig()
                .net(net)
                .epsilon(1e-6)
                .maxRelError(1e-5)
                .minAbsoluteError(1e-9)
                .inputs(new INDArray[] {Nd4j.createFromArray(pixels).reshape('c', 3, 4, 4, 2)})
                .labels(new INDArray[] {Nd4j.eye(3).castTo(DataType.DOUBLE)}));
    DataTypeUtil.setDTypeForContext(DataType.FLOAT);
    assertThat(right).isTrue();
  }
}
