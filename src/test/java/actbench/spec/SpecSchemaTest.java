package actbench.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SpecSchemaTest {
  private static final Vocabulary RICH =
      StudyVocabulary.with(
          List.of(Term.of("flip", "mirror images", Parameter.number("share", "").defaultTo(0.5))),
          Set.of("mixup"));

  @Test
  void isAValidSchema() throws IOException {
    var meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    JsonNode schema = JsonMapper.shared().readTree(SpecSchema.write(RICH));
    assertThat(meta.validate(schema)).isEmpty();
  }

  @Test
  void tellsEditorsWhatASettingIs() {
    JsonNode schema = JsonMapper.shared().readTree(SpecSchema.write(RICH));
    assertThat(schema.at("/$defs/sweep-depth/description").stringValue())
        .isEqualTo("layers as published (depth-net, mlp)");
    assertThat(schema.at("/$defs/activation/anyOf/0/enum").toString())
        .isEqualTo("[\"relu\",\"mish\",\"swish\",\"leaky-relu\",\"lrelu\",\"beta-mish\"]");
    assertThat(schema.at("/$defs/batch-size/default").intValue()).isEqualTo(128);
    assertThat(schema.at("/$defs/epochs/minimum").intValue()).isEqualTo(1);
  }

  @Test
  void knowsWhatIsOffered() throws SpecException {
    String spec = "mixup: [0.1, none]\naugmentation: {name: flip, share: [0.1, 0.2]}\n";
    assertThat(new Schema(RICH).accepts(spec)).isTrue();
    assertThat(new Schema(StudyVocabulary.vocabulary()).accepts(spec)).isFalse();
  }

  /** The names in it depend on the catalogues, so only the language itself is compared here. */
  @Test
  void isPublishedForTheLanguageAsItIs() throws IOException {
    try (var in = SpecSchema.class.getResourceAsStream("/actbench/experiment.schema.json")) {
      assertThat(in).isNotNull();
      JsonNode published = JsonMapper.shared().readTree(new String(in.readAllBytes(), UTF_8));
      JsonNode written = JsonMapper.shared().readTree(SpecSchema.write(RICH));
      for (Setting setting : Setting.ALL) {
        String description = "/$defs/sweep-" + setting.key() + "/description";
        assertThat(published.at(description)).isEqualTo(written.at(description));
      }
      for (String key : Structure.KEYS) {
        assertThat(published.at("/properties/" + key)).isEqualTo(written.at("/properties/" + key));
      }
    }
  }
}
