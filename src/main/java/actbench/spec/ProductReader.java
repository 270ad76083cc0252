package actbench.spec;

import static actbench.spec.Vocabulary.LEARNING_RATE;

import actbench.spec.ExperimentSpec.Axis;
import actbench.spec.ExperimentSpec.Exclusion;
import actbench.spec.ExperimentSpec.Product;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Reads the keys that make one product of axes. One reader serves all products of a spec, as a key
 * shared by several is only useless if none of them can use it.
 */
final class ProductReader {
  private static final Parameter SEEDS =
      Parameter.integer(Structure.SEEDS, Structure.doc(Structure.SEEDS))
          .atLeast(1)
          .atMost(SpecLoader.MOST_RUNS);
  private static final Parameter SEED =
      Parameter.integer(Structure.SEEDS, Structure.doc(Structure.SEEDS)).atLeast(1);

  private final Vocabulary vocabulary;
  private final Problems problems;
  private final ValueReader values;
  private final SettingReader settings;
  private final Set<Node.Entry> read = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Node.Entry> used = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Node.Entry, String> unsuited = new IdentityHashMap<>();
  private final Map<String, Term> models = new TreeMap<>();
  private final Set<String> keys = new LinkedHashSet<>();

  ProductReader(Vocabulary vocabulary, Problems problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
    this.values = new ValueReader(problems);
    this.settings = new SettingReader(vocabulary, problems);
  }

  /** The models of all products read so far. */
  Map<String, Term> models() {
    return models;
  }

  /** The settings of all products read so far, in the order in which they came. */
  List<String> keys() {
    return List.copyOf(keys);
  }

  /** Whether some product took the entry, if only to find fault with it. */
  boolean hasRead(Node.Entry entry) {
    return read.contains(entry);
  }

  /** Adds the problems of settings that no model in use has. Called when all products are read. */
  void reportUnsuited() {
    unsuited.forEach(
        (entry, message) -> {
          if (!used.contains(entry)) {
            problems.add(entry.at(), message);
          }
        });
  }

  /**
   * Reads a product. It is only complete if no problem was added.
   *
   * @param at the place to which missing settings are put down
   * @param entries settings, {@code zip} and {@code seeds}; others are passed over
   */
  Product read(Location at, List<Node.Entry> entries, List<Exclusion> exclusions) {
    read.addAll(entries);
    List<Node.Entry> zipped = new ArrayList<>();
    entries.stream()
        .filter(entry -> entry.key().equals(Structure.ZIP))
        .forEach(entry -> maps(entry).forEach(map -> zipped.addAll(map.entries())));
    Set<String> given = new LinkedHashSet<>();
    entries.stream().filter(entry -> settings.knows(entry.key())).forEach(e -> given.add(e.key()));
    zipped.stream().filter(entry -> !given.add(entry.key())).forEach(this::refuseTwice);
    Collection<Term> inUse = modelsOf(entries, zipped);

    List<Axis> axes = new ArrayList<>();
    List<Long> seeds = List.of(1L);
    for (Node.Entry entry : entries) {
      if (entry.key().equals(Structure.ZIP)) {
        maps(entry).forEach(map -> axes.add(axis(zip(map, inUse, given))));
      } else if (entry.key().equals(Structure.SEEDS)) {
        seeds = seeds(entry.value());
      } else if (settings.knows(entry.key()) && suits(entry, inUse)) {
        noteKey(entry.key());
        axes.add(axis(settled(entry, entry.value(), inUse, given)));
      } else if (settings.knows(entry.key()) && inUse.isEmpty()) {
        settings.refuseHopeless(entry.key(), entry.value());
      }
    }
    for (Setting setting : Setting.ALL) {
      if (!given.contains(setting.key())) {
        fill(at, setting, given, axes);
      }
    }
    return new Product(at, axes, seeds, exclusions);
  }

  private static Axis axis(List<Point> points) {
    return new Axis(points.stream().map(Point::settings).toList());
  }

  private void noteKey(String key) {
    keys.add(key);
    if (key.equals("optimizer")) {
      keys.add(LEARNING_RATE);
    }
  }

  private void refuseTwice(Node.Entry entry) {
    problems.add(entry.at(), "'" + entry.key() + "' is given twice: here in 'zip' and elsewhere");
  }

