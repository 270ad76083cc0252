package actbench.optim;

import actbench.spec.Choice;
import java.util.Locale;

/** Whose rule is meant where Keras and PyTorch disagree under one name. */
public enum Definition {
  /** Keras 2.2.4, as of the study. */
  KERAS,
  /** PyTorch 1.13. */
  TORCH;

  /** The name in a spec. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Definition of(Choice choice) {
    return valueOf(((String) choice.parameters().get("definition")).toUpperCase(Locale.ROOT));
  }
}
