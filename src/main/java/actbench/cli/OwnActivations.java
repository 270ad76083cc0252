package actbench.cli;

import actbench.activation.ActivationCatalog;
import actbench.activation.ActivationException;
import actbench.activation.formula.Formula;
import actbench.activation.formula.FormulaException;
import actbench.spec.OpenForm;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** How a spec names activation functions of the user's own. */
final class OwnActivations {
  /** By formula, and by the name of a Java class. */
  static final List<OpenForm> FORMS =
      List.of(
          new OpenForm(
              "formula",
              "[(*/+^]",
              "a formula in x, such as \"x * sigmoid(beta * x)\"; its parameters stand beside it",
              new Formulas()),
          new OpenForm(
              "name",
              "^[A-Za-z_$][A-Za-z0-9_$]*([.][A-Za-z_$][A-Za-z0-9_$]*)+$",
              "a Java class on ACTBENCH_CLASSPATH; its parameters stand beside it",
              new Classes()));

  private OwnActivations() {}

  private static final class Formulas implements OpenForm.Language {
    @Override
    public String canonical(String text) {
      return Formula.tidy(text);
    }

    @Override
    public Optional<OpenForm.Fault> check(String text, SortedMap<String, Double> numbers) {
      try {
        Formula.parse(text, numbers);
        return Optional.empty();
      } catch (FormulaException e) {
        return Optional.of(new OpenForm.Fault(e.problem(), e.offset(), e.parameter()));
      }
    }
  }

  private static final class Classes implements OpenForm.Language {
    @Override
    public String canonical(String text) {
      return text;
    }

    @Override
    public Optional<OpenForm.Fault> check(String text, SortedMap<String, Double> numbers) {
      try {
        ActivationCatalog.createElement(text, numbers);
        return Optional.empty();
      } catch (ActivationException e) {
        return Optional.of(new OpenForm.Fault(e.getMessage(), 0, Optional.empty()));
      }
    }
  }
}
