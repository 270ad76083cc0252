package actbench.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads values that stand in no catalogue; a number beside one that is a list is swept. */
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

  /** The value for each set of numbers; none after a problem was added. */
  List<Choice> read(OpenForm form, Node node) {
    Optional<Node.Scalar> text = scalar(form, node);
    Optional<Map<String, List<Object>>> numbers = numbers(form, node);
    if (text.isEmpty() || numbers.isEmpty()) {
      return List.of();
    }
    List<SortedMap<String, Object>> sets = new ArrayList<>(List.of(new TreeMap<>()));
    for (Map.Entry<String, List<Object>> number : numbers.get().entrySet()) {
      if ((long) sets.size() * number.getValue().size() > SpecLoader.MOST_RUNS) {
        problems.add(node.at(), SpecLoader.TOO_MANY);
        return List.of();
      }
      sets = ChoiceReader.product(sets, number.getKey(), number.getValue());
    }
    boolean good = true;
    for (SortedMap<String, Object> set : sets) {
      SortedMap<String, Double> given = new TreeMap<>();
      set.forEach((name, value) -> given.put(name, (Double) value));
      Optional<OpenForm.Fault> fault = form.language().check(text.get().text(), given);
      fault.ifPresent(each -> report(each, form, text.get(), node));
      good &= fault.isEmpty();
    }
    String canonical = good ? form.language().canonical(text.get().text()) : "";
    return good ? sets.stream().map(set -> new Choice(canonical, set)).toList() : List.of();
  }

  /** The value with only the numbers given, for a match; unchecked, as some may be left out. */
  Optional<Choice> readPattern(OpenForm form, Node node) {
    Optional<Node.Scalar> text = scalar(form, node);
    Optional<Map<String, List<Object>>> numbers = numbers(form, node);
    if (text.isEmpty() || numbers.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, Object> firsts = new TreeMap<>();
    for (Map.Entry<String, List<Object>> number : numbers.get().entrySet()) {
      if (number.getValue().size() > 1) {
        problems.add(node.at(), ChoiceReader.ONE_VALUE);
        return Optional.empty();
      }
      firsts.put(number.getKey(), number.getValue().get(0));
    }
    return Optional.of(new Choice(form.language().canonical(text.get().text()), firsts));
  }

  private void report(OpenForm.Fault fault, OpenForm form, Node.Scalar text, Node node) {
    Optional<Location> number =
        fault
            .number()
            .filter(name -> node instanceof Node.Mapping)
            .flatMap(name -> ((Node.Mapping) node).entry(name))
            .map(Node.Entry::at);
    int characters = text.text().codePointCount(0, Math.min(fault.offset(), text.text().length()));
    Location at = number.orElse(text.place(characters));
    boolean seen = number.isPresent() || characters == 0 || !at.equals(text.at());
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

  /** The numbers given by each name; empty after a problem was added. */
  private Optional<Map<String, List<Object>>> numbers(OpenForm form, Node node) {
    Map<String, List<Object>> all = new LinkedHashMap<>();
    if (!(node instanceof Node.Mapping mapping)) {
      return Optional.of(all);
    }
    boolean good = true;
    for (Node.Entry entry : mapping.entries()) {
      if (entry.key().equals(form.key())) {
        continue;
      }
      if (entry.key().equals(OpenForm.NAME)) {
        problems.add(entry.at(), "'name' cannot stand beside '" + form.key() + "'");
        good = false;
        continue;
      }
      List<Node> items =
          entry.value() instanceof Node.Sequence sequence
              ? values.list(entry.key(), sequence, "numbers").orElse(List.of())
              : List.of(entry.value());
      List<Object> read =
          items.stream().flatMap(item -> values.read(entry.key(), NUMBER, item).stream()).toList();
      good &= !read.isEmpty() && read.size() == items.size();
      all.put(entry.key(), read);
    }
    return good ? Optional.of(all) : Optional.empty();
  }
}
