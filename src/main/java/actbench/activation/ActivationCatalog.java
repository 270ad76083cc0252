package actbench.activation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every activation function by name. Reading it loads no training library. */
public final class ActivationCatalog {
  private static final List<ActivationEntry> ENTRIES =
      Stream.of(RectifierEntries.ALL, GatedEntries.ALL, SigmoidEntries.ALL)
          .flatMap(List::stream)
          .toList();

  private static final Map<String, ActivationEntry> BY_KEY = index();

  private ActivationCatalog() {}

  private static Map<String, ActivationEntry> index() {
    Map<String, ActivationEntry> byKey = new LinkedHashMap<>();
    for (ActivationEntry entry : ENTRIES) {
      put(byKey, entry.name(), entry);
      entry.aliases().forEach(alias -> put(byKey, alias, entry));
    }
    return byKey;
  }

  private static void put(Map<String, ActivationEntry> byKey, String name, ActivationEntry entry) {
    ActivationEntry other = byKey.put(key(name), entry);
    if (other != null && other != entry) {
      throw new IllegalStateException("two activations are called '" + name + "'");
    }
  }

  /** Hyphens, underscores, blanks and case do not matter: PyTorch's LeakyReLU is leaky-relu. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** All entries, in the order of the documentation. */
  public static List<ActivationEntry> entries() {
    return ENTRIES;
  }

  /** The names of all entries, in the order of the documentation. */
  public static List<String> names() {
    return ENTRIES.stream().map(ActivationEntry::name).toList();
  }

  /** The entry of this name or alias. */
  public static Optional<ActivationEntry> find(String name) {
    return Optional.ofNullable(BY_KEY.get(key(name)));
  }

  /**
   * The function that a user asks for.
   *
   * @param name a name or alias of the catalogue, where parameters not given take their defaults;
   *     or a formula such as {@code x * sigmoid(beta * x)}, where every name beside x needs a
   *     value; or the full name of a Java class, see {@link OwnFunctions}
   * @throws ActivationException for an unknown name or parameter, a value out of range, or a
   *     formula or class that will not do
   */
  public static ActivationFunction create(String name, Map<String, Double> parameters) {
    Optional<ActivationEntry> entry = find(name);
    if (entry.isPresent()) {
      return entry.get().create(parameters);
    }
    if (OwnFunctions.isFormula(name)) {
      return OwnFunctions.ofFormula(name, parameters);
    }
    if (OwnFunctions.isClassName(name)) {
      return OwnFunctions.ofClass(name, parameters);
    }
    throw unknown(name);
  }

  /**
   * {@link #create} for a function that acts on each number alone.
   *
   * @throws ActivationException also for softmax and its like
   */
  public static ElementFunction createElement(String name, Map<String, Double> parameters) {
    if (create(name, parameters) instanceof ElementFunction function) {
      return function;
    }
    throw new ActivationException(
        "'"
            + name
            + "' acts on a whole row and serves outputs only; expected a function of one number");
  }

  /**
   * The SHA-256 of a Java class that {@link #create} takes for a function, as it was loaded, with
   * the classes nested in it; in lower case hexadecimal.
   *
   * @throws ActivationException if there is no such class
   */
  public static String classSha256(String name) {
    return OwnFunctions.sha256(name);
  }

  private static ActivationException unknown(String name) {
    String hint =
        names().stream()
            .filter(each -> distance(key(each), key(name)) <= 2)
            .min(Comparator.comparingInt(each -> distance(key(each), key(name))))
            .map(each -> ". Did you mean '" + each + "'?")
            .orElse(".");
    return new ActivationException(
        "unknown activation '" + name + "'" + hint + " Known: " + String.join(", ", names()));
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitute, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
