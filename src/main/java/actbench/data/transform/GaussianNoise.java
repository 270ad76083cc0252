package actbench.data.transform;

import actbench.data.BatchDraft;
import actbench.data.BatchTransform;
import java.util.random.RandomGenerator;

/** Adds a draw from the normal distribution with mean 0 to every value. */
public final class GaussianNoise implements BatchTransform {
  private final double deviation;
  private final boolean everyEpoch;
  private final int inputs;
  private final Draws draws;

  private GaussianNoise(double deviation, boolean everyEpoch, int inputs, Draws draws) {
    this.deviation = deviation;
    this.everyEpoch = everyEpoch;
    this.inputs = inputs;
    this.draws = draws;
  }

  /**
   * Noise for training, which an example has anew in each epoch.
   *
   * @param deviation standard deviation, in the units of what the network sees
   * @param inputs values of an example
   */
  public static GaussianNoise inTraining(double deviation, int inputs, Draws draws) {
    return new GaussianNoise(deviation, true, inputs, draws);
  }

  /** Noise for evaluations: an example has the same in all of them, so that scores compare. */
  public static GaussianNoise inTests(double deviation, int inputs, Draws draws) {
    return new GaussianNoise(deviation, false, inputs, draws);
  }

  @Override
  public void apply(BatchDraft batch) {
    float[] values = batch.features();
    for (int i = 0; i < batch.size(); i++) {
      RandomGenerator random =
          everyEpoch
              ? draws.of("input-noise", batch.epoch(), batch.example(i))
              : draws.of("test-noise/example " + batch.example(i));
      for (int k = i * inputs; k < (i + 1) * inputs; k++) {
        values[k] += (float) (deviation * random.nextGaussian());
      }
    }
  }
}
