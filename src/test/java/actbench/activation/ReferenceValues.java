package actbench.activation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Values from outside the program, read from the test resources.
 *
 * @param function made by the catalogue
 * @param trainable names of the parameters whose derivatives are given
 * @param points x, f(x), f'(x), then one derivative for each trainable parameter
 */
public record ReferenceValues(
    ElementFunction function, List<String> trainable, List<double[]> points) {
  /** The points where functions are smooth. */
  public static List<ReferenceValues> all() {
    return read("values.txt");
  }

  /** The kinks and jumps: x, f(x), and f' on the left and on the right. */
  static List<ReferenceValues> kinks() {
    return read("kinks.txt");
  }

  private static List<ReferenceValues> read(String resource) {
    List<ReferenceValues> all = new ArrayList<>();
    for (String line : lines(resource)) {
      if (line.startsWith("= ")) {
        all.add(header(line.substring(2)));
      } else {
        all.get(all.size() - 1).points.add(numbers(line));
      }
    }
    return all;
  }

  private static ReferenceValues header(String text) {
    String[] parts = text.split(" with ", 2);
    String[] words = parts[0].split(" ");
    TreeMap<String, Double> parameters = new TreeMap<>();
    for (String word : List.of(words).subList(1, words.length)) {
      String[] pair = word.split("=", 2);
      parameters.put(pair[0], Double.valueOf(pair[1]));
    }
    return new ReferenceValues(
        ActivationCatalog.createElement(words[0], parameters),
        parts.length == 1 ? List.of() : List.of(parts[1].split(" ")),
        new ArrayList<>());
  }

  static double[] numbers(String line) {
    return Arrays.stream(line.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  static List<String> lines(String resource) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ReferenceValues.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return function.label();
  }
}
