package actbench.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads values that stand in no catalogue; a parameter beside one that is a list is swept. */
final class OpenReader {
  private static final Parameter NUMBER = Parameter.number("number", "");

  private final Vocabulary vocabulary;
  private final Problems problems;
  private final ValueReader values;

  OpenReader(Vocabulary vocabulary, Problems problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
    this.values = new ValueReader(problems);
  }

  /** The form in which a value is written; empty for the name of a catalogue. */
  Optional<OpenForm> form(String setting, Node node) {
    return vocabulary.open(setting).stream().filter(form -> fits(setting, form, node)).findFirst();
  }

  private boolean fits(String setting, OpenForm form, Node node) {
    Optional<Node> text = text(form, node);
    return form.named()
        ? text.filter(Node.Scalar.class::isInstance)
            .map(Node.Scalar.class::cast)
            .flatMap(ValueReader::text)
            .filter(name -> vocabulary.find(setting, name).isEmpty() && form.recognises(name))
            .isPresent()
        : text.isPresent();
  }

  private static Optional<Node> text(OpenForm form, Node node) {
    if (node instanceof Node.Mapping mapping) {
      return mapping.entry(form.key()).map(Node.Entry::value);
    }
    return form.named() ? Optional.of(node) : Optional.empty();
  }

  /** The value for each set of parameters; none after a problem was added. */
  List<Choice> read(OpenForm form, Node node) {
    Optional<Node.Scalar> text = scalar(form, node);
    Optional<Map<String, List<Object>>> beside = beside(form, node);
    if (text.isEmpty() || beside.isEmpty()) {
      return List.of();
    }
    List<SortedMap<String, Object>> sets = new ArrayList<>(List.of(new TreeMap<>()));
    for (Map.Entry<String, List<Object>> parameter : beside.get().entrySet()) {
      if ((long) sets.size() * parameter.getValue().size() > SpecLoader.MOST_RUNS) {
        problems.add(node.at(), SpecLoader.TOO_MANY);
        return List.of();
      }
      sets = ChoiceReader.product(sets, parameter.getKey(), parameter.getValue());
    }
    List<Choice> choices = new ArrayList<>();
    for (SortedMap<String, Object> set : sets) {
      try {
        choices.add(form.language().choice(folder(text.get().at()), text.get().text(), set));
      } catch (OpenForm.Refusal e) {
        report(e.fault(), form, text.get(), node);
      }
    }
    return choices.size() == sets.size() ? choices : List.of();
  }

  /** Where paths start that stand in a file; the working directory for those of an option. */
  private static Path folder(Location at) {
    Path nowhere = Path.of("");
    if (at.isOption()) {
      return nowhere;
    }
    Path parent = Path.of(at.source()).getParent();
    return parent == null ? nowhere : parent;
  }

  /** The value with only the parameters given, for a match; unchecked, as some may be left out. */
  Optional<Choice> readPattern(OpenForm form, Node node) {
    Optional<Node.Scalar> text = scalar(form, node);
    Optional<Map<String, List<Object>>> beside = beside(form, node);
    if (text.isEmpty() || beside.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, Object> firsts = new TreeMap<>();
    for (Map.Entry<String, List<Object>> parameter : beside.get().entrySet()) {
      if (parameter.getValue().size() > 1) {
        problems.add(node.at(), ChoiceReader.ONE_VALUE);
        return Optional.empty();
      }
      firsts.put(parameter.getKey(), parameter.getValue().get(0));
    }
    return Optional.of(form.language().pattern(folder(text.get().at()), text.get().text(), firsts));
  }

  private void report(OpenForm.Fault fault, OpenForm form, Node.Scalar text, Node node) {
    if (fault.elsewhere().isPresent()) {
      problems.add(fault.elsewhere().get(), fault.message());
      return;
    }
    Optional<Location> parameter =
        fault
            .parameter()
            .filter(name -> node instanceof Node.Mapping)
            .flatMap(name -> ((Node.Mapping) node).entry(name))
            .map(Node.Entry::at);
    int characters = text.text().codePointCount(0, Math.min(fault.offset(), text.text().length()));
    Location at = parameter.orElse(text.place(characters));
    boolean seen = parameter.isPresent() || characters == 0 || !at.equals(text.at());
    String where = seen ? "" : " (at character " + (characters + 1) + " of the " + form.key() + ")";
    problems.add(at, fault.message() + where);
  }

  private Optional<Node.Scalar> scalar(OpenForm form, Node node) {
    Node text = text(form, node).orElseThrow();
    if (text instanceof Node.Scalar scalar
        && ValueReader.text(scalar).filter(each -> !each.isBlank()).isPresent()) {
      return Optional.of(scalar);
    }
    problems.wrongValue(form.key(), text, form.doc());
    return Optional.empty();
  }

  /** The values given for each parameter; empty after a problem was added. */
  private Optional<Map<String, List<Object>>> beside(OpenForm form, Node node) {
    Map<String, List<Object>> all = new LinkedHashMap<>();
    if (!(node instanceof Node.Mapping mapping)) {
      return Optional.of(all);
    }
    boolean good = true;
    for (Node.Entry entry : mapping.entries()) {
      if (entry.key().equals(form.key())) {
        continue;
      }
      Optional<Parameter> parameter =
          form.isFree() ? Optional.of(NUMBER) : form.parameter(entry.key());
      if (entry.key().equals(OpenForm.NAME)) {
        problems.add(entry.at(), "'name' cannot stand beside '" + form.key() + "'");
        good = false;
      } else if (parameter.isEmpty()) {
        List<String> known = form.parameters().stream().map(Parameter::name).toList();
        problems.add(entry.at(), ChoiceReader.noParameter(form.key(), entry.key(), known));
        good = false;
      } else {
        List<Object> read = values(entry, parameter.get(), form.isFree());
        good &= !read.isEmpty();
        all.put(entry.key(), read);
      }
    }
    return good ? Optional.of(all) : Optional.empty();
  }

  /** All values of an entry; none after a problem was added. */
  private List<Object> values(Node.Entry entry, Parameter parameter, boolean free) {
    List<Node> items =
        entry.value() instanceof Node.Sequence sequence
            ? values
                .list(entry.key(), sequence, free ? "numbers" : parameter.allowed())
                .orElse(List.of())
            : List.of(entry.value());
    List<Object> read =
        items.stream().flatMap(item -> values.read(entry.key(), parameter, item).stream()).toList();
    return read.size() == items.size() ? read : List.of();
  }
}
