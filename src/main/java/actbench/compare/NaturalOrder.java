package actbench.compare;

import java.util.Comparator;

/** Numbers by size and before texts, texts by letter. */
public final class NaturalOrder implements Comparator<String> {
  public static final NaturalOrder INSTANCE = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String a, String b) {
    if (a.equals(b)) {
      return 0;
    }
    int order = Double.compare(number(a), number(b));
    return order == 0 ? a.compareTo(b) : order;
  }

  /** Whether a text is a number. */
  static boolean isNumber(String text) {
    return !Double.isNaN(number(text));
  }

  /** NaN, which sorts last, for a text. */
  private static double number(String text) {
    // Seeds and sizes are short whole numbers, and there are many of them.
    int whole = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9' || i > 8) {
        return c == '.' || c == '-' || c == '+' || (c >= '0' && c <= '9') || (i > 0 && c == 'E')
            ? parsed(text)
            : Double.NaN;
      }
      whole = whole * 10 + (c - '0');
    }
    return text.isEmpty() ? Double.NaN : whole;
  }

  private static double parsed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
