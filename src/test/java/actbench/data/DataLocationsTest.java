package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DataLocationsTest {
  private static final Path CACHE = Path.of("/home/me/.cache/actbench/data");

  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> properties =
      new HashMap<>(Map.of("user.home", "/home/me", "os.name", "Linux"));

  @Test
  void prefersTheOption() {
    environment.put("ACTBENCH_DATA", "/variable");
    DataLocations locations = find(Optional.of(Path.of("/option")));
    assertThat(locations.folder()).isEqualTo(Path.of("/option"));
    assertThat(locations.fetchCommand(SyntheticData.idxDataset("shapes")))
        .isEqualTo("actbench data fetch shapes --data-dir /option");
  }

  @Test
  void takesTheVariable() {
    environment.put("ACTBENCH_DATA", "/variable");
    assertThat(find().folder()).isEqualTo(Path.of("/variable"));
    assertThat(find().fetchCommand(SyntheticData.idxDataset("shapes")))
        .isEqualTo("actbench data fetch shapes");
  }

  @Test
  void ignoresEmptyVariable() {
    environment.put("ACTBENCH_DATA", " ");
    assertThat(find().folder()).isEqualTo(CACHE);
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, XDG_CACHE_HOME, /xdg, /xdg/actbench/data",
    "Linux, XDG_CACHE_HOME, relative, /home/me/.cache/actbench/data",
    "FreeBSD, NONE, x, /home/me/.cache/actbench/data",
    "Mac OS X, NONE, x, /home/me/Library/Caches/actbench/data",
    "Windows 11, LOCALAPPDATA, /local, /local/actbench/data",
    "Windows 11, NONE, x, /home/me/AppData/Local/actbench/data"
  })
  void takesTheUsersCache(String system, String variable, String value, String folder) {
    properties.put("os.name", system);
    environment.put(variable, value);
    assertThat(find().folder()).isEqualTo(Path.of(folder).toAbsolutePath());
  }

  @Test
  void findsTheProgramsFolder() {
    assertThat(find().home()).isEqualTo(Path.of("").toAbsolutePath());
    properties.put("actbench.home", "/opt/actbench");
    Dataset digits = DatasetCatalog.standard().find("digits").orElseThrow();
    assertThat(find().of(digits)).isEqualTo(Path.of("/opt/actbench/datasets/digits"));
  }

  private DataLocations find() {
    return find(Optional.empty());
  }

  private DataLocations find(Optional<Path> given) {
    return DataLocations.find(given, environment, properties::get);
  }
}
