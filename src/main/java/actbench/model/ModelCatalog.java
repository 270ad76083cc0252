package actbench.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All networks by name. */
public final class ModelCatalog {
  private static final Map<String, Model> MODELS =
      index(
          Mlp.MODEL,
          LeNet4.MODEL,
          DepthNet.MODEL,
          XorNet.MODEL,
          MiniVgg.MODEL,
          ResNetV1.MODEL,
          ResNetV2.MODEL);

  private ModelCatalog() {}

  private static Map<String, Model> index(Model... models) {
    Map<String, Model> index = new LinkedHashMap<>();
    for (Model model : models) {
      index.put(model.name(), model);
    }
    return Collections.unmodifiableMap(index);
  }

  /** All models in the order of the documentation. */
  public static List<Model> all() {
    return List.copyOf(MODELS.values());
  }

  /** The model of this name. */
  public static Model get(String name) {
    Model model = MODELS.get(name);
    if (model == null) {
      throw new NetworkException(
          "unknown model '" + name + "'; known: " + String.join(", ", MODELS.keySet()));
    }
    return model;
  }
}
