package actbench.report;

import actbench.compare.Comparison;
import actbench.compare.Interaction;
import actbench.compare.Lead;
import actbench.compare.Sweep;
import java.util.List;
import java.util.Locale;

/** Numbers in a table of coloured cells. */
final class HeatMap {
  private static final int GAP = 10;
  private static final int LEFT = 150;
  private static final int TOP = 26;
  private static final int ROW = 28;
  private static final int WIDTH = 640;
  private static final double LETTER = 7.5;

  private final Svg svg;
  private final List<String> columns;
  private final double width;

  private HeatMap(String corner, List<String> rows, List<String> columns) {
    this.svg = new Svg(WIDTH, TOP + ROW * rows.size() + 6);
    this.columns = columns;
    this.width = (WIDTH - LEFT) / (double) columns.size();
    svg.text("name", "end", LEFT - 8, 16, Svg.fitted(corner, LEFT - 8));
    for (int column = 0; column < columns.size(); column++) {
      double middle = LEFT + width * (column + 0.5);
      svg.text("tick", "middle", middle, 16, Svg.fitted(columns.get(column), width - GAP));
    }
    for (int row = 0; row < rows.size(); row++) {
      double y = TOP + ROW * (row + 0.5) + 4;
      svg.text("label", "end", LEFT - 8, y, Svg.fitted(rows.get(row), LEFT - 8));
    }
  }

  /** Means of each treatment at each value; the stronger the colour, the better. */
  static Svg means(Comparison comparison, Figures figures, Sweep sweep) {
    List<String> treatments = comparison.treatments();
    HeatMap map = new HeatMap(sweep.name(), treatments, sweep.values());
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (String treatment : treatments) {
      for (String value : sweep.values()) {
        double mean = sweep.mean(value, treatment).value();
        if (!Double.isNaN(mean)) {
          least = Math.min(least, mean);
          most = Math.max(most, mean);
        }
      }
    }
    boolean higher = comparison.question().metric().better(1, 0);
    for (int row = 0; row < treatments.size(); row++) {
      for (int column = 0; column < map.columns.size(); column++) {
        double mean = sweep.mean(map.columns.get(column), treatments.get(row)).value();
        double share = most > least ? (mean - least) / (most - least) : 0.5;
        if (!Double.isNaN(mean)) {
          map.cell(-1, row, column, 0.04 + 0.5 * (higher ? share : 1 - share));
        }
        map.text(row, column, Double.isNaN(mean) ? "-" : map.fitted(figures.value(mean)));
      }
    }
    return map.svg;
  }

  /** Who leads at each pair of values, and by how much; the stronger the colour, the more. */
  static Svg leads(Palette palette, Figures figures, Interaction interaction) {
    List<String> rows = interaction.rows().values();
    List<String> columns = interaction.columns().values();
    HeatMap map =
        new HeatMap(
            interaction.rows().name() + " \\ " + interaction.columns().name(), rows, columns);
    double most = 0;
    for (String row : rows) {
      for (String column : columns) {
        double gain = interaction.lead(row, column).gain();
        most = Double.isNaN(gain) ? most : Math.max(most, gain);
      }
    }
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        Lead lead = interaction.lead(rows.get(row), columns.get(column));
        map.lead(row, column, lead, palette, figures, most);
      }
    }
    return map.svg;
  }

  private void lead(int row, int column, Lead lead, Palette palette, Figures figures, double most) {
    if (lead.leaders().size() != 1) {
      text(row, column, lead.leaders().isEmpty() ? "-" : "shared");
      return;
    }
    String leader = lead.leaders().get(0);
    double strength = Double.isNaN(lead.gain()) || most == 0 ? 0 : lead.gain() / most;
    cell(palette.series(leader), row, column, 0.08 + 0.32 * strength);
    String gain = Double.isNaN(lead.gain()) ? "" : " " + figures.signed(lead.gain());
    int room = (int) (width / LETTER) - gain.length();
    text(row, column, room < 3 ? fitted(leader) : Svg.fitted(leader, room * LETTER) + gain);
  }

  private void cell(int series, int row, int column, double strength) {
    svg.cell(series, LEFT + width * column, TOP + ROW * row, width, ROW, strength);
  }

  private void text(int row, int column, String text) {
    double y = TOP + ROW * (row + 0.5) + 4;
    svg.text("label", "middle", LEFT + width * (column + 0.5), y, text);
  }

  /** As many digits as fit, or letters. */
  private String fitted(String text) {
    int fit = Math.max(2, (int) (width / LETTER));
    int point = text.indexOf('.');
    if (text.length() <= fit) {
      return text;
    } else if (point < 0 || text.indexOf('e') >= 0) {
      return Svg.fitted(text, fit * LETTER);
    }
    return String.format(
        Locale.ROOT, "%." + Math.max(0, fit - point - 1) + "f", Double.parseDouble(text));
  }
}
