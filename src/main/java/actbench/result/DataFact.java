package actbench.result;

/** What the fact {@code data} of a run says: which set, and whether it is the published one. */
public final class DataFact {
  /** Its name among the facts. */
  public static final String NAME = "data";

  private DataFact() {}

  /** Whether a set that was published was trained on with other bytes; own sets were not. */
  public static boolean isUnpublished(String value) {
    return value.contains("(not canonical");
  }
}
