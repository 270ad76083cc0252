package actbench.result;

import java.util.Objects;
import java.util.function.Function;

/**
 * A column of a table of {@code T}.
 *
 * @param name the heading, snake case
 * @param unit what the numbers count; empty for text
 * @param value a {@code Number}, {@code Boolean} or {@code String}, or null for an empty cell
 */
record Column<T>(String name, String unit, Function<T, Object> value) {
  Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(value, "value");
  }
}
