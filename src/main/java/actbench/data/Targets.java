package actbench.data;

/** How labels are given to a network. */
public enum Targets {
  /** {@code [batch, classes]}: 1 in the column of the label, else 0. */
  ONE_HOT,
  /** {@code [batch, 1]}: the label itself, for one output unit and two classes. */
  SINGLE;

  /** The number of columns. */
  public int width(int classes) {
    return this == ONE_HOT ? classes : 1;
  }
}
