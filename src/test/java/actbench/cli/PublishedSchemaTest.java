package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.spec.SpecSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PublishedSchemaTest {
  private static final Path FILE =
      Path.of("src", "main", "resources", "actbench", "experiment.schema.json");

  /** Editors read the file, so it must name what the catalogues hold. */
  @Test
  void knowsTheNamesOfTheProgram() throws IOException {
    String schema = SpecSchema.write(Names.vocabulary());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, schema);
    }
    assertThat(Files.readString(FILE).equals(schema))
        .as("%s is out of date; rewrite it with -Dgolden.update=true", FILE)
        .isTrue();
  }
}
