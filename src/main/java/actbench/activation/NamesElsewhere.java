package actbench.activation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Keras, PyTorch and EchoAI call the functions of the catalogue.
 *
 * <p>Only names that mean the same function; defaults of parameters may differ, which the entries'
 * notes tell. {@code hard_sigmoid} is that of Keras 2; PyTorch's {@code Hardsigmoid} has another
 * slope and is missing.
 */
final class NamesElsewhere {
  private static final String TABLE =
      """
      identity        | Keras linear | PyTorch Identity
      relu            | Keras ReLU | PyTorch ReLU
      leaky-relu      | Keras LeakyReLU leaky_relu | PyTorch LeakyReLU leaky_relu
      prelu           | Keras PReLU | PyTorch PReLU
      rrelu           | PyTorch RReLU
      relu6           | PyTorch ReLU6 | EchoAI ReLU6
      srelu           | EchoAI SReLU
      threshold-relu  | Keras ThresholdedReLU
      elu             | Keras ELU | PyTorch ELU
      celu            | PyTorch CELU | EchoAI Celu
      selu            | PyTorch SELU
      isrlu           | EchoAI ISRLU
      softplus        | PyTorch Softplus
      sine-relu       | EchoAI SineReLU sineReLU
      bent-identity   | EchoAI BentID bent_id
      softshrink      | Keras soft_shrink | PyTorch Softshrink | EchoAI SoftShrink
      hardshrink      | Keras hard_shrink | PyTorch Hardshrink | EchoAI HardShrink
      mish            | PyTorch Mish | EchoAI Mish
      beta-mish       | EchoAI BetaMish beta_mish
      swish           | Keras silu | PyTorch SiLU silu | EchoAI Swish Silu
      e-swish         | EchoAI Eswish eswish
      gelu            | PyTorch GELU
      hard-swish      | Keras hard_silu hard_swish | PyTorch Hardswish hardswish
      mila            | EchoAI Mila
      elish           | EchoAI Elish
      hard-elish      | EchoAI HardElish hard_elish
      flatten-t-swish | EchoAI FTS fts
      sigmoid         | PyTorch Sigmoid
      tanh            | PyTorch Tanh
      softsign        | PyTorch Softsign
      softmax         | Keras Softmax | PyTorch Softmax
      log-softmax     | Keras log_softmax | PyTorch LogSoftmax log_softmax | EchoAI LogSoftmax
      hard-sigmoid    | Keras hard_sigmoid
      log-sigmoid     | Keras log_sigmoid | PyTorch LogSigmoid logsigmoid | EchoAI LogSigmoid
      hardtanh        | Keras hard_tanh | PyTorch Hardtanh | EchoAI HardTanh
      tanhshrink      | Keras tanh_shrink | PyTorch Tanhshrink | EchoAI TanhShrink
      weighted-tanh   | EchoAI WeightedTanh weighted_tanh
      lecun-tanh      | EchoAI LeCunTanh lecun_tanh
      isru            | EchoAI ISRU
      sqnl            | EchoAI SQNL
      soft-clipping   | EchoAI SoftClipping soft_clipping
      aria2           | EchoAI Aria2
      """;

  private static final Map<String, Map<String, List<String>>> ALL = read();

  private NamesElsewhere() {}

  private static Map<String, Map<String, List<String>>> read() {
    Map<String, Map<String, List<String>>> all = new LinkedHashMap<>();
    for (String line : TABLE.split("\n", -1)) {
      String[] cells = line.split("\\|", -1);
      Map<String, List<String>> libraries = new LinkedHashMap<>();
      for (int i = 1; i < cells.length; i++) {
        List<String> words = List.of(cells[i].strip().split(" ", -1));
        libraries.put(words.get(0), words.subList(1, words.size()));
      }
      all.put(cells[0].strip(), Collections.unmodifiableMap(libraries));
    }
    return all;
  }

  /** The names of a function by library; empty where none knows it. */
  static Map<String, List<String>> of(String function) {
    return ALL.getOrDefault(function, Map.of());
  }

  /** The names of a function in all libraries, each once. */
  static List<String> all(String function) {
    List<String> names = new ArrayList<>();
    of(function).values().forEach(names::addAll);
    return names.stream().distinct().toList();
  }
}
