package actbench.compare;

import java.util.Comparator;

/** Numbers by size and before texts, texts by letter. */
final class NaturalOrder implements Comparator<String> {
  static final NaturalOrder INSTANCE = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String a, String b) {
    if (a.equals(b)) {
      return 0;
    }
    double x = number(a);
    double y = number(b);
    int order = Double.compare(x, y);
    return order == 0 ? a.compareTo(b) : order;
  }

  /** NaN, which sorts last, for a text. */
  private static double number(String text) {
    char first = text.isEmpty() ? 'x' : text.charAt(0);
    if (first != '-' && first != '.' && (first < '0' || first > '9')) {
      return Double.NaN;
    }
    if (text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Integer.parseInt(text);
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
