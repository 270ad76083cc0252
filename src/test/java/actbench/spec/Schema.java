package actbench.spec;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an editor says of a spec: the published schema, judged by a validator. */
final class Schema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final com.networknt.schema.Schema schema;

  Schema(Vocabulary vocabulary) {
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SpecSchema.write(vocabulary));
  }

  boolean accepts(String yaml) throws SpecException {
    return accepts(YamlReader.read("grid.yaml", yaml, new Problems()).orElseThrow());
  }

  boolean accepts(Node node) {
    return schema.validate(json(node)).isEmpty();
  }

  private static JsonNode json(Node node) {
    if (node instanceof Node.Mapping mapping) {
      ObjectNode object = JSON.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.key(), json(entry.value())));
      return object;
    } else if (node instanceof Node.Sequence sequence) {
      ArrayNode array = JSON.arrayNode();
      sequence.items().forEach(item -> array.add(json(item)));
      return array;
    }
    Node.Scalar scalar = (Node.Scalar) node;
    String text = scalar.text();
    if (!scalar.plain() || PlainScalar.isText(text)) {
      return JSON.stringNode(text);
    } else if (PlainScalar.isNull(text)) {
      return JSON.nullNode();
    } else if (PlainScalar.flag(text).isPresent()) {
      return JSON.booleanNode(PlainScalar.flag(text).get());
    } else if (PlainScalar.integer(text).isPresent()) {
      return JSON.numberNode(PlainScalar.integer(text).get());
    }
    return PlainScalar.number(text).<JsonNode>map(JSON::numberNode).orElse(JSON.stringNode(text));
  }
}
