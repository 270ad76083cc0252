package actbench.optim;

import actbench.spec.Choice;
import actbench.spec.Parameter;
import actbench.spec.Term;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks names up in a catalogue. */
final class Terms {
  private Terms() {}

  /**
   * The choice by its proper name, with defaults for what it leaves out.
   *
   * @throws IllegalArgumentException if the name or a parameter is unknown
   */
  static Choice complete(List<Term> terms, Choice choice) {
    Term term =
        terms.stream()
            .filter(
                each -> each.name().equals(choice.name()) || each.aliases().contains(choice.name()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("unknown '" + choice.name() + "'"));
    for (String name : choice.parameters().keySet()) {
      if (term.parameter(name).isEmpty()) {
        throw new IllegalArgumentException(
            "'" + choice.name() + "' has no parameter '" + name + "'");
      }
    }
    SortedMap<String, Object> full = new TreeMap<>();
    for (Parameter parameter : term.parameters()) {
      parameter.defaultValue().ifPresent(value -> full.put(parameter.name(), value));
    }
    full.putAll(choice.parameters());
    return new Choice(term.name(), full);
  }

  static boolean flag(Choice choice, String parameter) {
    return (Boolean) choice.parameters().get(parameter);
  }

  static String word(Choice choice, String parameter) {
    return (String) choice.parameters().get(parameter);
  }

  static int integer(Choice choice, String parameter) {
    return Math.toIntExact(choice.integer(parameter));
  }
}
