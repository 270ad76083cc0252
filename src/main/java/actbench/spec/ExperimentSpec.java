package actbench.spec;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * A spec whose every value is checked: what is to be multiplied out, with names and defaults
 * resolved.
 *
 * @param source the file as the user named it
 * @param text what gives the same grid under the same name without any override: the file's content
 *     where there is none and it has a name
 * @param name the experiment's name, safe as a folder name
 * @param keys the settings in the order in which the spec gives them
 * @param products the grid is the union of these
 * @param models the models in use, by name; their parameters are the settings they have
 * @param measures what is watched in all runs, each once
 * @param vocabulary the catalogues the names come from
 */
public record ExperimentSpec(
    String source,
    String text,
    String name,
    List<String> keys,
    List<Product> products,
    Map<String, Term> models,
    List<Measure> measures,
    Vocabulary vocabulary) {
  public ExperimentSpec {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(name, "name");
    keys = List.copyOf(keys);
    products = List.copyOf(products);
    models = Map.copyOf(models);
    measures = List.copyOf(measures);
    Objects.requireNonNull(vocabulary, "vocabulary");
  }

  /**
   * A full factorial: one point of every axis, times the seeds, less what is excluded.
   *
   * @param at where the user wrote it
   * @param axes in the order of the spec; no setting is in two axes. A setting with one value is an
   *     axis of one point.
   * @param seeds distinct, at least 1
   */
  public record Product(
      Location at, List<Axis> axes, List<Long> seeds, List<Exclusion> exclusions) {
    public Product {
      axes = List.copyOf(axes);
      seeds = List.copyOf(seeds);
      exclusions = List.copyOf(exclusions);
    }
  }

  /**
   * Settings that change together.
   *
   * @param points distinct; each gives values by setting as in a run, and lacks a setting that is
   *     switched off
   */
  public record Axis(List<SortedMap<String, Object>> points) {
    public Axis {
      points = List.copyOf(points);
    }

    /** Whether the axis gives this setting. */
    public boolean has(String setting) {
      return points.stream().anyMatch(point -> point.containsKey(setting));
    }
  }

  /**
   * Runs to leave out: those that match in every setting named.
   *
   * @param conditions allowed values by setting; a {@link Choice} matches each of its name that has
   *     the parameters given, an empty text a run that lacks the setting
   * @param mayMatchNothing whether it is no mistake if no run matches, as the command line changed
   *     one of its settings
   */
  public record Exclusion(
      Location at, SortedMap<String, List<Object>> conditions, boolean mayMatchNothing) {
    /** Whether a run with these settings is left out. */
    public boolean matches(Map<String, Object> settings) {
      return conditions.entrySet().stream()
          .allMatch(
              condition ->
                  condition.getValue().stream()
                      .anyMatch(wanted -> matches(wanted, settings.get(condition.getKey()))));
    }

    private static boolean matches(Object wanted, Object value) {
      if (wanted instanceof Choice some && value instanceof Choice choice) {
        return some.name().equals(choice.name())
            && choice.parameters().entrySet().containsAll(some.parameters().entrySet());
      }
      return value == null ? wanted.equals("") : wanted.equals(value);
    }
  }
}
