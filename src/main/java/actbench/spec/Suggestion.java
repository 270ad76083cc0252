package actbench.spec;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses the word somebody meant, for errors about unknown names. */
public final class Suggestion {
  private static final int LONGEST = 60;

  private Suggestion() {}

  /**
   * The known word with the fewest typing mistakes to this one, if they are few for its length; the
   * first in the alphabet of equals. Case, and hyphen or underscore, make no difference.
   */
  static Optional<String> closest(String word, Collection<String> known) {
    String typed = plain(word);
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String best = null;
    int fewest = Math.max(1, Math.min(3, typed.length() / 3)) + 1;
    for (String each : known) {
      int mistakes = distance(typed, plain(each));
      if (mistakes < fewest || (mistakes == fewest && best != null && each.compareTo(best) < 0)) {
        best = each;
        fewest = mistakes;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code " Did you mean 'x'? Known: x, y, z"}, without the first half if nothing is near. */
  public static String of(String word, Collection<String> known) {
    return near(word, known) + " Known: " + String.join(", ", known);
  }

  /** {@code " Did you mean 'x'?"}, or nothing if nothing is near. */
  public static String near(String word, Collection<String> known) {
    return closest(word, known).map(near -> " Did you mean '" + near + "'?").orElse("");
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Damerau-Levenshtein distance in its restricted form: insertions, deletions, substitutions and
   * swaps of neighbours.
   */
  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + same);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
