package actbench.model;

import actbench.grid.RunConfig;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All networks by name. */
public final class ModelCatalog {
  private static final Map<String, Model> MODELS =
      index(
          Stream.of(
              List.of(
                  Mlp.MODEL,
                  XorNet.MODEL,
                  IrisNet.MODEL,
                  DepthNet.MODEL,
                  LeNet4.MODEL,
                  MiniVgg.MODEL,
                  Vgg16.MODEL,
                  SimpleNet.MODEL,
                  ResNetV1.MODEL,
                  ResNetV2.MODEL,
                  WideResNet.MODEL,
                  ResNeXt.MODEL,
                  SqueezeNet.MODEL),
              SeResNet.MODELS,
              DenseNet.MODELS,
              List.of(
                  MobileNetV1.MODEL,
                  MobileNetV2.MODEL,
                  ShuffleNetV1.MODEL,
                  ShuffleNetV2.MODEL,
                  InceptionV3.MODEL,
                  InceptionResNetV2.MODEL,
                  Xception.MODEL,
                  CapsuleNet.MODEL,
                  UNet.MODEL,
                  AutoEncoder.MODEL),
              EfficientNet.MODELS));

  private ModelCatalog() {}

  private static Map<String, Model> index(Stream<List<Model>> families) {
    Map<String, Model> index = new LinkedHashMap<>();
    families.flatMap(List::stream).forEach(model -> index.put(model.name(), model));
    return Collections.unmodifiableMap(index);
  }

  /** All models in the order of the documentation. */
  public static List<Model> all() {
    return List.copyOf(MODELS.values());
  }

  /**
   * The network that a run asks for. The command line draws it to find what will not do before
   * anything is trained, a worker to train it.
   *
   * @param input the shape of one example
   * @throws NetworkException if there is no such network
   */
  public static Blueprint draw(RunConfig run, Shape input, Objective objective) {
    BlueprintBuilder builder = new BlueprintBuilder(input, objective);
    return get(run.choice("model").name()).draw(builder, run);
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
