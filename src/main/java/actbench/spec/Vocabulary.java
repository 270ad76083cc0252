package actbench.spec;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names a spec may use.
 *
 * @param terms the catalogue of each setting that takes names: {@code dataset}, {@code model},
 *     {@code activation}, {@code optimizer}, {@code initializer}, {@code regularizer}, and those of
 *     {@code schedule}, {@code early-stopping}, {@code augmentation}, {@code normalization}, {@code
 *     class-weights}, {@code task}, {@code loss}, {@code metric}, {@code precision} that the
 *     program can follow; sorted, unmodifiable
 * @param offered which of {@code mixup}, {@code cutmix}, {@code label-smoothing}, {@code
 *     input-noise} and {@code test-noise} the program can follow; any other may only be left out or
 *     switched off
 * @param open by setting, how values are written that stand in no catalogue
 */
public record Vocabulary(
    SortedMap<String, List<Term>> terms, Set<String> offered, Map<String, List<OpenForm>> open) {
  /** The key under which each optimizer has its step size. */
  static final String LEARNING_RATE = "learning-rate";

  /**
   * Checks the catalogues against each other.
   *
   * @throws IllegalArgumentException if a name is taken twice, a default is missing, an optimizer
   *     has no default {@code learning-rate}, or two models have one setting in two types
   */
  public Vocabulary {
    SortedMap<String, List<Term>> copy = new TreeMap<>();
    terms.forEach((key, catalogue) -> copy.put(key, List.copyOf(catalogue)));
    terms = Collections.unmodifiableSortedMap(copy);
    offered = Collections.unmodifiableSet(new TreeSet<>(offered));
    open = Map.copyOf(open);
    for (String key : open.keySet()) {
      check(general(key).filter(Setting::catalogue).isPresent(), "'" + key + "' takes no names");
    }
    Set<String> unused = new HashSet<>(terms.keySet());
    Set<String> unusedNumbers = new HashSet<>(offered);
    for (Setting setting : Setting.ALL) {
      if (setting.catalogue()) {
        unused.remove(setting.key());
        checkCatalogue(setting, terms.getOrDefault(setting.key(), List.of()));
      } else if (setting.mustBeOffered()) {
        unusedNumbers.remove(setting.key());
      }
    }
    check(unused.isEmpty(), "no setting takes names: " + unused);
    check(unusedNumbers.isEmpty(), "no setting to be offered: " + unusedNumbers);
    for (Term optimizer : terms.get("optimizer")) {
      check(
          optimizer.parameter(LEARNING_RATE).flatMap(Parameter::defaultValue).isPresent(),
          "optimizer '" + optimizer.name() + "' has no default learning-rate");
    }
    checkModels(terms.get("model"));
  }

  private static void checkCatalogue(Setting setting, List<Term> catalogue) {
    Set<String> names = new HashSet<>();
    for (Term term : catalogue) {
      check(names.add(term.name()), setting.key() + " '" + term.name() + "' is there twice");
      for (String alias : term.aliases()) {
        check(names.add(alias), setting.key() + " '" + alias + "' is there twice");
      }
    }
    check(
        setting.presence() == Setting.Presence.OPTIONAL || !catalogue.isEmpty(),
        "no " + setting.key() + " is known");
    if (setting.presence() == Setting.Presence.FILLED) {
      Object word = setting.value().defaultValue().orElseThrow();
      check(
          catalogue.stream().anyMatch(term -> term.name().equals(word)),
          setting.key() + " '" + word + "' is the default but not known");
    }
  }

  private static void checkModels(List<Term> models) {
    Map<String, Parameter.Kind> kinds = new HashMap<>();
    Set<String> reserved = new HashSet<>(Structure.KEYS);
    Setting.ALL.forEach(setting -> reserved.add(setting.key()));
    reserved.add("id");
    reserved.add("seed");
    for (Term model : models) {
      for (Parameter parameter : model.parameters()) {
        check(
            !reserved.contains(parameter.name()),
            "model '" + model.name() + "' has a general setting '" + parameter.name() + "'");
        Parameter.Kind kind = kinds.putIfAbsent(parameter.name(), parameter.kind());
        check(
            kind == null || kind == parameter.kind(),
            "'" + parameter.name() + "' has two types in two models");
      }
    }
  }

  private static void check(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /** The catalogue of a setting; empty if nothing is offered for it. */
  public List<Term> catalogue(String setting) {
    return terms.getOrDefault(setting, List.of());
  }

  /** How values of a setting are written that stand in no catalogue. */
  List<OpenForm> open(String setting) {
    return open.getOrDefault(setting, List.of());
  }

  /** The entry of this name or alias. */
  public Optional<Term> find(String setting, String name) {
    return catalogue(setting).stream()
        .filter(term -> term.name().equals(name) || term.aliases().contains(name))
        .findFirst();
  }

  /** The models that have a setting of their own by this name. */
  List<Term> modelsWith(String setting) {
    return catalogue("model").stream()
        .filter(model -> model.parameter(setting).isPresent())
        .toList();
  }

  /** The keys a run's settings may have, general ones first, each once. */
  Collection<String> settingKeys() {
    Set<String> keys = new TreeSet<>();
    Setting.ALL.forEach(setting -> keys.add(setting.key()));
    catalogue("model").forEach(model -> keys.addAll(model.parameterNames()));
    return keys;
  }

  static Optional<Setting> general(String key) {
    return Setting.ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }
}
