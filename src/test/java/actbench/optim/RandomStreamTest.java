package actbench.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Pinned values come from a second implementation, in Python with hashlib. For the normal draws the
 * two differ in the last bit, since C's logarithm is not fdlibm's, which {@link StrictMath} is
 * defined by.
 */
final class RandomStreamTest {
  private static final RandomStreams SEVEN = new RandomStreams(7);

  /** The first outputs of the authors' C code for the state 1, 2, 3, 4. */
  @Test
  void isXoshiro256PlusPlus() {
    RandomStream stream = new RandomStream(1, 2, 3, 4);
    assertThat(LongStream.generate(stream::nextLong).limit(10))
        .containsExactly(
            41943041L,
            58720359L,
            3588806011781223L,
            3591011842654386L,
            Long.parseUnsignedLong("9228616714210784205"),
            Long.parseUnsignedLong("9973669472204895162"),
            Long.parseUnsignedLong("14011001112246962877"),
            Long.parseUnsignedLong("12406186145184390807"),
            Long.parseUnsignedLong("15849039046786891736"),
            Long.parseUnsignedLong("10450023813501588000"));
  }

  @Test
  void startsFromTheDigestOfSeedAndName() {
    RandomStream stream = SEVEN.initial("conv1", "W");
    assertThat(LongStream.generate(stream::nextLong).limit(3))
        .containsExactly(0xcc1c65f7937c09c7L, 0x77fe4046da2d4515L, 0xeae1d24123ef98b4L);
    assertThat(RandomStream.of(-1, "dropout/d\u00f6rop").nextLong())
        .isEqualTo(Long.parseUnsignedLong("9954748870249164569"));
  }

  @Test
  void drawsTheSameNumbersEverywhere() {
    RandomStream uniform = SEVEN.initial("conv1", "W");
    assertThat(IntStream.range(0, 3).mapToDouble(i -> uniform.nextDouble()))
        .containsExactly(0.7973083238061777, 0.4687233136157163, 0.9175082596811407);
    RandomStream normal = SEVEN.initial("conv1", "W");
    assertThat(IntStream.range(0, 4).mapToDouble(i -> normal.nextGaussian()))
        .containsExactly(
            1.4264718554384692, -0.15006412295285104, 0.7461616611383576, -0.19162388418097076);
    assertThat(SEVEN.order(0, 10)).containsExactly(8, 9, 6, 4, 2, 5, 1, 7, 3, 0);
    assertThat(SEVEN.order(1, 10)).containsExactly(6, 5, 9, 1, 3, 4, 8, 2, 0, 7);
  }

  @Test
  void repeatsANamedStreamWhateverElseWasDrawn() {
    RandomStream first = SEVEN.dropout("drop1");
    double[] before = IntStream.range(0, 5).mapToDouble(i -> first.nextGaussian()).toArray();
    SEVEN.named("other").nextLong();
    RandomStream second = SEVEN.dropout("drop1");
    assertThat(IntStream.range(0, 5).mapToDouble(i -> second.nextGaussian()))
        .containsExactly(Arrays.stream(before).boxed().toArray(Double[]::new));
  }

  @Test
  void givesIndependentStreamsToNeighbouringNamesAndSeeds() {
    int n = 20_000;
    List<RandomStream> streams =
        List.of(
            RandomStream.of(1, "init/a/W"),
            RandomStream.of(1, "init/a/b"),
            RandomStream.of(2, "init/a/W"),
            RandomStream.of(1, "order/epoch 0"),
            RandomStream.of(1, "order/epoch 1"));
    double[][] draws =
        streams.stream()
            .map(each -> IntStream.range(0, n).mapToDouble(i -> each.nextDouble() - 0.5).toArray())
            .toArray(double[][]::new);
    for (int a = 0; a < draws.length; a++) {
      for (int b = 0; b < a; b++) {
        double correlation = 0;
        for (int i = 0; i < n; i++) {
          correlation += 12 * draws[a][i] * draws[b][i] / n;
        }
        assertThat(correlation).isCloseTo(0, within(4 / Math.sqrt(n)));
      }
    }
  }

  @Test
  void drawsWholeNumbersEvenly() {
    RandomStream stream = SEVEN.named("dice");
    int[] counts = new int[6];
    IntStream.range(0, 60_000).forEach(i -> counts[stream.nextInt(6)]++);
    double chiSquare = Arrays.stream(counts).mapToDouble(c -> Math.pow(c - 10_000, 2) / 1e4).sum();
    assertThat(chiSquare).as("5 degrees of freedom, 1 in 10,000").isLessThan(25.7);
    assertThat(stream.nextInt(1)).isZero();
    // Rejects a third of the raw draws.
    int large = 3 << 29;
    assertThat(IntStream.range(0, 1000).map(i -> stream.nextInt(large)))
        .allMatch(value -> value >= 0 && value < large);
    assertThatThrownBy(() -> stream.nextInt(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void drawsFromTheNormalDistribution() {
    RandomStream stream = SEVEN.named("normal");
    int n = 100_000;
    double[] draws = IntStream.range(0, n).mapToDouble(i -> stream.nextGaussian()).toArray();
    double error = 1 / Math.sqrt(n);
    assertThat(moment(draws, 1)).isCloseTo(0, within(4 * error));
    assertThat(moment(draws, 2)).isCloseTo(1, within(4 * Math.sqrt(2) * error));
    assertThat(moment(draws, 3)).isCloseTo(0, within(4 * Math.sqrt(15) * error));
    assertThat(moment(draws, 4)).isCloseTo(3, within(4 * Math.sqrt(96) * error));
  }

  private static double moment(double[] draws, int power) {
    return Arrays.stream(draws).map(x -> Math.pow(x, power)).average().orElseThrow();
  }

  @Test
  void permutesAllExamples() {
    int[] order = SEVEN.order(3, 1000);
    assertThat(Arrays.stream(order).sorted())
        .containsExactly(IntStream.range(0, 1000).boxed().toArray(Integer[]::new));
    assertThat(order).isNotEqualTo(SEVEN.order(4, 1000));
    assertThat(SEVEN.order(0, 0)).isEmpty();
  }
}
