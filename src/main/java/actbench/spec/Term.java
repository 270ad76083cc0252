package actbench.spec;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A name out of a catalogue.
 *
 * <p>The parameters of a model are the settings it has: they stand at the top level of a spec. All
 * others are written beside the name: {@code {name: beta-mish, beta: 1.5}}.
 *
 * @param name lower case with hyphens
 * @param aliases other ways to write the name; a run has the name
 * @param doc what it is, in a few words for people
 */
public record Term(String name, List<String> aliases, List<Parameter> parameters, String doc) {
  public Term {
    if (!name.matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
      throw new IllegalArgumentException("'" + name + "' cannot be a name in a catalogue");
    }
    Objects.requireNonNull(doc, "doc");
    aliases = List.copyOf(aliases);
    parameters = List.copyOf(parameters);
    if (parameters.stream().map(Parameter::name).distinct().count() < parameters.size()) {
      throw new IllegalArgumentException("'" + name + "' has a parameter twice");
    }
  }

  /** A name without aliases. */
  public static Term of(String name, String doc, Parameter... parameters) {
    return new Term(name, List.of(), List.of(parameters), doc);
  }

  /** The parameter of this name. */
  public Optional<Parameter> parameter(String parameter) {
    return parameters.stream().filter(each -> each.name().equals(parameter)).findFirst();
  }

  List<String> parameterNames() {
    return parameters.stream().map(Parameter::name).toList();
  }
}
