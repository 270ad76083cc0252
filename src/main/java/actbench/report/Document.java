package actbench.report;

import java.util.List;

/**
 * What a report says.
 *
 * @param blocks from top to bottom
 */
record Document(List<Block> blocks) {
  Document {
    blocks = List.copyOf(blocks);
  }

  void draw(Renderer renderer) {
    blocks.forEach(block -> block.draw(renderer));
  }
}
