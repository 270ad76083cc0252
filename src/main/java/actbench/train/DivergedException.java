package actbench.train;

/** The loss became infinite or not a number. */
final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DivergedException(int epoch) {
    super("the outputs after epoch " + epoch + " are no finite numbers");
  }

  DivergedException(double loss, int epoch, int batch) {
    super(
        "the loss became "
            + (Double.isNaN(loss) ? "NaN" : "infinite")
            + " in epoch "
            + epoch
            + ", batch "
            + batch);
  }
}
