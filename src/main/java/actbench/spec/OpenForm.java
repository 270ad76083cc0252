package actbench.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * A way to write what stands in no catalogue: a text, such as a formula or the path of a file, with
 * parameters beside it.
 *
 * @param key the key of the text; {@code name} for a text that takes the place of a catalogue's
 *     name, with or without a map around it
 * @param pattern a regular expression that such a text has in it, and a misspelt name has not; of
 *     the kind that JSON Schema knows; where parameters are listed it only tells what to suggest
 * @param doc what the text is, in a few words for people
 * @param parameters what may stand beside the text; empty for numbers by free names
 */
public record OpenForm(
    String key, String pattern, String doc, List<Parameter> parameters, Language language) {
  static final String NAME = "name";

  /** What such a text means. */
  public interface Language {
    /**
     * The choice for a run, the same for texts that mean the same.
     *
     * @param folder of the file in which the text stands; paths in it start there
     * @param beside the parameters that were given; {@code Double} for numbers by free names
     * @throws Refusal if text and parameters will not do
     */
    Choice choice(Path folder, String text, SortedMap<String, Object> beside) throws Refusal;

    /** The same choice with no more than these parameters, for a match; not checked. */
    Choice pattern(Path folder, String text, SortedMap<String, Object> beside);
  }

  /** Says what is wrong with a text, or with what stands beside it. */
  public static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public Refusal(Fault fault) {
      super(fault.message());
      this.fault = fault;
    }

    /** What is wrong. */
    public Fault fault() {
      return fault;
    }
  }

  /**
   * Something wrong.
   *
   * @param message one line
   * @param offset where in the text; 0 is its first character
   * @param parameter the name of the parameter that is at fault, where it is not the text
   * @param elsewhere where the fault lies, if that is in another file, to which the text leads
   */
  public record Fault(
      String message, int offset, Optional<String> parameter, Optional<Location> elsewhere) {
    /** Something wrong in the text or beside it. */
    public Fault(String message, int offset, Optional<String> parameter) {
      this(message, offset, parameter, Optional.empty());
    }
  }

  public OpenForm {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(doc, "doc");
    Objects.requireNonNull(language, "language");
    parameters = List.copyOf(parameters);
    Pattern.compile(pattern);
  }

  /** A text with numbers by free names beside it. */
  public OpenForm(String key, String pattern, String doc, Language language) {
    this(key, pattern, doc, List.of(), language);
  }

  /** Whether the text takes the place of a name. */
  boolean named() {
    return key.equals(NAME);
  }

  /** Whether any number may stand beside the text. */
  boolean isFree() {
    return parameters.isEmpty();
  }

  /** The parameter of this name. */
  Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** Whether the text looks like one of this form. */
  boolean recognises(String text) {
    return Pattern.compile(pattern).matcher(text).find();
  }
}
