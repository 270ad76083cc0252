package actbench.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.provider.Arguments;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the reference numbers, and turns their axes into ours. */
final class Fixtures {
  private Fixtures() {}

  /** A path and a type of numbers to check with, and how near the results must be. */
  record Mode(EnginePath path, DataType type, double tolerance) {
    static Stream<Mode> all() {
      Stream<Mode> plain =
          Stream.of(
              new Mode(EnginePath.PLAIN, DataType.FLOAT, 1e-5),
              new Mode(EnginePath.PLAIN, DataType.DOUBLE, 1e-9));
      return Onednn.isAvailable()
          ? Stream.concat(Stream.of(new Mode(EnginePath.ONEDNN, DataType.FLOAT, 1e-5)), plain)
          : plain;
    }

    void check(String what, INDArray got, INDArray want) {
      Assertions.assertThat(got.shape()).as(what).isEqualTo(want.shape());
      double[] values = got.dup('c').data().asDouble();
      double[] expected = want.dup('c').data().asDouble();
      for (int i = 0; i < values.length; i++) {
        check(what + "[" + i + "]", values[i], expected[i]);
      }
    }

    void check(String what, double got, double want) {
      Assertions.assertThat(got)
          .as(what)
          .isCloseTo(want, Assertions.within(tolerance * Math.max(1, Math.abs(want))));
    }

    @Override
    public String toString() {
      return path + " " + type;
    }
  }

  static JsonNode read(String name) {
    try (InputStream file = Fixtures.class.getResourceAsStream(name);
        InputStream json = new GZIPInputStream(file)) {
      return JsonMapper.shared().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All cases of {@code layers.json.gz}. */
  static List<JsonNode> layerCases() {
    return list(read("layers.json.gz").get("cases"));
  }

  /** The cases of some kinds: name, mode and case, for each mode. */
  static Stream<Arguments> layerCases(Set<String> kinds) {
    List<JsonNode> cases =
        layerCases().stream().filter(each -> kinds.contains(each.get("layer").asString())).toList();
    return Mode.all()
        .flatMap(
            mode ->
                cases.stream().map(each -> Arguments.of(each.get("name").asString(), mode, each)));
  }

  static List<JsonNode> list(JsonNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }

  /** The tensor as it stands. */
  static INDArray tensor(JsonNode node, DataType type) {
    double[] data = list(node.get("data")).stream().mapToDouble(JsonNode::asDouble).toArray();
    long[] shape = list(node.get("shape")).stream().mapToLong(JsonNode::asLong).toArray();
    return Nd4j.createFromArray(data).reshape('c', shape).castTo(type);
  }

  /** Images with channels last, other tensors as they stand. */
  static INDArray data(JsonNode node, DataType type) {
    INDArray tensor = tensor(node, type);
    return tensor.rank() == 4 ? tensor.permute(0, 2, 3, 1).dup('c') : tensor;
  }

  /** O,I,H,W (or I,O,H,W) becomes H,W,I,O (or H,W,O,I); out,in becomes in,out. */
  static INDArray weight(JsonNode node, DataType type) {
    INDArray tensor = tensor(node, type);
    return switch (tensor.rank()) {
      case 4 -> tensor.permute(2, 3, 1, 0).dup('c');
      case 2 -> tensor.transpose().dup('c');
      default -> tensor;
    };
  }
}
