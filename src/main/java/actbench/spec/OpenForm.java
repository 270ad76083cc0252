package actbench.spec;

import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * A way to write what stands in no catalogue: a text, such as a formula, with numbers by free names
 * beside it.
 *
 * @param key the key of the text; {@code name} for a text that takes the place of a catalogue's
 *     name, with or without a map around it
 * @param pattern a regular expression that such a text has in it, and a misspelt name has not; of
 *     the kind that JSON Schema knows
 * @param doc what the text is, in a few words for people
 */
public record OpenForm(String key, String pattern, String doc, Language language) {
  static final String NAME = "name";

  /** What such a text means. */
  public interface Language {
    /** The text as runs have it, the same for texts that mean the same. */
    String canonical(String text);

    /** What is wrong with the text and the numbers beside it, if anything. */
    Optional<Fault> check(String text, SortedMap<String, Double> numbers);
  }

  /**
   * Something wrong.
   *
   * @param message one line
   * @param offset where in the text; 0 is its first character
   * @param number the name of the number that is at fault, where it is not the text
   */
  public record Fault(String message, int offset, Optional<String> number) {}

  public OpenForm {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(doc, "doc");
    Objects.requireNonNull(language, "language");
    Pattern.compile(pattern);
  }

  /** Whether the text takes the place of a name. */
  boolean named() {
    return key.equals(NAME);
  }

  /** Whether the text looks like one of this form. */
  boolean recognises(String text) {
    return Pattern.compile(pattern).matcher(text).find();
  }
}
