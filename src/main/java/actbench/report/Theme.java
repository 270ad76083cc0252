package actbench.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The light theme of {@code report.css}, for pictures that stand alone. */
final class Theme {
  static final double BAND = 0.14;
  static final double TEXT = 12;

  /** The colours of the series, darker than Okabe and Ito's so that lines show on white. */
  static final List<Integer> SERIES =
      List.of(0x3d3d3d, 0xb35900, 0x0067a5, 0x00795a, 0xb8397f, 0x7a5ac8, 0x8a6d00, 0xc8102e);

  static final int HEAT = SERIES.get(2);
  private static final Pattern SERIES_CLASS = Pattern.compile(" s(\\d)");
  static final int INK = 0x1b1f24;
  static final int SOFT = 0x57606a;
  static final int RULE = 0xd0d7de;

  private Theme() {}

  static int series(int series) {
    return SERIES.get(series % Palette.SIZE);
  }

  /** The colour of a line or band from its style classes, as the style sheet has it. */
  static int stroke(String style) {
    int series = series(style);
    return series >= 0
        ? SERIES.get(series)
        : switch (style) {
          case "grid" -> RULE;
          case "group" -> INK;
          default -> SOFT;
        };
  }

  static double width(String style) {
    if (style.startsWith("bar")) {
      return 1.5;
    }
    boolean strong = series(style) >= 0 && !style.endsWith("published");
    return strong ? 2 : style.equals("group") ? 5 : 1;
  }

  /** On and off lengths along a line; empty for a solid one. */
  static double[] dashes(String style) {
    if (style.equals("front")) {
      return new double[] {4, 4};
    }
    return switch (style.startsWith("line") ? series(style) : -1) {
      case 1 -> new double[] {7, 3};
      case 3 -> new double[] {2, 3};
      case 5 -> new double[] {9, 3, 2, 3};
      case 7 -> new double[] {4, 4};
      default -> new double[] {};
    };
  }

  static int ink(String style) {
    return style.equals("label") ? INK : SOFT;
  }

  /** The number of a series from classes such as {@code line s3}; -1 without one. */
  private static int series(String style) {
    Matcher found = SERIES_CLASS.matcher(style);
    return found.find() ? Integer.parseInt(found.group(1)) : -1;
  }
}
