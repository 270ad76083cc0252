package actbench.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives each treatment its colour and mark. Well-known activations have the same ones in every
 * report; others take what is left, in the order of their names. The colours are Okabe and Ito's,
 * which the colour-blind can tell apart.
 */
final class Palette {
  static final int SIZE = 8;
  private static final List<String> KNOWN =
      List.of("relu", "swish", "mish", "beta-mish", "gelu", "tanh", "elu", "sigmoid");

  private final Map<String, Integer> series = new HashMap<>();

  Palette(List<String> treatments) {
    Set<Integer> taken = new HashSet<>();
    Set<String> others = new TreeSet<>();
    for (String treatment : treatments) {
      int known = KNOWN.indexOf(plain(treatment));
      if (known >= 0 && taken.add(known)) {
        series.put(treatment, known);
      } else {
        others.add(treatment);
      }
    }
    List<Integer> free = new ArrayList<>();
    for (int i = 0; free.size() < others.size(); i++) {
      if (!taken.contains(i)) {
        free.add(i);
      }
    }
    int next = 0;
    for (String treatment : others) {
      series.put(treatment, free.get(next++));
    }
  }

  /** The name without its parameters. */
  private static String plain(String treatment) {
    int parameters = treatment.indexOf('(');
    return parameters < 0 ? treatment : treatment.substring(0, parameters);
  }

  /** The number of a treatment's series; beyond {@link #SIZE} colours repeat, marks differ. */
  int series(String treatment) {
    return series.getOrDefault(treatment, 0);
  }
}
