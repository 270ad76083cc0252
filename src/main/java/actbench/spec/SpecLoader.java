package actbench.spec;

import actbench.spec.ExperimentSpec.Exclusion;
import actbench.spec.ExperimentSpec.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a spec, or says all that is wrong with it. */
public final class SpecLoader {
  /**
   * The largest grid: far more than anybody can train, and few enough to hold in memory several
   * times over.
   */
  public static final int MOST_RUNS = 250_000;

  static final String TOO_MANY = "more than " + MOST_RUNS + " runs; no grid may be larger";
  private static final Parameter MEASURE =
      Parameter.word(
          Structure.MEASURE,
          Structure.doc(Structure.MEASURE),
          Measure.words().toArray(String[]::new));
  private static final int MOST_BLOCKS = 1_000;
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9_-])?");
  private static final String NAME_RULE =
      "up to 100 lower-case letters, digits, '.', '_' and '-', with a letter or digit in front,"
          + " and no device of Windows such as 'nul'";
  private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|(com|lpt)[0-9])(\\..*)?");

  private final Vocabulary vocabulary;

  /** A loader that knows these names. */
  public SpecLoader(Vocabulary vocabulary) {
    this.vocabulary = Objects.requireNonNull(vocabulary, "vocabulary");
  }

  /**
   * Loads a spec.
   *
   * @param overrides {@code key=value}, as given to {@code --set}; a value with commas sweeps
   * @throws SpecException with all problems that can be found, in the order of their places
   */
  public ExperimentSpec load(Path file, List<String> overrides) throws SpecException {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    return load(file.toString(), SpecFile.read(file), stem, overrides);
  }

  /**
   * A spec without a file.
   *
   * @param text the YAML that the overrides change
   * @throws SpecException as for a file
   */
  public ExperimentSpec loadText(String name, String text, List<String> overrides)
      throws SpecException {
    return load(name, text, name, overrides);
  }

  ExperimentSpec load(String source, String text, String stem, List<String> overrides)
      throws SpecException {
    Problems problems = new Problems();
    Node root =
        YamlReader.read(source, text, problems)
            .filter(node -> !(node instanceof Node.Scalar scalar) || !scalar.text().isEmpty())
            .orElseThrow(
                () -> SpecFile.refused(Location.of(source), "is empty; expected settings"));
    if (!(root instanceof Node.Mapping mapping)) {
      throw SpecFile.refused(root.at(), "found " + root.shown() + "; expected a map of settings");
    }
    Overrides set = new Overrides(vocabulary, problems);
    Node.Mapping changed = set.apply(mapping, overrides);
    String kept = KeptText.of(text, stem, overrides, changed);
    ExperimentSpec spec = new Reading(source, problems, set).spec(kept, stem, changed);
    problems.throwIfAny();
    return spec;
  }

  /** The reading of one spec. */
  private final class Reading {
    private final String source;
    private final Problems problems;
    private final Overrides set;
    private final ValueReader values;
    private final SettingReader settings;
    private final ProductReader products;

    Reading(String source, Problems problems, Overrides set) {
      this.source = source;
      this.problems = problems;
      this.set = set;
      this.values = new ValueReader(problems);
      this.settings = new SettingReader(vocabulary, problems);
      this.products = new ProductReader(vocabulary, problems);
    }

    ExperimentSpec spec(String text, String stem, Node.Mapping root) {
      checkKeys(root, Structure.KEYS);
      String name = name(stem, root.entry(Structure.NAME));
      List<Exclusion> exclusions = exclusions(root);
      List<Product> all = new ArrayList<>();
      Optional<Node.Entry> variants = root.entry(Structure.VARIANTS);
      if (variants.isEmpty()) {
        all.add(products.read(new Location(source, 1, 1), root.entries(), exclusions));
      } else {
        List<Node.Mapping> blocks = variants(variants.get());
        for (Node.Mapping variant : blocks) {
          checkKeys(variant, List.of(Structure.SEEDS, Structure.ZIP, Structure.EXCLUDE));
          List<Exclusion> both = new ArrayList<>(exclusions);
          both.addAll(exclusions(variant));
          all.add(products.read(variant.at(), merged(root.entries(), variant), both));
        }
        if (!blocks.isEmpty()) {
          reportOverridden(root);
        }
      }
      List<Node.Entry> fixed = root.entries().stream().filter(Reading::isFixed).toList();
      for (Node.Mapping point : include(root)) {
        checkKeys(point, List.of(Structure.SEEDS));
        all.add(products.read(point.at(), merged(fixed, point), List.of()));
      }
      products.reportUnsuited();
      return new ExperimentSpec(
          source,
          text,
          name,
          products.keys(),
          all,
          products.models(),
          measures(root.entry(Structure.MEASURE)),
          vocabulary);
    }

    private void checkKeys(Node.Mapping mapping, List<String> structure) {
      Set<String> allowed = Set.copyOf(structure);
      for (Node.Entry entry : mapping.entries()) {
        if (!allowed.contains(entry.key()) && !settings.knows(entry.key())) {
          settings.unknownKey(entry, structure);
        }
        if (entry.key().equals(Structure.ZIP)) {
          checkZip(entry.value());
        }
      }
    }

    private void checkZip(Node zip) {
      List<Node> maps =
          zip instanceof Node.Sequence sequence
              ? values.list(Structure.ZIP, sequence, "maps of lists").orElse(List.of())
              : List.of(zip);
      for (Node map : maps) {
        if (values.map(Structure.ZIP, map).filter(each -> each.entries().isEmpty()).isPresent()) {
          problems.add(map.at(), "'zip' is an empty map; expected lists that move together");
        }
      }
    }

    private String name(String stem, Optional<Node.Entry> entry) {
      if (entry.isEmpty()) {
        if (!isName(stem)) {
          problems.add(
              Location.of(source),
              "the file's name cannot name the results, found "
                  + Node.quoted(stem)
                  + "; expected "
                  + NAME_RULE
                  + ", or a 'name'");
        }
        return stem;
      }
      Node node = entry.get().value();
      Optional<String> name =
          node instanceof Node.Scalar scalar ? ValueReader.text(scalar) : Optional.empty();
      if (!name.map(SpecLoader::isName).orElse(false)) {
        problems.wrongValue(Structure.NAME, node, NAME_RULE);
      }
      return name.orElse("");
    }

    private List<Measure> measures(Optional<Node.Entry> entry) {
      Set<Measure> measures = EnumSet.noneOf(Measure.class);
      List<Node> words =
          entry.isEmpty()
              ? List.of()
              : entry.get().value() instanceof Node.Sequence sequence
                  ? values.list(Structure.MEASURE, sequence, "words").orElse(List.of())
                  : List.of(entry.get().value());
      for (Node word : words) {
        values
            .read(MEASURE, word)
            .map(each -> Measure.of((String) each))
            .filter(each -> !measures.add(each))
            .ifPresent(
                each -> problems.add(word.at(), "'measure' names '" + each.word() + "' twice"));
      }
      return List.copyOf(measures);
    }

    private List<Exclusion> exclusions(Node.Mapping block) {
      List<Exclusion> exclusions = new ArrayList<>();
      Optional<Node.Entry> entry = block.entry(Structure.EXCLUDE);
      for (Node.Mapping match : maps(entry, "maps of settings to match")) {
        if (match.entries().isEmpty()) {
          problems.add(match.at(), "an empty map in 'exclude' would leave out every run");
        }
        boolean changed = match.entries().stream().anyMatch(each -> set.changes(each.key()));
        settings
            .conditions(match)
            .ifPresent(each -> exclusions.add(new Exclusion(match.at(), each, changed)));
      }
      return exclusions;
    }

    private List<Node.Mapping> variants(Node.Entry entry) {
      if (!(entry.value() instanceof Node.Mapping named)) {
        return maps(Optional.of(entry), "maps of settings");
      }
      if (named.entries().isEmpty()) {
        problems.add(named.at(), "'variants' is an empty map; expected maps of settings");
      }
      List<Node.Mapping> variants = new ArrayList<>();
      named
          .entries()
          .forEach(each -> values.map(each.key(), each.value()).ifPresent(variants::add));
      return few(entry, variants);
    }

    private List<Node.Mapping> include(Node.Mapping root) {
      return maps(root.entry(Structure.INCLUDE), "maps of settings");
    }

    private List<Node.Mapping> maps(Optional<Node.Entry> entry, String of) {
      List<Node.Mapping> maps = new ArrayList<>();
      entry
          .flatMap(each -> values.list(each.key(), each.value(), of))
          .orElse(List.of())
          .forEach(item -> values.map(entry.get().key(), item).ifPresent(maps::add));
      return entry.isEmpty() ? maps : few(entry.get(), maps);
    }

    private List<Node.Mapping> few(Node.Entry entry, List<Node.Mapping> maps) {
      if (maps.size() <= MOST_BLOCKS) {
        return maps;
      }
      problems.add(entry.at(), "'" + entry.key() + "' has more than " + MOST_BLOCKS + " entries");
      return List.of();
    }

    /** The shared keys with those of a block in their places, and its further ones behind. */
    private List<Node.Entry> merged(List<Node.Entry> shared, Node.Mapping block) {
      List<Node.Entry> merged = new ArrayList<>();
      shared.forEach(entry -> merged.add(block.entry(entry.key()).orElse(entry)));
      Set<String> keys = Set.copyOf(shared.stream().map(Node.Entry::key).toList());
      block.entries().stream().filter(each -> !keys.contains(each.key())).forEach(merged::add);
      return merged;
    }

    private static boolean isFixed(Node.Entry entry) {
      Node value = entry.value();
      boolean parameterSweeps =
          value instanceof Node.Mapping mapping
              && mapping.entries().stream().anyMatch(e -> e.value() instanceof Node.Sequence);
      boolean sweeps = value instanceof Node.Sequence || parameterSweeps;
      return entry.key().equals(Structure.SEEDS)
          || (!sweeps && !Structure.KEYS.contains(entry.key()));
    }

    private void reportOverridden(Node.Mapping root) {
      for (Node.Entry entry : root.entries()) {
        if (settings.knows(entry.key()) && !products.hasRead(entry)) {
          problems.add(
              entry.at(), "'" + entry.key() + "' is never used: every variant gives its own");
        }
      }
    }
  }

  private static boolean isName(String name) {
    return NAME.matcher(name).matches() && !DEVICE.matcher(name).matches();
  }
}
