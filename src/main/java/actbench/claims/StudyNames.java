package actbench.claims;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of the published tables in terms of this program: a network whose size is part of its
 * published name is a model and its settings here.
 *
 * <p>The four-layer network of the study's sweeps is lost; LeNet-4, which has four layers and is
 * the study's own, stands in for it.
 */
public final class StudyNames {
  /** The published name of the network that the study's author no longer has. */
  public static final String LOST_NETWORK = "cnn-4";

  private static final Pattern RESNET = Pattern.compile("(resnet-v[12])-(\\d+)");
  private static final Pattern WIDE_RESNET = Pattern.compile("wrn-(\\d+)-(\\d+)");
  private static final Map<String, String> DATASETS =
      Map.of("cifar10", "cifar-10", "cifar100", "cifar-100", "kmnist", "k-mnist");
  private static final Map<String, String> MODELS =
      Map.of(
          LOST_NETWORK,
          "lenet-4",
          "se-net-18",
          "se-resnet-18",
          "se-net-34",
          "se-resnet-34",
          "se-net-50",
          "se-resnet-50",
          "shufflenet-v2-x1",
          "shufflenet-v2",
          "3-layer-ffnn",
          "iris-net");

  /** What the published functions had where a label does not say so; the defaults here. */
  private static final Map<String, Map<String, Double>> PARAMETERS =
      Map.ofEntries(
          Map.entry("aria2", Map.of("alpha", 1.5, "beta", 1.0)),
          Map.entry("beta-mish", Map.of("beta", 1.5)),
          Map.entry("celu", Map.of("alpha", 1.0)),
          Map.entry("e-swish", Map.of("beta", 1.75)),
          Map.entry("elu", Map.of("alpha", 1.0)),
          Map.entry("flatten-t-swish", Map.of("T", 0.0)),
          Map.entry("hardshrink", Map.of("lambda", 0.5)),
          Map.entry("isrlu", Map.of("alpha", 1.0)),
          Map.entry("isru", Map.of("alpha", 1.0)),
          Map.entry("leaky-relu", Map.of("alpha", 0.3)),
          Map.entry("sine-relu", Map.of("eps", 0.001)),
          Map.entry("soft-clipping", Map.of("alpha", 0.5)),
          Map.entry("softplus", Map.of("beta", 1.0)),
          Map.entry("softshrink", Map.of("lambda", 0.5)),
          Map.entry("swish", Map.of("beta", 1.0)),
          Map.entry("threshold-relu", Map.of("theta", 1.0)),
          Map.entry("weighted-tanh", Map.of("weight", 1.7145)));

  private StudyNames() {}

  /** The published parameters of a function; none if it has none or they are not known. */
  static Map<String, Double> parameters(String function) {
    return PARAMETERS.getOrDefault(function, Map.of());
  }

  /** The data set's name here. */
  public static String dataset(String published) {
    return DATASETS.getOrDefault(published, published);
  }

  /** The settings, by column name, that make up a published network; always {@code model}. */
  public static Map<String, String> network(String published) {
    Map<String, String> settings = new TreeMap<>();
    Matcher resnet = RESNET.matcher(published);
    Matcher wide = WIDE_RESNET.matcher(published);
    if (resnet.matches()) {
      settings.put("model", resnet.group(1));
      settings.put("depth", resnet.group(2));
    } else if (wide.matches()) {
      settings.put("model", "wide-resnet");
      settings.put("depth", wide.group(1));
      settings.put("width", wide.group(2));
    } else {
      settings.put("model", MODELS.getOrDefault(published, published));
    }
    return settings;
  }
}
