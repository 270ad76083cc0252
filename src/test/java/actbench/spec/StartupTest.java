package actbench.spec;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Keeps slow libraries out of the way from a spec to its plan, which answers at once. */
final class StartupTest {
  @Test
  void plansWithoutJacksonTreesAndTheSchemaValidator() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("actbench.spec.SpecSchema")
        .and()
        .haveNameNotMatching("actbench\\.grid\\.RunConfigJson(\\$Json)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson.databind..", "com.networknt..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("actbench.spec", "actbench.grid"));
  }
}
