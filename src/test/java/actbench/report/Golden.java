package actbench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Checked-in outputs. {@code -Dgolden.update=true} rewrites them; the change then shows in the
 * diff.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** What is written under a locale. */
  interface Body {
    void run() throws IOException;
  }

  /** Every format under locales with other decimals and another lower case of {@code I}. */
  static Stream<Arguments> cases() {
    return Stream.of("", "de-DE", "tr-TR")
        .flatMap(
            locale ->
                Stream.of(Format.values())
                    .map(format -> Arguments.of(Locale.forLanguageTag(locale), format)));
  }

  static void under(Locale locale, Body body) throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(locale);
    try {
      body.run();
    } finally {
      Locale.setDefault(before);
    }
  }

  static void check(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text, UTF_8);
    }
    assertThat(text).isEqualTo(Files.readString(file, UTF_8));
  }
}
