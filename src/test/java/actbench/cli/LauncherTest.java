package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's own logic, with a Java and a Maven that only write down how they were called. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
final class LauncherTest {
  private static final String JAVA =
      """
      #!/bin/bash
      case "$*" in *howSettings*) echo '    java.specification.version = 17' >&2; exit 0;; esac
      for argument in "$@"; do
        printf '[%s]\\n' "$argument"
        case $argument in */actbench.jar:*) jar=${argument%%:*};; esac
      done
      printf 'LC_ALL=%s;\\n' "${LC_ALL:-}"
      if [ "${!#}" = wait ]; then read -r line; printf 'jar of %s\\n' "$(<"$jar")"; fi
      """;

  private static final String MAVEN =
      """
      #!/bin/bash
      echo built >> target/calls
      mkdir -p target/lib; echo lib/a.jar > target/classpath.txt
      echo "build $(grep -c built target/calls)" > target/actbench.jar
      """;

  @TempDir Path folder;
  private Path home;
  private Path tools;

  @BeforeEach
  void copyLauncher() throws IOException {
    home = Files.createDirectories(folder.resolve("the home"));
    tools = Files.createDirectories(folder.resolve("tools"));
    script(home.resolve("actbench"), Files.readString(Path.of("actbench")));
    Files.writeString(home.resolve("pom.xml"), "");
    Files.createDirectories(home.resolve(".mvn"));
    Files.createDirectories(home.resolve("src/main"));
    script(tools.resolve("java"), JAVA);
    script(tools.resolve("javac"), JAVA);
    script(tools.resolve("mvn"), MAVEN);
  }

  @Test
  void buildsOnFirstUseAndAgainWhenSourcesChange() throws Exception {
    assertThat(run(home, "./actbench", "plan"))
        .contains("actbench: building; the first time", "[actbench.Main]", "[plan]");
    assertThat(run(home, "./actbench", "plan")).doesNotContain("building");
    changeSources();
    assertThat(run(home, "./actbench", "plan")).contains("actbench: building ...");
    assertThat(Files.readAllLines(home.resolve("target/calls"))).hasSize(2);
  }

  @Test
  void buildsAgainWhenSourcesChangedDuringTheBuild() throws Exception {
    script(tools.resolve("mvn"), MAVEN + "sleep 0.02; echo class B >> src/main/B.java\n");
    run(home, "./actbench", "plan");
    script(tools.resolve("mvn"), MAVEN);
    assertThat(run(home, "./actbench", "plan")).contains("actbench: building ...");
    assertThat(run(home, "./actbench", "plan")).doesNotContain("building");
  }

  @Test
  void aProgramAtWorkKeepsItsBuild() throws Exception {
    Process grid = start(home, "./actbench", "wait");
    try (BufferedReader said = grid.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.lines().takeWhile(line -> !line.startsWith("LC_ALL"))).contains("[wait]");
      changeSources();
      assertThat(run(home, "./actbench", "plan")).contains("actbench: building ...");
      assertThat(builds()).hasSize(2);
      grid.getOutputStream().close();
      assertThat(said.lines()).containsExactly("jar of build 1");
      grid.waitFor();
    }
    changeSources();
    run(home, "./actbench", "plan");
    assertThat(builds()).hasSize(1);
  }

  @Test
  void takesAnEncodingOfAllLettersWhereTheLocaleHasAsciiAlone() throws Exception {
    String locale = "#!/bin/bash\n[ \"${LC_ALL:-}\" = C.UTF-8 ] && echo UTF-8 || echo ";
    script(tools.resolve("locale"), locale + "ANSI_X3.4-1968\n");
    assertThat(run(home, "./actbench", "plan")).contains("LC_ALL=C.UTF-8;");
    script(tools.resolve("locale"), locale + "ISO-8859-1\n");
    assertThat(run(home, "./actbench", "plan")).contains("LC_ALL=;");
  }

  @Test
  void worksThroughLinksFromElsewhereWithSpacesInArguments() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/deep"));
    Files.createSymbolicLink(folder.resolve("elsewhere/second"), Path.of("../the home/actbench"));
    Files.createSymbolicLink(elsewhere.resolve("first"), Path.of("../second"));
    assertThat(run(elsewhere, "./first", "run", "my spec.yaml", "--set", "a=b c"))
        .contains(
            "[run]\n[my spec.yaml]\n[--set]\n[a=b c]\n",
            "[-Dactbench.home=" + home.toRealPath() + "]");
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    Files.delete(tools.resolve("mvn"));
    assertThat(run(home, "./actbench", "plan"))
        .contains("actbench: error: no Maven found; install Maven 3.8 or later");
    script(tools.resolve("java"), JAVA.replace("= 17", "= 11"));
    assertThat(run(home, "./actbench", "plan"))
        .contains("error: Java 11 found; actbench needs a JDK of version 17 or later");
    Files.delete(tools.resolve("java"));
    assertThat(run(home, "./actbench", "plan"))
        .contains("error: no Java found; install a JDK of version 17 or later");
  }

  @Test
  void showsWhyABuildFailed() throws Exception {
    script(tools.resolve("mvn"), "#!/bin/bash\necho '[ERROR] no space left'\nexit 1\n");
    assertThat(run(home, "./actbench", "plan"))
        .contains(
            "[ERROR] no space left",
            "error: the build failed; the whole output is in",
            "build.log");
  }

  private void changeSources() throws IOException {
    Path source = Files.writeString(home.resolve("src/main/A.java"), "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
  }

  private List<Path> builds() throws IOException {
    try (Stream<Path> all = Files.list(home.resolve("target/builds"))) {
      return all.toList();
    }
  }

  private String run(Path directory, String... command) throws IOException, InterruptedException {
    Process process = start(directory, command);
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }

  private Process start(Path directory, String... command) throws IOException {
    for (String tool :
        List.of(
            "bash",
            "dirname",
            "readlink",
            "find",
            "sed",
            "mkdir",
            "touch",
            "mv",
            "sleep",
            "date",
            "cp",
            "rm",
            "grep",
            "tail",
            "cut",
            "stty",
            "flock")) {
      Path link = tools.resolve(tool);
      Path real = Path.of("/usr/bin", tool);
      if (!Files.exists(link) && Files.exists(real)) {
        Files.createSymbolicLink(link, real);
      }
    }
    List<String> whole = new ArrayList<>(List.of(tools.resolve("bash").toString()));
    whole.addAll(List.of(command));
    ProcessBuilder builder =
        new ProcessBuilder(whole).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    return builder.start();
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
