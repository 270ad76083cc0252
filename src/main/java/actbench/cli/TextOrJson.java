package actbench.cli;

import java.util.Locale;

/** How a command writes what it tells: for people, or with everything for programs. */
enum TextOrJson {
  TEXT,
  JSON;

  /** The word on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
