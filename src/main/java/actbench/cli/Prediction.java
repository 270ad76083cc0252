package actbench.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * What a kept network says of one example.
 *
 * @param label -1 where it is not known
 * @param wanted the numbers or labels that are right; empty where they are not known
 */
record Prediction(String example, int label, List<Double> wanted, List<Double> outputs) {
  Prediction {
    wanted = List.copyOf(wanted);
    outputs = List.copyOf(outputs);
  }

  static Prediction of(JsonNode json) {
    return new Prediction(
        json.get("example").stringValue(),
        json.get("label").intValue(),
        numbers(json.path("wanted")),
        numbers(json.path("outputs")));
  }

  private static List<Double> numbers(JsonNode list) {
    List<Double> numbers = new ArrayList<>();
    list.forEach(each -> numbers.add(each.asDouble()));
    return numbers;
  }

  /** The classes, the likeliest first. */
  List<Integer> order() {
    return IntStream.range(0, outputs.size())
        .boxed()
        .sorted(Comparator.comparing(outputs::get, Comparator.reverseOrder()))
        .toList();
  }
}
