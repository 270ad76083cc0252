package actbench.grid;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Canonical JSON of settings that many runs share: each is spelt once. For one grid or file only,
 * as it keeps every value it has seen.
 */
final class JsonFragments {
  private final Map<String, IdentityHashMap<Object, String>> spelt = new HashMap<>();

  /** Appends {@code "key":value}. */
  StringBuilder appendMember(StringBuilder out, String key, Object value) {
    IdentityHashMap<Object, String> ofKey = spelt.get(key);
    if (ofKey == null) {
      ofKey = new IdentityHashMap<>();
      spelt.put(key, ofKey);
    }
    String member = ofKey.get(value);
    if (member == null) {
      member = CanonicalJson.appendMember(new StringBuilder(), key, value).toString();
      ofKey.put(value, member);
    }
    return out.append(member);
  }
}
