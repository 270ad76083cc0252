package actbench.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where data sets lie.
 *
 * @param folder the user's data folder, which need not exist; absolute
 * @param home the program's own folder, which holds {@code datasets/}
 * @param option what an actbench command needs to find the same folder again, such as {@code
 *     --data-dir my/data}; empty when it finds it by itself
 */
public record DataLocations(Path folder, Path home, String option) {
  /** The option that names the data folder. */
  public static final String OPTION = "--data-dir";

  /** The environment variable that names the data folder. */
  public static final String VARIABLE = "ACTBENCH_DATA";

  /** The system property that names the program's folder; the working directory without it. */
  public static final String HOME_PROPERTY = "actbench.home";

  public DataLocations {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(home, "home");
    Objects.requireNonNull(option, "option");
  }

  /**
   * Finds the folders as the command line does: the option, else the environment, else the user's
   * cache folder.
   *
   * @param given the value of {@value #OPTION}, if it was given
   * @param environment as from {@link System#getenv()}
   * @param property gives a system property or null, as {@link System#getProperty(String)}
   */
  public static DataLocations find(
      Optional<Path> given, Map<String, String> environment, UnaryOperator<String> property) {
    String homeProperty = property.apply(HOME_PROPERTY);
    Path home = Path.of(homeProperty == null ? "" : homeProperty).toAbsolutePath();
    if (given.isPresent()) {
      return new DataLocations(given.get().toAbsolutePath(), home, OPTION + " " + given.get());
    }
    Path folder =
        variable(environment, VARIABLE)
            .map(Path::of)
            .orElseGet(() -> cache(environment, property).resolve("actbench").resolve("data"));
    return new DataLocations(folder.toAbsolutePath(), home, "");
  }

  private static Path cache(Map<String, String> environment, UnaryOperator<String> property) {
    Path user = Path.of(property.apply("user.home"));
    String system = property.apply("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return variable(environment, "LOCALAPPDATA")
          .map(Path::of)
          .orElse(user.resolve("AppData").resolve("Local"));
    }
    if (system.startsWith("mac")) {
      return user.resolve("Library").resolve("Caches");
    }
    // The XDG specification: a relative path there is to be ignored.
    return variable(environment, "XDG_CACHE_HOME")
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElse(user.resolve(".cache"));
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** The folder that holds the files of a set, or would hold them. */
  public Path of(Dataset dataset) {
    Path parent =
        dataset.source().origin() == Dataset.Origin.SHIPPED ? home.resolve("datasets") : folder;
    return parent.resolve(dataset.folder());
  }

  /** The command that imports a set to where these locations look for it. */
  public String importCommand(Dataset dataset) {
    return command("import", dataset, " --from DIR");
  }

  /** The command that compares a set with the published one where these locations look for it. */
  public String verifyCommand(Dataset dataset) {
    return command("verify", dataset, "");
  }

  /** The command that fetches a set to where these locations look for it. */
  public String fetchCommand(Dataset dataset) {
    return command("fetch", dataset, "");
  }

  private String command(String verb, Dataset dataset, String from) {
    return "actbench data "
        + verb
        + " "
        + dataset.name()
        + from
        + (option.isEmpty() ? "" : " " + option);
  }
}
