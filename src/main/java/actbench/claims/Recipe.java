package actbench.claims;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How the published networks were trained, as far as it is known.
 *
 * @param settings published value by column name; what is not known is absent
 * @param inferred whether that is a conclusion from other sources and was not published itself
 * @param source where it is said; empty where nothing is known
 */
public record Recipe(Map<String, String> settings, boolean inferred, String source) {
  /** Nothing is known. */
  public static final Recipe UNKNOWN = new Recipe(Map.of(), false, "");

  public Recipe {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    Objects.requireNonNull(source, "source");
  }
}
