package actbench.model;

import actbench.activation.ActivationCatalog;
import actbench.activation.ActivationEntry;
import actbench.activation.ActivationException;
import actbench.activation.ElementFunction;
import actbench.spec.Choice;
import actbench.spec.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The function of all hidden units, as a run asks for it.
 *
 * @param function with its parameters, which learning starts from
 * @param learned names of the parameters that the network learns; empty for a fixed function
 * @param perChannel whether each channel learns values of its own
 */
public record HiddenActivation(ElementFunction function, List<String> learned, boolean perChannel) {
  private static final String LEARNABLE = "learnable";
  private static final String PER = "per";
  private static final String CHANNEL = "channel";
  private static final String LAYER = "layer";

  public HiddenActivation {
    learned = List.copyOf(learned);
  }

  /** A function that stays as it is. */
  public static HiddenActivation fixed(ElementFunction function) {
    return new HiddenActivation(function, List.of(), false);
  }

  /**
   * The activation of a run.
   *
   * @throws ActivationException for a function or a parameter that will not do, and for a class
   *     that is another than when the spec was read
   * @throws NetworkException for what is said of learning where nothing is learned
   */
  public static HiddenActivation of(Choice choice) {
    SortedMap<String, Double> numbers = new TreeMap<>();
    choice
        .parameters()
        .forEach(
            (name, value) -> {
              if (value instanceof Number number) {
                numbers.put(name, number.doubleValue());
              }
            });
    ElementFunction function = ActivationCatalog.createElement(choice.name(), numbers);
    if (choice.parameters().get(Choice.SHA256) instanceof String before
        && !before.equals(ActivationCatalog.classSha256(choice.name()))) {
      throw new ActivationException(
          "class '%s' has changed since the spec was read. Run the spec again: a changed class is another function"
              .formatted(choice.name()));
    }
    Optional<ActivationEntry> entry = ActivationCatalog.find(choice.name());
    boolean usual = entry.map(ActivationEntry::learnedByDefault).orElse(false);
    List<String> learnable = entry.map(ActivationEntry::learnable).orElse(List.of());
    Object wanted = choice.parameters().getOrDefault(LEARNABLE, usual);
    Object per = choice.parameters().getOrDefault(PER, usual ? CHANNEL : LAYER);
    if (!learnable.isEmpty() && wanted.equals(true)) {
      return new HiddenActivation(function, learnable, per.equals(CHANNEL));
    } else if (!learnable.isEmpty() && choice.parameters().containsKey(PER)) {
      throw new NetworkException(
          "'%s: %s' says where values are learned, but '%s' learns none; write 'learnable: true' too"
              .formatted(PER, per, choice.name()));
    }
    return fixed(function);
  }

  /**
   * What a spec may say of learning the parameters of a function; empty if it has none to learn.
   */
  public static List<Parameter> settings(ActivationEntry entry) {
    List<Parameter> settings = new ArrayList<>();
    if (!entry.learnable().isEmpty()) {
      String names = String.join(", ", entry.learnable());
      settings.add(
          Parameter.flag(LEARNABLE, "whether the network learns " + names + " from there on")
              .defaultTo(entry.learnedByDefault()));
      settings.add(
          Parameter.word(PER, "what has learned values of its own", CHANNEL, LAYER)
              .defaultTo(entry.learnedByDefault() ? CHANNEL : LAYER));
    }
    return settings;
  }

  /** Whether it is one and the same function everywhere and at every time. */
  public boolean isFixed() {
    return learned.isEmpty();
  }
}
