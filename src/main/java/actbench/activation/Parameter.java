package actbench.activation;

import java.util.Objects;
import java.util.Optional;

/**
 * A real parameter of an activation function.
 *
 * @param name lower case with hyphens, as in a spec
 * @param defaultValue the value when a spec gives none; finite, or positive infinity where that
 *     means "no limit"
 * @param lower the least allowed value, excluded when it is open
 * @param lowerOpen whether {@code lower} itself is refused
 * @param trainable whether a layer can learn it
 * @param meaning a short phrase for people
 */
public record Parameter(
    String name,
    double defaultValue,
    double lower,
    boolean lowerOpen,
    boolean trainable,
    String meaning) {
  public Parameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(meaning, "meaning");
  }

  /** A parameter that must be above 0. */
  static Parameter positive(String name, double defaultValue, String meaning) {
    return new Parameter(name, defaultValue, 0, true, false, meaning);
  }

  /** A parameter that must be at least 0. */
  static Parameter nonNegative(String name, double defaultValue, String meaning) {
    return new Parameter(name, defaultValue, 0, false, false, meaning);
  }

  /** A parameter that may be any finite number. */
  static Parameter real(String name, double defaultValue, String meaning) {
    return new Parameter(name, defaultValue, Double.NEGATIVE_INFINITY, true, false, meaning);
  }

  /** The same parameter, which a layer can learn. */
  Parameter learnable() {
    return new Parameter(name, defaultValue, lower, lowerOpen, true, meaning);
  }

  /** The allowed values in words, for example {@code above 0}. */
  public String allowed() {
    if (lower == Double.NEGATIVE_INFINITY) {
      return "any finite number";
    }
    return (lowerOpen ? "above " : "at least ") + ActivationFunction.number(lower);
  }

  /** What is wrong with a value, for example {@code must be above 0}, or nothing. */
  public Optional<String> problem(double value) {
    boolean unlimited = value == Double.POSITIVE_INFINITY && defaultValue == value;
    if (unlimited || (Double.isFinite(value) && (lowerOpen ? value > lower : value >= lower))) {
      return Optional.empty();
    }
    return Optional.of("must be " + allowed());
  }
}
