package actbench.grid;

import java.util.IdentityHashMap;

/**
 * Canonical JSON of values that many runs share: each is spelt once. For one grid or file only, as
 * it keeps every value it has seen.
 */
final class JsonFragments {
  private final IdentityHashMap<Object, String> spelt = new IdentityHashMap<>();

  /** Appends {@code "key":value}. */
  StringBuilder appendMember(StringBuilder out, String key, Object value) {
    CanonicalJson.appendText(out, key);
    return out.append(':').append(spelt.computeIfAbsent(value, JsonFragments::spell));
  }

  private static String spell(Object value) {
    StringBuilder out = new StringBuilder();
    CanonicalJson.append(out, value);
    return out.toString();
  }
}
