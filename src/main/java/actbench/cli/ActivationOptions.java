package actbench.cli;

import actbench.activation.ActivationCatalog;
import actbench.activation.ActivationEntry;
import actbench.activation.ActivationException;
import actbench.activation.ActivationFunction;
import actbench.activation.ElementFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The functions that a command is told of, and their parameters. */
final class ActivationOptions {
  private static final Pattern WITH_PARAMETERS =
      Pattern.compile("(.+?)\\s*\\(((?:[\\w-]+=[^,()=]+)(?:,[\\w-]+=[^,()=]+)*)\\)");

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE",
      description = "A parameter, for the functions that have it; may be repeated.")
  private Map<String, Double> parameters = new LinkedHashMap<>();

  @Option(names = "--alpha", paramLabel = "VALUE", description = "Short for --param alpha=VALUE.")
  private Double alpha;

  @Option(names = "--beta", paramLabel = "VALUE", description = "Short for --param beta=VALUE.")
  private Double beta;

  /**
   * The functions of these names.
   *
   * @throws ActivationException for a name, formula or parameter that will not do
   */
  List<ActivationFunction> functions(List<String> names) {
    Map<String, Double> given = new TreeMap<>(parameters);
    if (alpha != null) {
      given.put("alpha", alpha);
    }
    if (beta != null) {
      given.put("beta", beta);
    }
    Set<String> unused = new LinkedHashSet<>(given.keySet());
    List<ActivationFunction> functions = new ArrayList<>();
    for (String name : names) {
      Matcher matcher = WITH_PARAMETERS.matcher(name.strip());
      String bare = matcher.matches() ? matcher.group(1).strip() : name.strip();
      Map<String, Double> values = new TreeMap<>();
      for (Map.Entry<String, Double> each : given.entrySet()) {
        if (takes(bare, each.getKey())) {
          values.put(each.getKey(), each.getValue());
          unused.remove(each.getKey());
        }
      }
      if (matcher.matches()) {
        values.putAll(read(name, matcher.group(2)));
      }
      functions.add(ActivationCatalog.create(bare, values));
    }
    if (!unused.isEmpty()) {
      throw new ActivationException(
          "no function here has a parameter '" + String.join("', '", unused) + "'");
    }
    return functions;
  }

  /** {@link #functions}, all of which must act on one number. */
  List<ElementFunction> elements(List<String> names) {
    List<ElementFunction> elements = new ArrayList<>();
    for (ActivationFunction function : functions(names)) {
      if (!(function instanceof ElementFunction element)) {
        throw new ActivationException(
            "'" + function.name() + "' acts on a whole row; expected a function of one number");
      }
      elements.add(element);
    }
    return elements;
  }

  private static boolean takes(String name, String parameter) {
    return ActivationCatalog.find(name)
        .map(entry -> entry.parameter(parameter).isPresent())
        // A class says itself what it takes; a formula must name it.
        .orElseGet(
            () ->
                !name.matches(".*[(*/+^].*")
                    || Pattern.compile("\\b" + Pattern.quote(parameter) + "\\b")
                        .matcher(name)
                        .find());
  }

  private static Map<String, Double> read(String name, String list) {
    Map<String, Double> values = new TreeMap<>();
    for (String assignment : list.split(",", -1)) {
      int equals = assignment.indexOf('=');
      try {
        values.put(
            assignment.substring(0, equals).strip(),
            Double.valueOf(assignment.substring(equals + 1).strip()));
      } catch (NumberFormatException e) {
        throw new ActivationException(
            "'" + name + "' has a parameter that is no number: '" + assignment + "'");
      }
    }
    return values;
  }

  /** A label that leaves out defaults where there are several parameters. */
  static String label(ActivationFunction function) {
    Optional<ActivationEntry> entry = ActivationCatalog.find(function.name());
    if (entry.isEmpty() || entry.get().parameters().size() < 2) {
      return function.label();
    }
    String told =
        entry.get().parameters().stream()
            .filter(each -> function.parameters().get(each.name()) != each.defaultValue())
            .map(each -> each.name() + "=" + Words.number(function.parameters().get(each.name())))
            .collect(Collectors.joining(","));
    return function.name() + (told.isEmpty() ? "" : "(" + told + ")");
  }
}
