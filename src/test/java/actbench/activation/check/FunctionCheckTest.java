package actbench.activation.check;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.activation.ActivationCatalog;
import actbench.activation.ActivationException;
import actbench.activation.ElementFunction;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user's function must pass, passed by the catalogue's own. */
final class FunctionCheckTest {
  static Stream<ElementFunction> functions() {
    return ActivationCatalog.entries().stream()
        .filter(entry -> !entry.rowWise() && !entry.name().equals("identity"))
        .map(entry -> ActivationCatalog.createElement(entry.name(), Map.of()));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void passesTheCatalogue(ElementFunction function) {
    assertThat(FunctionCheck.of(function)).as("%s", function).allMatch(Finding::passed);
    assertThat(ArrayCheck.of(function)).as("%s", function).allMatch(Finding::passed);
  }

  @Test
  void findsTheIdentityLinear() {
    List<Finding> findings =
        FunctionCheck.of(ActivationCatalog.createElement("identity", Map.of()));
    assertThat(findings).filteredOn(each -> !each.passed()).hasSize(1);
    assertThat(findings).anyMatch(each -> !each.passed() && each.check().equals("not linear"));
  }

  @Test
  void findsAWrongSlope() {
    ElementFunction wrong = ActivationCatalog.createElement(WrongSlope.class.getName(), Map.of());
    assertThat(FunctionCheck.of(wrong))
        .filteredOn(each -> !each.passed())
        .extracting(Finding::check)
        .containsExactly("f' is the slope of f");
  }

  @Test
  void formulasThatFailAreRefusedBefore() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> ActivationCatalog.createElement("log(x)", Map.of())))
        .isInstanceOf(ActivationException.class);
  }
}
