package actbench.spec;

import java.util.List;
import java.util.function.UnaryOperator;

/** Changes the blocks of a spec wherever they are well formed, and leaves alone what is not. */
final class SpecEdit {
  private SpecEdit() {}

  /** The spec with every block changed that can name settings to run. */
  static Node.Mapping everywhere(Node.Mapping spec, UnaryOperator<Node.Mapping> edit) {
    UnaryOperator<Node.Mapping> block = map -> inZips(edit.apply(map), edit);
    return block.apply(inVariants(inIncludes(spec, edit), block));
  }

  /** With the maps of {@code zip} changed; those left empty are dropped. */
  static Node.Mapping inZips(Node.Mapping block, UnaryOperator<Node.Mapping> edit) {
    return inKey(
        block,
        Structure.ZIP,
        node -> {
          if (node instanceof Node.Sequence sequence) {
            List<Node> items =
                sequence.items().stream()
                    .map(item -> item instanceof Node.Mapping map ? edit.apply(map) : item)
                    .filter(item -> !(item instanceof Node.Mapping map) || !map.entries().isEmpty())
                    .toList();
            return new Node.Sequence(node.at(), items);
          }
          return node instanceof Node.Mapping map ? edit.apply(map) : node;
        });
  }

  static Node.Mapping inVariants(Node.Mapping spec, UnaryOperator<Node.Mapping> edit) {
    return inKey(
        spec,
        Structure.VARIANTS,
        node ->
            node instanceof Node.Mapping named
                ? new Node.Mapping(
                    node.at(),
                    named.entries().stream()
                        .map(each -> new Node.Entry(each.at(), each.key(), map(each.value(), edit)))
                        .toList())
                : items(node, edit));
  }

  static Node.Mapping inIncludes(Node.Mapping spec, UnaryOperator<Node.Mapping> edit) {
    return inKey(spec, Structure.INCLUDE, node -> items(node, edit));
  }

  /** With the value changed, or each of the values if it is a list. */
  static Node.Entry eachValue(Node.Entry entry, UnaryOperator<Node> edit) {
    Node value =
        entry.value() instanceof Node.Sequence sequence
            ? new Node.Sequence(sequence.at(), sequence.items().stream().map(edit).toList())
            : edit.apply(entry.value());
    return new Node.Entry(entry.at(), entry.key(), value);
  }

  private static Node items(Node node, UnaryOperator<Node.Mapping> edit) {
    return node instanceof Node.Sequence sequence
        ? new Node.Sequence(
            node.at(), sequence.items().stream().map(item -> map(item, edit)).toList())
        : node;
  }

  private static Node map(Node node, UnaryOperator<Node.Mapping> edit) {
    return node instanceof Node.Mapping mapping ? edit.apply(mapping) : node;
  }

  /** Drops the key if nothing is left of a value that was something. */
  private static Node.Mapping inKey(Node.Mapping block, String key, UnaryOperator<Node> edit) {
    return new Node.Mapping(
        block.at(),
        block.entries().stream()
            .map(
                each ->
                    each.key().equals(key)
                        ? new Node.Entry(each.at(), key, edit.apply(each.value()))
                        : each)
            .filter(each -> !each.key().equals(Structure.ZIP) || !isEmpty(each.value()))
            .toList());
  }

  private static boolean isEmpty(Node node) {
    return (node instanceof Node.Mapping map && map.entries().isEmpty())
        || (node instanceof Node.Sequence sequence && sequence.items().isEmpty());
  }
}
