package actbench.cli;

import actbench.model.Blueprint;
import actbench.model.Node;
import actbench.model.Shape;
import actbench.model.Weight;
import actbench.report.JsonText;
import actbench.spec.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Networks as JSON. */
final class ModelJson {
  private ModelJson() {}

  /** An array with an object for each network, without its layers. */
  static String list(List<ModelCard> cards) {
    return JsonText.of(cards.stream().map(ModelJson::card).toList());
  }

  /** An object with the layers. */
  static String show(ModelCard card) {
    Map<String, Object> object = card(card);
    List<Map<String, Object>> layers = new ArrayList<>();
    card.network().orElseThrow().nodes().forEach(node -> layers.add(layer(node)));
    object.put("layers", layers);
    return JsonText.of(object);
  }

  private static Map<String, Object> card(ModelCard card) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", card.model().name());
    object.put("summary", card.model().summary());
    object.put("source", card.model().source());
    Map<String, Object> settings = new LinkedHashMap<>();
    for (Parameter each : card.model().settings()) {
      settings.put(each.name(), card.run().settings().get(each.name()));
    }
    object.put("settings", settings);
    if (card.network().isEmpty()) {
      object.put("problem", card.problem());
      return object;
    }
    Blueprint network = card.network().get();
    object.put("input", sides(network.input()));
    object.put("classes", card.classes());
    object.put("parameters", network.parameters());
    object.put("trainable_parameters", network.trainableParameters());
    object.put("multiply_adds", network.multiplyAdds());
    object.put("batch_size", card.batch());
    object.put("memory_bytes", card.cost().memory());
    object.put("step_seconds", card.cost().seconds());
    return object;
  }

  private static Map<String, Object> layer(Node node) {
    Map<String, Object> layer = new LinkedHashMap<>();
    layer.put("name", node.name());
    layer.put("detail", ModelTable.detail(node));
    layer.put("inputs", node.inputs());
    layer.put("output", sides(node.output()));
    layer.put("parameters", node.weights().stream().mapToLong(Weight::size).sum());
    layer.put("multiply_adds", node.op().multiplyAdds(node.input(), node.output()));
    return layer;
  }

  private static List<Integer> sides(Shape shape) {
    return List.of(shape.height(), shape.width(), shape.channels());
  }
}
