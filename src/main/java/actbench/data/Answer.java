package actbench.data;

/** What there is to learn of each example of a set. */
public enum Answer {
  /** One class of several; the set's names are those of the classes. */
  CLASS,
  /** 0 or 1 for each of several labels; the set's names are theirs. */
  LABELS,
  /** A number for each of one or more targets; the set's names are theirs. */
  NUMBERS,
  /** A mask, 0 or 1 for each pixel. */
  MASK
}
