package actbench.compare;

/** What may be said of two treatments. */
public enum Verdict {
  /** The first is better beyond chance. */
  FIRST_BETTER,
  /** The second is better beyond chance. */
  SECOND_BETTER,
  /** The difference is small beyond doubt: its interval lies within the tie band. */
  EQUIVALENT,
  /** The data do not tell. */
  UNDECIDED;

  Verdict reversed() {
    return switch (this) {
      case FIRST_BETTER -> SECOND_BETTER;
      case SECOND_BETTER -> FIRST_BETTER;
      case EQUIVALENT, UNDECIDED -> this;
    };
  }
}
