package actbench.spec;

import static actbench.spec.Vocabulary.LEARNING_RATE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a catalogue name, with or without parameters; a parameter that is a list is swept. */
final class ChoiceReader {
  static final String ONE_VALUE = "a parameter to match must have one value";

  private final Vocabulary vocabulary;
  private final Problems problems;
  private final ValueReader values;
  private final OpenReader open;

  ChoiceReader(Vocabulary vocabulary, Problems problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
    this.values = new ValueReader(problems);
    this.open = new OpenReader(vocabulary, problems);
  }

  /** The points of one name; none after a problem was added. Defaults are filled in. */
  List<Point> read(Setting setting, Node node) {
    String key = setting.key();
    Optional<OpenForm> form = open.form(key, node);
    if (form.isPresent()) {
      return open.read(form.get(), node).stream()
          .map(each -> Point.of(node.at(), key, each))
          .toList();
    }
    Optional<Node.Scalar> name = name(setting, node);
    if (name.isEmpty()) {
      return List.of();
    } else if (isOff(setting, name.get())) {
      return only(node, "name").isEmpty() ? List.of(Point.off(node.at())) : List.of();
    }
    Optional<Term> term = term(setting, name.get());
    Optional<Map<Parameter, List<Object>>> given =
        term.flatMap(known -> parameters(key, known, node));
    if (given.isEmpty()) {
      return List.of();
    }
    List<SortedMap<String, Object>> sets = new ArrayList<>();
    SortedMap<String, Object> defaults = new TreeMap<>();
    if (!key.equals("model")) {
      term.get()
          .parameters()
          .forEach(each -> each.defaultValue().ifPresent(v -> defaults.put(each.name(), v)));
    }
    sets.add(defaults);
    for (Map.Entry<Parameter, List<Object>> parameter : given.get().entrySet()) {
      if ((long) sets.size() * parameter.getValue().size() > SpecLoader.MOST_RUNS) {
        problems.add(node.at(), SpecLoader.TOO_MANY);
        return List.of();
      }
      sets = product(sets, parameter.getKey().name(), parameter.getValue());
    }
    Optional<Location> rateAt = rateAt(key, node);
    return sets.stream().map(set -> point(node.at(), key, term.get(), set, rateAt)).toList();
  }

  /** The name with only the parameters given, for a match; the empty text for one switched off. */
  Optional<Object> readPattern(Setting setting, Node node) {
    Optional<OpenForm> form = open.form(setting.key(), node);
    if (form.isPresent()) {
      return open.readPattern(form.get(), node).map(each -> each);
    }
    Optional<Node.Scalar> name = name(setting, node);
    if (name.isPresent() && isOff(setting, name.get())) {
      return only(node, "name").isEmpty() ? Optional.of("") : Optional.empty();
    }
    Optional<Term> term = name.flatMap(each -> term(setting, each));
    Optional<Location> rateAt = rateAt(setting.key(), node);
    if (rateAt.isPresent()) {
      problems.add(rateAt.get(), "write '" + LEARNING_RATE + "' as a condition of its own");
      return Optional.empty();
    }
    return term.flatMap(known -> parameters(setting.key(), known, node))
        .filter(given -> single(node, given))
        .map(given -> new Choice(term.get().name(), firsts(given)));
  }

  private boolean single(Node node, Map<Parameter, List<Object>> given) {
    boolean single = given.values().stream().allMatch(each -> each.size() == 1);
    if (!single) {
      problems.add(node.at(), ONE_VALUE);
    }
    return single;
  }

  private static SortedMap<String, Object> firsts(Map<Parameter, List<Object>> given) {
    SortedMap<String, Object> firsts = new TreeMap<>();
    given.forEach((parameter, all) -> firsts.put(parameter.name(), all.get(0)));
    return firsts;
  }

  private static Point point(
      Location at,
      String key,
      Term term,
      SortedMap<String, Object> parameters,
      Optional<Location> rateAt) {
    SortedMap<String, Object> settings = new TreeMap<>();
    SortedMap<String, Object> rest = new TreeMap<>(parameters);
    if (key.equals("optimizer")) {
      settings.put(LEARNING_RATE, rest.remove(LEARNING_RATE));
    }
    settings.put(key, new Choice(term.name(), rest));
    return new Point(at, settings, rateAt);
  }

  /** Every set with every value. */
  static List<SortedMap<String, Object>> product(
      List<SortedMap<String, Object>> sets, String name, List<Object> values) {
    List<SortedMap<String, Object>> product = new ArrayList<>();
    for (SortedMap<String, Object> set : sets) {
      for (Object value : values) {
        SortedMap<String, Object> extended = new TreeMap<>(set);
        extended.put(name, value);
        product.add(extended);
      }
    }
    return product;
  }

