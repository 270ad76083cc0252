package actbench.model;

import actbench.grid.RunConfig;
import java.util.List;

/**
 * An entry of the model catalogue.
 *
 * @param name as in a spec
 * @param summary what it is, in a sentence
 * @param source where its layers come from
 * @param settings the settings it has beyond those of every run
 */
public record Model(
    String name, String summary, String source, List<Setting> settings, Architecture architecture) {
  public Model {
    settings = List.copyOf(settings);
  }

  /** Lays out the layers. */
  @FunctionalInterface
  public interface Architecture {
    /** Draws the network that these settings ask for. */
    Blueprint draw(BlueprintBuilder network, RunConfig run);
  }

  /** What a setting's value may be. */
  public enum Kind {
    INTEGER,
    NUMBER,
    FLAG
  }

  /**
   * A setting of a model: a top-level key of a spec.
   *
   * @param standard the value when a spec has none: {@code Long}, {@code Double} or {@code Boolean}
   * @param least smallest value
   * @param below first value that is too large
   */
  public record Setting(
      String name, Kind kind, Object standard, double least, double below, String meaning) {}

  static Setting integer(String name, long standard, long least, long most, String meaning) {
    return new Setting(name, Kind.INTEGER, standard, least, most + 1.0, meaning);
  }

  static Setting share(String name, double standard, String meaning) {
    return new Setting(name, Kind.NUMBER, standard, 0, 1, meaning);
  }

  static Setting flag(String name, boolean standard, String meaning) {
    return new Setting(name, Kind.FLAG, standard, 0, 2, meaning);
  }
}
