package actbench.grid;

import actbench.spec.Choice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Derives a run's id from its settings and seed, and from nothing else: a slug for people, then the
 * first eight hexadecimal digits of the SHA-256 of the canonical JSON.
 */
final class RunId {
  private static final int LONGEST_PART = 28;
  private static final List<String> PARTS = List.of("dataset", "model", "depth", "activation");
  private static final HexFormat HEX = HexFormat.of();

  private final MessageDigest sha256;
  private final JsonFragments fragments = new JsonFragments();
  // The runs of a grid share their values, and looking one up is far cheaper than spelling it.
  private final IdentityHashMap<Object, String> parts = new IdentityHashMap<>();

  RunId() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** For example {@code mnist-depth-net-d15-mish-s1-3f9a52c1}; at most 140 characters. */
  String of(SortedMap<String, Object> settings, long seed) {
    StringBuilder json = new StringBuilder(512).append('{');
    RunConfigJson.appendSettings(json, settings, seed, fragments);
    byte[] bytes = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    return slug(settings, seed) + "-" + HEX.formatHex(sha256.digest(bytes), 0, 4);
  }

  private String slug(SortedMap<String, Object> settings, long seed) {
    StringBuilder slug = new StringBuilder(80);
    for (String key : PARTS) {
      Object value = settings.get(key);
      if (value != null) {
        String part = parts.computeIfAbsent(value, each -> part(key, each));
        slug.append(part).append(part.isEmpty() ? "" : "-");
      }
    }
    return slug.append('s').append(seed).toString();
  }

  private static String part(String key, Object value) {
    return safe(key.equals("depth") ? "d" + value : text(value, key.equals("activation")));
  }

  private static String text(Object value, boolean withParameters) {
    if (!(value instanceof Choice choice)) {
      return value.toString();
    }
    StringBuilder text = new StringBuilder(choice.name());
    if (withParameters) {
      choice.parameters().values().forEach(each -> text.append('-').append(number(each)));
    }
    return text.toString();
  }

  private static String number(Object value) {
    return value instanceof Double number ? CanonicalJson.number(number) : value.toString();
  }

  /** Lower-case letters, digits and single hyphens, with points inside: a name on every system. */
  private static String safe(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("\\.{2,}", ".");
    String cut = plain.length() > LONGEST_PART ? plain.substring(0, LONGEST_PART) : plain;
    return cut.replaceAll("^[-.]+|[-.]+$", "");
  }
}