  private static Optional<Location> rateAt(String key, Node node) {
    return key.equals("optimizer") && node instanceof Node.Mapping mapping
        ? mapping.entry(LEARNING_RATE).map(Node.Entry::at)
        : Optional.empty();
  }

  private static boolean isOff(Setting setting, Node.Scalar name) {
    return setting.presence() == Setting.Presence.OPTIONAL
        && setting.value().defaultValue().orElse("").equals(name.text());
  }

  /** A name switched off takes no parameters: the entries that are too much, as problems. */
  private List<Node.Entry> only(Node node, String key) {
    List<Node.Entry> others =
        node instanceof Node.Mapping mapping
            ? mapping.entries().stream().filter(each -> !each.key().equals(key)).toList()
            : List.of();
    others.forEach(each -> problems.add(each.at(), noParameter("none", each.key(), List.of())));
    return others;
  }

  private Optional<Node.Scalar> name(Setting setting, Node node) {
    Node name = node;
    if (node instanceof Node.Mapping mapping) {
      Optional<Node.Entry> entry = mapping.entry("name");
      if (entry.isEmpty()) {
        problems.add(node.at(), withoutName(setting.key(), mapping));
        return Optional.empty();
      }
      name = entry.get().value();
    }
    if (name instanceof Node.Scalar scalar && ValueReader.text(scalar).isPresent()) {
      return Optional.of(scalar);
    }
    problems.wrongValue(setting.key(), name, Problems.oneOf(names(setting)));
    return Optional.empty();
  }

  private String withoutName(String key, Node.Mapping mapping) {
    List<String> keys = new ArrayList<>(List.of("name"));
    vocabulary.open(key).stream()
        .filter(each -> !each.named())
        .forEach(each -> keys.add(each.key()));
    Optional<String> near =
        mapping.entries().stream()
            .flatMap(entry -> Suggestion.closest(entry.key(), keys).stream())
            .findFirst();
    return "'"
        + key
        + "' is a map without a '"
        + String.join(keys.size() > 2 ? "', '" : "' or a '", keys)
        + "'"
        + near.map(each -> ". Did you mean '" + each + "'?").orElse("");
  }

  private Optional<Term> term(Setting setting, Node.Scalar name) {
    Optional<Term> term = vocabulary.find(setting.key(), name.text());
    if (term.isEmpty()) {
      Optional<OpenForm> form =
          vocabulary.open(setting.key()).stream()
              .filter(each -> each.recognises(name.text()))
              .findFirst();
      if (form.isPresent()) {
        String key = form.get().key();
        String shown = Node.quoted(name.text());
        problems.add(
            name.at(),
            "%s is no name; write it as {%s: %s}".formatted(shown, key, shown.replace('\'', '"')));
      } else {
        problems.unknown(name.at(), setting.key(), name.text(), names(setting));
      }
    }
    return term;
  }

  /** The words a setting takes, in the order of the alphabet. */
  Collection<String> names(Setting setting) {
    List<String> names = new ArrayList<>();
    vocabulary.catalogue(setting.key()).forEach(term -> names.add(term.name()));
    if (setting.presence() == Setting.Presence.OPTIONAL) {
      names.add((String) setting.value().defaultValue().orElseThrow());
    }
    return names.stream().distinct().sorted().toList();
  }

  /** The values given for each parameter; empty after a problem was added. */
  private Optional<Map<Parameter, List<Object>>> parameters(String key, Term term, Node node) {
    Map<Parameter, List<Object>> all = new LinkedHashMap<>();
    if (!(node instanceof Node.Mapping mapping)) {
      return Optional.of(all);
    }
    boolean good = true;
    for (Node.Entry entry : mapping.entries()) {
      if (entry.key().equals("name")) {
        continue;
      }
      Optional<Parameter> parameter = term.parameter(entry.key());
      if (key.equals("model")) {
        problems.add(entry.at(), "write " + Node.quoted(entry.key()) + " at the top level");
      } else if (parameter.isEmpty()) {
        problems.add(entry.at(), noParameter(term.name(), entry.key(), term.parameterNames()));
      } else {
        List<Node> items =
            entry.value() instanceof Node.Sequence sequence
                ? values.list(entry.key(), sequence, parameter.get().allowed()).orElse(List.of())
                : List.of(entry.value());
        List<Object> read =
            items.stream().flatMap(item -> values.read(parameter.get(), item).stream()).toList();
        good &= !read.isEmpty() && read.size() == items.size();
        all.put(parameter.get(), read);
        continue;
      }
      good = false;
    }
    return good ? Optional.of(all) : Optional.empty();
  }

  /** {@code 'iris' has no parameter 'tran'; expected one of ...}. */
  static String noParameter(String name, String key, List<String> known) {
    return "'"
        + name
        + "' has no parameter "
        + Node.quoted(key)
        + (known.isEmpty() ? "; it has none" : Problems.expected(key, known));
  }
}
