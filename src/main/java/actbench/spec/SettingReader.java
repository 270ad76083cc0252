package actbench.spec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what a key of a spec gives a setting: the points of its axis. */
final class SettingReader {
  private final Vocabulary vocabulary;
  private final Problems problems;
  private final ValueReader values;
  private final ChoiceReader choices;

  SettingReader(Vocabulary vocabulary, Problems problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
    this.values = new ValueReader(problems);
    this.choices = new ChoiceReader(vocabulary, problems);
  }

  /** Whether the key names a setting, of any model or of all. */
  boolean knows(String key) {
    return Vocabulary.general(key).isPresent() || !vocabulary.modelsWith(key).isEmpty();
  }

  /** Adds the problem of a key that may not stand in this place. */
  void unknownKey(Node.Entry entry, Collection<String> structure) {
    if (Structure.KEYS.contains(entry.key())) {
      problems.add(entry.at(), "'" + entry.key() + "' cannot stand here");
      return;
    }
    Set<String> known = new TreeSet<>(vocabulary.settingKeys());
    known.addAll(structure);
    problems.unknown(entry.at(), "setting", entry.key(), known);
  }

  /**
   * The points of an axis: one for a scalar, one for each item of a list. A point that takes the
   * place of an earlier one is a problem.
   *
   * @param models the models in use; a setting of theirs must suit all that have it
   */
  List<Point> axis(String key, Node node, Collection<Term> models) {
    List<Point> points = new ArrayList<>();
    if (node instanceof Node.Sequence sequence) {
      if (sequence.items().isEmpty()) {
        problems.add(node.at(), "'" + key + "' is an empty list; it sweeps nothing");
      }
      sequence.items().forEach(item -> points.addAll(points(key, item, models)));
    } else {
      points.addAll(points(key, node, models));
    }
    refuseRepeats("'" + key + "'", points);
    return points;
  }

  void refuseRepeats(String what, List<Point> points) {
    Set<SortedMap<String, Object>> seen = new HashSet<>();
    for (Point point : points) {
      if (!seen.add(point.settings())) {
        problems.add(point.at(), what + " takes the same value twice: " + label(point.settings()));
      }
    }
  }

  private static String label(Map<String, Object> settings) {
    if (settings.isEmpty()) {
      return "none";
    }
    List<String> labels = new ArrayList<>();
    settings.forEach(
        (key, value) -> {
          String shown = value instanceof Choice choice ? choice.label() : value.toString();
          labels.add(settings.size() == 1 ? shown : key + "=" + shown);
        });
    return String.join(", ", labels);
  }

  /** The points of one value. */
  List<Point> points(String key, Node node, Collection<Term> models) {
    Optional<Setting> general = Vocabulary.general(key);
    if (general.isPresent() && general.get().catalogue()) {
      return choices.read(general.get(), node);
    } else if (general.isPresent()) {
      if (isOff(general.get(), node)) {
        return List.of(Point.off(node.at()));
      }
      return values
          .read(general.get().value(), node)
          .filter(v -> offered(general.get(), node))
          .stream()
          .map(value -> Point.of(node.at(), key, value))
          .toList();
    }
    Optional<Object> value = Optional.empty();
    for (Term model : models) {
      Optional<Parameter> parameter = model.parameter(key);
      if (parameter.isPresent()) {
        value = values.read(parameter.get(), node);
        if (value.isEmpty()) {
          return List.of();
        }
      }
    }
    return value.stream().map(each -> Point.of(node.at(), key, each)).toList();
  }

  /**
   * Adds the problems of values that no model would take: all that can be said of a model's setting
   * while the model is not known.
   */
  void refuseHopeless(String key, Node node) {
    List<Term> models = vocabulary.modelsWith(key);
    boolean alike =
        models.stream()
                .map(model -> model.parameter(key).orElseThrow().allowed())
                .distinct()
                .count()
            == 1;
    List<Node> items = node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
    for (Node item : items) {
      boolean hopeless =
          models.stream()
              .map(model -> model.parameter(key).orElseThrow())
              .noneMatch(each -> new ValueReader(new Problems()).read(each, item).isPresent());
      if (hopeless && alike) {
        values.read(models.get(0).parameter(key).orElseThrow(), item);
      } else if (hopeless) {
        problems.wrongValue(key, item, "what a model takes");
      }
    }
  }

  private boolean isOff(Setting setting, Node node) {
    if (!setting.mustBeOffered() || !(node instanceof Node.Scalar scalar)) {
      return false;
    }
    Optional<Double> number = scalar.plain() ? PlainScalar.number(scalar.text()) : Optional.empty();
    return scalar.text().equals("none") || number.equals(setting.value().defaultValue());
  }

  private boolean offered(Setting setting, Node node) {
    boolean offered = !setting.mustBeOffered() || vocabulary.offered().contains(setting.key());
    if (!offered) {
      problems.add(
          node.at(),
          "this version has no '" + setting.key() + "', found " + node.shown() + "; expected none");
    }
    return offered;
  }

  /** What an entry of {@code exclude} asks for; empty after a problem was added. */
  Optional<SortedMap<String, List<Object>>> conditions(Node.Mapping mapping) {
    SortedMap<String, List<Object>> conditions = new TreeMap<>();
    boolean good = true;
    for (Node.Entry entry : mapping.entries()) {
      if (!knows(entry.key())) {
        unknownKey(entry, List.of());
        good = false;
        continue;
      }
      List<Node> items =
          entry.value() instanceof Node.Sequence sequence
              ? values.list(entry.key(), sequence, "the values to match").orElse(List.of())
              : List.of(entry.value());
      List<Object> wanted =
          items.stream().flatMap(item -> wanted(entry.key(), item).stream()).toList();
      good &= !wanted.isEmpty() && wanted.size() == items.size();
      conditions.put(entry.key(), wanted);
    }
    return good ? Optional.of(conditions) : Optional.empty();
  }

  private Optional<Object> wanted(String key, Node node) {
    Optional<Setting> general = Vocabulary.general(key);
    if (general.isPresent() && general.get().catalogue()) {
      return choices.readPattern(general.get(), node);
    } else if (general.isPresent()) {
      return isOff(general.get(), node)
          ? Optional.of("")
          : values.read(general.get().value(), node).filter(v -> offered(general.get(), node));
    }
    return values.read(vocabulary.modelsWith(key).get(0).parameter(key).orElseThrow(), node);
  }
}
