package actbench.result;

import java.util.Collection;
import java.util.Locale;

/** The tail of an error about an unknown name: what was probably meant, and what is known. */
public final class Suggestion {
  private Suggestion() {}

  /** {@code " Did you mean 'x'? Known: x, y, z"}, without the first half if nothing is near. */
  public static String of(String found, Collection<String> known) {
    String nearest = "";
    int least = Math.max(2, found.length() / 3) + 1;
    for (String name : known) {
      int distance = distance(found.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    return (nearest.isEmpty() ? "" : " Did you mean '" + nearest + "'?")
        + " Known: "
        + String.join(", ", known);
  }

  /** Levenshtein's distance: insertions, deletions and replacements count one each. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
