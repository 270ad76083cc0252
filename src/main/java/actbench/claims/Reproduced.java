package actbench.claims;

import actbench.compare.Cell;
import actbench.compare.Setting;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A published row and the runs that repeat it.
 *
 * @param form on what budget the runs were
 * @param found where the functions met; none without runs
 * @param checks what the runs say of the published differences between Mish and its rivals
 */
public record Reproduced(
    PublishedRow published, Form form, Optional<Setting> found, List<ClaimCheck> checks) {
  /** How far the runs are those that were published. */
  public enum Form {
    /** The whole data set and the published number of epochs, if that is known. */
    FULL,
    /** Fewer examples or fewer epochs. */
    SMALL,
    /** There are no runs. */
    NOT_RUN;

    /** The words for reports. */
    public String words() {
      return switch (this) {
        case FULL -> "full";
        case SMALL -> "small";
        case NOT_RUN -> "not run";
      };
    }
  }

  public Reproduced {
    Objects.requireNonNull(published, "published");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(found, "found");
    checks = List.copyOf(checks);
  }

  static Reproduced notRun(PublishedRow published) {
    return new Reproduced(published, Form.NOT_RUN, Optional.empty(), List.of());
  }

  /** The runs of a function. */
  public Optional<Cell> cell(String function) {
    return found.flatMap(setting -> setting.cell(function));
  }

  /** The functions that did best over the seeds that all have; none where only one was run. */
  public List<String> winners() {
    return found.map(Setting::winners).orElse(List.of());
  }

  /** How many seeds each function has; 0 without runs. */
  public int seeds() {
    return found.map(setting -> setting.seeds().size()).orElse(0);
  }

  /**
   * Who is ahead here: positive if the first, 0 if neither, empty if not both were run. Exact means
   * decide, as in the published tables; the checks say what is chance.
   */
  public OptionalInt ahead(String first, String second) {
    Optional<Cell> one = cell(first);
    Optional<Cell> two = cell(second);
    return one.isPresent() && two.isPresent() && seeds() > 0
        ? OptionalInt.of(one.get().against(two.get(), published.metric(), 0))
        : OptionalInt.empty();
  }

  /** Who was ahead in the published row; empty if not both were published. */
  public OptionalInt publishedAhead(String first, String second) {
    double gain = published.metric().gain(published.score(first), published.score(second));
    return Double.isNaN(gain) ? OptionalInt.empty() : OptionalInt.of((int) Math.signum(gain));
  }
}
