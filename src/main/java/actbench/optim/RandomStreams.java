package actbench.optim;

/**
 * The named random streams of one run.
 *
 * <p>Asking twice for the same name gives two generators in the same initial state, so what is
 * drawn for one purpose never depends on what was drawn for another.
 *
 * @param seed the root seed of the run
 */
public record RandomStreams(long seed) {
  /** The stream of any other name, such as {@code augmentation/epoch 3}. */
  public RandomStream named(String name) {
    return RandomStream.of(seed, name);
  }

  /** The stream of the initial values of one parameter: {@code init/conv1/W}. */
  public RandomStream initial(String layer, String parameter) {
    return named("init/" + layer + "/" + parameter);
  }

  /** The stream of a dropout layer: {@code dropout/drop1}. */
  public RandomStream dropout(String layer) {
    return named("dropout/" + layer);
  }

  /**
   * The order of the examples in an epoch, from the stream {@code order/epoch 0}.
   *
   * @param epoch counted from 0
   * @param examples how many there are
   */
  public int[] order(int epoch, int examples) {
    return named("order/epoch " + epoch).permutation(examples);
  }
}
