package actbench.cli;

import java.util.List;

/**
 * A plain table.
 *
 * @param rows the header first; each has a text a column
 */
record TextTable(List<List<String>> rows) {
  TextTable {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Columns two blanks apart, without blanks at the ends of lines. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int place = column;
        int width = rows.stream().mapToInt(each -> each.get(place).length()).max().orElse(0);
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(width - cell.length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** The same in Markdown. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = rows.get(i).stream().map(each -> each.replace("|", "\\|")).toList();
      text.append("| ").append(String.join(" | ", cells)).append(" |\n");
      if (i == 0) {
        text.append("|---".repeat(cells.size())).append("|\n");
      }
    }
    return text.toString();
  }
}
