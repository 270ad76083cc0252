package actbench.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a file or a folder. */
final class PathConverter implements ITypeConverter<Path> {
  @Override
  public Path convert(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      // Java names files in the locale's encoding; in that of LC_ALL=C it has ASCII alone.
      throw new TypeConversionException(
          e.getReason().startsWith("Malformed input")
              ? "found '%s', which has letters that this locale has not; set LC_ALL to one with UTF-8, such as C.UTF-8"
                  .formatted(text)
              : "found '%s', which can be no file's name (%s)".formatted(text, e.getReason()));
    }
  }
}
