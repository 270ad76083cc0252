package actbench.activation.check;

import java.util.Objects;

/**
 * The outcome of one check.
 *
 * @param check what was asked, in a few words
 * @param passed whether the answer is good
 * @param detail what was found, for people
 */
public record Finding(String check, boolean passed, String detail) {
  public Finding {
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(detail, "detail");
  }

  static Finding passed(String check, String detail) {
    return new Finding(check, true, detail);
  }

  static Finding failed(String check, String detail) {
    return new Finding(check, false, detail);
  }
}
