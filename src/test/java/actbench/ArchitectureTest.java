package actbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The package table of ARCHITECTURE.md, enforced. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArchitectureTest {
  /** Which of our packages each package may use. {@code cli} may use all. */
  private static final Map<String, List<String>> USES =
      Map.ofEntries(
          Map.entry("spec", List.of()),
          Map.entry("grid", List.of("spec")),
          Map.entry("activation", List.of()),
          Map.entry("engine", List.of("activation")),
          Map.entry("optim", List.of("activation", "grid", "spec")),
          Map.entry("data", List.of("grid", "spec")),
          Map.entry("model", List.of("engine", "activation", "optim", "grid", "spec")),
          Map.entry("result", List.of("grid", "spec")),
          Map.entry("run", List.of("result", "grid", "spec")),
          Map.entry(
              "train",
              List.of(
                  "run",
                  "model",
                  "data",
                  "optim",
                  "engine",
                  "activation",
                  "result",
                  "grid",
                  "spec")),
          Map.entry("worker", List.of("train", "run", "model", "data", "result", "grid", "spec")),
          Map.entry("compare", List.of("result", "grid", "spec")),
          Map.entry("claims", List.of("compare", "result", "grid", "spec")),
          Map.entry("report", List.of("compare", "claims", "result", "grid", "spec")));

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("actbench");

  @Test
  void seesTheProgram() {
    assertThat(classes.size()).isGreaterThan(10);
  }

  @Test
  void hasNoCycles() {
    slices().matching("actbench.(*)..").should().beFreeOfCycles().check(classes);
  }

  Stream<String> packages() {
    return USES.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void usesOnlyWhatTheTableAllows(String name) {
    String[] allowed =
        Stream.concat(Stream.of(name), USES.get(name).stream())
            .map(each -> "actbench." + each + "..")
            .toArray(String[]::new);
    DescribedPredicate<JavaClass> foreign =
        JavaClass.Predicates.resideInAPackage("actbench..")
            .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed)))
            .as("a package of ours that '%s' may not use", name);
    noClasses()
        .that()
        .resideInAPackage("actbench." + name + "..")
        .should()
        .dependOnClassesThat(foreign)
        .allowEmptyShould(true)
        .check(classes);
  }

  @Test
  void speaksEachLibraryInOnePlace() {
    only(
        "DL4J",
        List.of("org.nd4j..", "org.deeplearning4j.."),
        "engine",
        "optim",
        "activation",
        "model",
        "data",
        "train");
    only("oneDNN", List.of("org.bytedeco.."), "engine");
    only("ASM", List.of("org.objectweb.asm.."), "activation");
    only("Picocli", List.of("picocli.."), "cli");
    only("Jackson YAML", List.of("tools.jackson.dataformat.yaml.."), "spec");
    only("Commons CSV", List.of("org.apache.commons.csv.."), "result", "report", "data");
  }

  private void only(String library, List<String> packages, String... owners) {
    String[] inside =
        Arrays.stream(owners).map(each -> "actbench." + each + "..").toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(inside)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages.toArray(String[]::new))
        .as(library + " only in " + Arrays.stream(owners).collect(Collectors.joining(", ")))
        .check(classes);
  }

  @Test
  void exitsOnlyInMain() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("actbench.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(classes);
  }

  @Test
  void hasNoUtilities() {
    classes()
        .should()
        .resideOutsideOfPackages("..util..", "..common..", "..helper..")
        .check(classes);
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .check(classes);
  }
}
