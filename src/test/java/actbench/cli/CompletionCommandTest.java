package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bash itself is asked what it would offer. */
@DisabledOnOs(OS.WINDOWS)
final class CompletionCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "com, compare completion",
    "run --until, --until-decided",
    "activations show beta-m, beta-mish",
    "models show lenet, lenet-4",
    "data fetch k-, k-mnist",
    "bench step --model depth-, depth-net",
    "bench step --activation gelu, gelu gelu-tanh",
    "report --format j, json"
  })
  void offersWhatBeginsSo(String typed, String offered) throws Exception {
    CliResult script = CliResult.of("completion");
    assertThat(script.exitCode()).isZero();
    assertThat(script.err()).isEmpty();
    Path file = Files.writeString(folder.resolve("completion"), script.out());
    Process bash =
        new ProcessBuilder(
                "bash",
                "--norc",
                "-c",
                "compopt() { :; }; source \"$1\" && COMP_WORDS=(actbench $2) && COMP_CWORD=$((${#COMP_WORDS[@]} - 1))"
                    + " && _complete_actbench && echo ${COMPREPLY[@]}",
                "bash",
                file.toString(),
                typed)
            .redirectErrorStream(true)
            .start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(List.of(said.strip().split("\\s+")))
        .as(said)
        .containsExactlyInAnyOrder(offered.split(" "));
  }
}
