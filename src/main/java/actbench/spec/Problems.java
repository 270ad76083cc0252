package actbench.spec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects problems, words them alike, and throws them all at once. */
final class Problems {
  private static final int SHOWN = 100;

  private final Set<SpecProblem> found = new LinkedHashSet<>();

  void add(Location at, String message) {
    found.add(new SpecProblem(at, message));
  }

  /** {@code wrong value for 'epochs', found '3.7'; expected a whole number of at least 1}. */
  void wrongValue(String key, Node node, String expected) {
    add(
        node.at(),
        "wrong value for '" + key + "', found " + node.shown() + "; expected " + expected);
  }

  /** {@code unknown activation 'gelo'; expected one of gelu, relu. Did you mean 'gelu'?}. */
  void unknown(Location at, String what, String word, Collection<String> known) {
    add(at, "unknown " + what + " " + Node.quoted(word) + expected(word, known));
  }

  /** {@code ; expected one of gelu, relu. Did you mean 'gelu'?}. */
  static String expected(String word, Collection<String> known) {
    Optional<String> near = Suggestion.closest(word, known);
    return "; expected "
        + oneOf(known)
        + near.map(each -> ". Did you mean '" + each + "'?").orElse("");
  }

  /** {@code one of a, b}; {@code a} when it is the only one. */
  static String oneOf(Collection<String> words) {
    return words.size() == 1 ? words.iterator().next() : "one of " + String.join(", ", words);
  }

  boolean none() {
    return found.isEmpty();
  }

  /** Throws what was collected, in the order of the places; does nothing if all is well. */
  void throwIfAny() throws SpecException {
    if (found.isEmpty()) {
      return;
    }
    List<SpecProblem> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparing(SpecProblem::at));
    if (sorted.size() > SHOWN) {
      int more = sorted.size() - SHOWN;
      Location at = sorted.get(SHOWN).at();
      sorted = new ArrayList<>(sorted.subList(0, SHOWN));
      sorted.add(new SpecProblem(at, "too many problems; " + more + " more are not shown"));
    }
    throw new SpecException(sorted);
  }
}
