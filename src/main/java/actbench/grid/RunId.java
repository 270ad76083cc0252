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
  private static final String SEED = "seed";
  private static final HexFormat HEX = HexFormat.of();

  private final MessageDigest sha256;
  private final JsonFragments fragments = new JsonFragments();
  // The runs of a grid share their values, and looking one up is far cheaper than spelling it.
  private final IdentityHashMap<Object, String> parts = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Object> placeless = new IdentityHashMap<>();

  RunId() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What the ids of runs that differ in their seeds alone have in common. */
  Stem stem(SortedMap<String, Object> settings) {
    return new Stem(settings);
  }

  /** For example {@code mnist-depth-net-d15-mish-s1-3f9a52c1}; at most 140 characters. */
  String of(SortedMap<String, Object> settings, long seed) {
    return stem(settings).of(seed);
  }

  private String slug(SortedMap<String, Object> settings) {
    StringBuilder slug = new StringBuilder(80);
    for (String key : PARTS) {
      Object value = settings.get(key);
      if (value != null) {
        String part = parts.computeIfAbsent(value, each -> part(key, each));
        slug.append(part).append(part.isEmpty() ? "" : "-");
      }
    }
    return slug.append('s').toString();
  }

  /** Own data is known by its content, wherever it lies. */
  private Object placeless(Object value) {
    return value instanceof Choice choice
        ? placeless.computeIfAbsent(choice, each -> choice.placeless())
        : value;
  }

  /** The ids of all runs with the same settings, by their seeds. */
  final class Stem {
    private final SortedMap<String, Object> settings;
    private final String slug;
    private final MessageDigest begun;
    private final String rest;

    private Stem(SortedMap<String, Object> settings) {
      this.settings = settings;
      slug = slug(settings);
      StringBuilder before = new StringBuilder(512).append('{');
      settings
          .headMap(SEED)
          .forEach(
              (key, value) -> fragments.appendMember(before, key, placeless(value)).append(','));
      CanonicalJson.appendText(before, SEED);
      begun = copy(sha256);
      begun.update(bytes(before.append(':')));
      StringBuilder after = new StringBuilder(128);
      settings
          .tailMap(SEED)
          .forEach(
              (key, value) -> fragments.appendMember(after.append(','), key, placeless(value)));
      rest = after.append('}').toString();
    }

    SortedMap<String, Object> settings() {
      return settings;
    }

    String of(long seed) {
      MessageDigest digest = copy(begun);
      byte[] hash = digest.digest(bytes(seed + rest));
      return slug + seed + "-" + HEX.formatHex(hash, 0, 4);
    }
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
    }
  }

  private static byte[] bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
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
      choice
          .parameters()
          .forEach(
              (key, each) -> text.append(key.equals(Choice.SHA256) ? "" : "-" + word(key, each)));
    }
    return text.toString();
  }

  private static String word(String key, Object value) {
    if (value instanceof Boolean flag) {
      return flag ? key : "not-" + key;
    }
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
