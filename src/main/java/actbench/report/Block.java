package actbench.report;

import java.util.List;
import java.util.Objects;

/** A piece of a report, the same in every format. */
sealed interface Block {
  /** Draws this block with a renderer. */
  void draw(Renderer renderer);

  /** The title of a section; the first one of a document is that of the whole. */
  record Heading(int level, String text) implements Block {
    public Heading {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public void draw(Renderer renderer) {
      renderer.heading(level, text);
    }
  }

  /** Running text. */
  record Paragraph(String text) implements Block {
    public Paragraph {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public void draw(Renderer renderer) {
      renderer.paragraph(text);
    }
  }

  /** Points in no table. */
  record Bullets(List<String> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }

    @Override
    public void draw(Renderer renderer) {
      renderer.bullets(items);
    }
  }

  /** A table. */
  record Grid(Table table) implements Block {
    public Grid {
      Objects.requireNonNull(table, "table");
    }

    @Override
    public void draw(Renderer renderer) {
      renderer.table(table);
    }
  }

  /** A picture; formats without pictures leave it out, for tables say the same. */
  record Picture(Figure figure) implements Block {
    public Picture {
      Objects.requireNonNull(figure, "figure");
    }

    @Override
    public void draw(Renderer renderer) {
      renderer.figure(figure);
    }
  }
}