  private static List<Node.Mapping> maps(Node.Entry zip) {
    List<Node> nodes =
        zip.value() instanceof Node.Sequence sequence ? sequence.items() : List.of(zip.value());
    return nodes.stream()
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast)
        .toList();
  }

  /** The models this product names, without regard to problems. */
  private Collection<Term> modelsOf(List<Node.Entry> entries, List<Node.Entry> zipped) {
    Map<String, Term> found = new TreeMap<>();
    for (List<Node.Entry> some : List.of(entries, zipped)) {
      for (Node.Entry entry : some) {
        if (entry.key().equals("model")) {
          new SettingReader(vocabulary, new Problems())
              .axis("model", entry.value(), List.of()).stream()
                  .map(point -> ((Choice) point.settings().get("model")).name())
                  .forEach(name -> found.put(name, vocabulary.find("model", name).orElseThrow()));
        }
      }
    }
    models.putAll(found);
    return found.values();
  }

  /** Whether the setting is general or one of these models has it; if not, that is noted. */
  private boolean suits(Node.Entry entry, Collection<Term> inUse) {
    String key = entry.key();
    boolean suits =
        Vocabulary.general(key).isPresent()
            || inUse.stream().anyMatch(model -> model.parameter(key).isPresent());
    if (suits) {
      used.add(entry);
    } else if (inUse.size() == 1) {
      Term model = inUse.iterator().next();
      List<String> has = model.parameterNames();
      String others = has.isEmpty() ? "it has none of its own" : "it has " + String.join(", ", has);
      unsuited.put(entry, "model '" + model.name() + "' has no setting '" + key + "'; " + others);
    } else if (inUse.size() > 1) {
      String names = String.join(", ", inUse.stream().map(Term::name).toList());
      unsuited.put(entry, "none of the models " + names + " has a setting '" + key + "'");
    }
    return suits;
  }

  /** The points of an entry, with the learning rate of an optimizer settled. */
  private List<Point> settled(
      Node.Entry entry, Node node, Collection<Term> inUse, Set<String> given) {
    List<Point> points = settings.axis(entry.key(), node, inUse);
    if (!entry.key().equals("optimizer") || !given.contains(LEARNING_RATE)) {
      return points;
    }
    for (Point point : points) {
      point
          .rateAt()
          .ifPresent(
              at ->
                  problems.add(
                      at, "'" + LEARNING_RATE + "' is given twice: here and as a setting"));
    }
    return points.stream().map(Point::withoutRate).toList();
  }

  private List<Point> zip(Node.Mapping map, Collection<Term> inUse, Set<String> given) {
    List<Point> rows = List.of();
    int length = -1;
    boolean whole = true;
    for (Node.Entry entry : map.entries()) {
      if (!settings.knows(entry.key())) {
        settings.unknownKey(entry, List.of());
        continue;
      }
      List<Node> items =
          values.list(entry.key(), entry.value(), "values that move together").orElse(List.of());
      if (items.isEmpty() || !suits(entry, inUse)) {
        if (inUse.isEmpty()) {
          settings.refuseHopeless(entry.key(), entry.value());
        }
        whole = false;
        continue;
      }
      noteKey(entry.key());
      if (length >= 0 && items.size() != length) {
        problems.add(
            entry.at(),
            "lists of different lengths in 'zip': '"
                + entry.key()
                + "' has "
                + items.size()
                + " where others have "
                + length);
        return List.of();
      }
      List<Point> column = new ArrayList<>();
      for (Node item : items) {
        List<Point> points = settled(entry, item, inUse, given);
        if (points.size() > 1) {
          problems.add(item.at(), "a list inside 'zip'; expected one value");
        }
        column.addAll(points);
      }
      if (column.size() != items.size()) {
        return List.of();
      }
      rows = length < 0 ? column : joined(rows, column);
      length = items.size();
    }
    if (whole) {
      settings.refuseRepeats("'zip'", rows);
    }
    return length < 0 ? List.of(Point.off(map.at())) : rows;
  }

  private static List<Point> joined(List<Point> rows, List<Point> column) {
    List<Point> joined = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      joined.add(rows.get(i).and(column.get(i)));
    }
    return joined;
  }

  private List<Long> seeds(Node node) {
    if (!(node instanceof Node.Sequence sequence)) {
      return values
          .read(SEEDS, node)
          .map(count -> LongStream.rangeClosed(1, (Long) count).boxed().toList())
          .orElse(List.of());
    }
    Set<Long> seeds = new LinkedHashSet<>();
    for (Node item : values.list(Structure.SEEDS, node, "seeds").orElse(List.of())) {
      Optional<Object> seed = values.read(SEED, item);
      if (seed.isPresent() && !seeds.add((Long) seed.get())) {
        problems.add(item.at(), "'seeds' takes the same value twice: " + seed.get());
      }
    }
    return seeds.size() == sequence.items().size() ? List.copyOf(seeds) : List.of();
  }

  private void fill(Location at, Setting setting, Set<String> given, List<Axis> axes) {
    String key = setting.key();
    if (setting.presence() == Setting.Presence.REQUIRED) {
      String expected =
          setting.catalogue()
              ? Problems.oneOf(new ChoiceReader(vocabulary, problems).names(setting))
              : setting.value().allowed();
      problems.add(at, "missing '" + key + "'; expected " + expected);
    } else if (setting.presence() == Setting.Presence.FILLED) {
      Object value = setting.value().defaultValue().orElseThrow();
      if (setting.catalogue()) {
        Node.Scalar name = new Node.Scalar(at, (String) value, false);
        axes.add(axis(settled(new Node.Entry(at, key, name), name, List.of(), given)));
      } else {
        axes.add(axis(List.of(Point.of(at, key, value))));
      }
    }
  }
}
