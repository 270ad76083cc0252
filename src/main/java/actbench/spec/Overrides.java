package actbench.spec;

import static actbench.spec.Vocabulary.LEARNING_RATE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Works the values of {@code --set} into a spec before it is read.
 *
 * <p>An override holds everywhere: it takes the place of the shared key, of the key in every
 * variant and included point that has it, and it takes the key out of {@code zip}.
 */
final class Overrides {
  private final Vocabulary vocabulary;
  private final Problems problems;
  private final Set<String> changed = new HashSet<>();

  Overrides(Vocabulary vocabulary, Problems problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  /** Whether an override changes this setting. */
  boolean changes(String setting) {
    return changed.contains(setting);
  }

  /** The spec with all overrides in place. */
  Node.Mapping apply(Node.Mapping spec, List<String> overrides) {
    Set<String> seen = new HashSet<>();
    Node.Mapping result = spec;
    for (String override : overrides) {
      Location at = Location.of("--set " + override.replaceAll("\\p{Cntrl}", " "));
      int equals = override.indexOf('=');
      String key = equals < 0 ? override : override.substring(0, equals);
      key = key.equals("optimizer." + LEARNING_RATE) ? LEARNING_RATE : key;
      Optional<Node> value =
          equals < 0 ? Optional.empty() : value(at, override.substring(equals + 1));
      if (equals < 0) {
        problems.add(at, "no value; expected key=value");
      } else if (!seen.add(key)) {
        problems.add(at, "'" + key + "' is set twice on the command line");
      } else if (value.isPresent()) {
        result = apply(result, at, key, value.get());
      }
    }
    return result;
  }

  private Optional<Node> value(Location at, String text) {
    try {
      Optional<Node> node =
          YamlReader.readValue(at, hasComma(text) ? "[" + text + "]" : text, problems)
              .filter(
                  each -> !(each instanceof Node.Scalar s) || !s.plain() || !s.text().isEmpty());
      if (node.isEmpty()) {
        problems.add(at, "no value; expected key=value");
      }
      return node;
    } catch (SpecException e) {
      e.problems().forEach(problem -> problems.add(at, problem.message()));
      return Optional.empty();
    }
  }

  /** Whether there is a comma outside of brackets and quotes. */
  private static boolean hasComma(String text) {
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      } else if (c == ',' && depth == 0) {
        return true;
      }
    }
    return false;
  }

  private Node.Mapping apply(Node.Mapping spec, Location at, String key, Node value) {
    int dot = key.indexOf('.');
    String setting = dot < 0 ? key : key.substring(0, dot);
    changed.add(setting);
    Set<String> known = new TreeSet<>(vocabulary.settingKeys());
    known.add(Structure.NAME);
    known.add(Structure.SEEDS);
    known.add(Structure.MEASURE);
    if (Structure.KEYS.contains(setting) && !known.contains(setting)) {
      problems.add(at, "'" + setting + "' cannot be set from the command line");
      return spec;
    } else if (!known.contains(setting)) {
      problems.unknown(at, "setting", setting, known);
      return spec;
    } else if (dot < 0) {
      return replace(spec, new Node.Entry(at, key, value));
    }
    return setParameter(spec, at, setting, key.substring(dot + 1), value);
  }

  private static Node.Mapping replace(Node.Mapping spec, Node.Entry entry) {
    UnaryOperator<Node.Mapping> remove = map -> without(map, entry.key());
    UnaryOperator<Node.Mapping> exchange =
        map -> map.entry(entry.key()).isPresent() ? with(map, entry) : map;
    Node.Mapping result = SpecEdit.inZips(spec, remove);
    result = SpecEdit.inVariants(result, map -> remove.apply(SpecEdit.inZips(map, remove)));
    result = with(SpecEdit.inIncludes(result, exchange), entry);
    if (!entry.key().equals(LEARNING_RATE)) {
      return result;
    }
    return SpecEdit.everywhere(
        result,
        map ->
            map.entry("optimizer")
                .map(each -> with(map, SpecEdit.eachValue(each, Overrides::withoutRate)))
                .orElse(map));
  }

  private static Node withoutRate(Node value) {
    return value instanceof Node.Mapping map ? without(map, LEARNING_RATE) : value;
  }

  private Node.Mapping setParameter(
      Node.Mapping spec, Location at, String setting, String parameter, Node value) {
    Optional<Setting> general = Vocabulary.general(setting).filter(Setting::catalogue);
    if (general.isEmpty() || setting.equals("model")) {
      problems.add(at, "'" + setting + "' has no parameters to set");
      return spec;
    }
    boolean[] found = {false};
    Set<String> known = new TreeSet<>();
    UnaryOperator<Node> edit =
        node -> {
          Collection<String> names = parameters(setting, node);
          known.addAll(names);
          if (!names.contains(parameter)) {
            return node;
          }
          found[0] = true;
          Node.Mapping map =
              node instanceof Node.Mapping already
                  ? already
                  : new Node.Mapping(node.at(), List.of(new Node.Entry(node.at(), "name", node)));
          return with(map, new Node.Entry(at, parameter, value));
        };
    boolean[] named = {false};
    Node.Mapping result =
        SpecEdit.everywhere(
            spec,
            map ->
                map.entry(setting)
                    .map(
                        each -> {
                          named[0] = true;
                          return with(map, SpecEdit.eachValue(each, edit));
                        })
                    .orElse(map));
    if (!named[0] && general.get().presence() == Setting.Presence.FILLED) {
      String name = (String) general.get().value().defaultValue().orElseThrow();
      Node node = edit.apply(new Node.Scalar(at, name, false));
      result = with(result, new Node.Entry(at, setting, node));
    }
    if (!found[0]) {
      String none = "no " + setting + " in use has a parameter " + Node.quoted(parameter);
      problems.add(at, none + (known.isEmpty() ? "" : Problems.expected(parameter, known)));
    }
    return result;
  }

  /** The parameters of a catalogue's name, or what may stand beside any other text. */
  private Collection<String> parameters(String setting, Node node) {
    Optional<OpenForm> form = new OpenReader(vocabulary, problems).form(setting, node);
    if (form.isEmpty()) {
      return term(setting, node).map(Term::parameterNames).orElse(List.of());
    }
    if (!form.get().isFree()) {
      return Stream.concat(
              Stream.of(form.get().key()), form.get().parameters().stream().map(Parameter::name))
          .toList();
    }
    return node instanceof Node.Mapping map
        ? map.entries().stream()
            .map(Node.Entry::key)
            .filter(each -> !each.equals(form.get().key()))
            .toList()
        : List.of();
  }

  private Optional<Term> term(String setting, Node node) {
    Node name =
        node instanceof Node.Mapping map
            ? map.entry("name").map(Node.Entry::value).orElse(node)
            : node;
    return name instanceof Node.Scalar scalar
        ? vocabulary.find(setting, scalar.text())
        : Optional.empty();
  }

  private static Node.Mapping with(Node.Mapping map, Node.Entry entry) {
    List<Node.Entry> entries = new ArrayList<>();
    boolean placed = false;
    for (Node.Entry each : map.entries()) {
      boolean same = each.key().equals(entry.key());
      entries.add(same ? entry : each);
      placed |= same;
    }
    if (!placed) {
      entries.add(entry);
    }
    return new Node.Mapping(map.at(), entries);
  }

  private static Node.Mapping without(Node.Mapping map, String key) {
    return new Node.Mapping(
        map.at(), map.entries().stream().filter(each -> !each.key().equals(key)).toList());
  }
}
