package actbench.report;

import java.util.List;

/**
 * Draws blocks in one format. All texts come as they are, hostile ones too: escaping is the
 * renderer's business alone.
 */
interface Renderer {
  void heading(int level, String text);

  void paragraph(String text);

  void bullets(List<String> items);

  void table(Table table);

  /** Formats without pictures leave them out. */
  default void figure(Figure figure) {}
}
