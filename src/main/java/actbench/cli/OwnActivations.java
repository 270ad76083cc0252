package actbench.cli;

import actbench.activation.ActivationCatalog;
import actbench.activation.ActivationException;
import actbench.activation.formula.Formula;
import actbench.activation.formula.FormulaException;
import actbench.spec.Choice;
import actbench.spec.OpenForm;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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

  /** An activation function, which {@link #check} knows how to make. */
  private abstract static sealed class Functions implements OpenForm.Language {
    @Override
    public final Choice choice(Path folder, String text, SortedMap<String, Object> beside)
        throws OpenForm.Refusal {
      SortedMap<String, Double> numbers = new TreeMap<>();
      beside.forEach((name, value) -> numbers.put(name, (Double) value));
      Optional<OpenForm.Fault> fault = check(text, numbers);
      if (fault.isPresent()) {
        throw new OpenForm.Refusal(fault.get());
      }
      return pattern(folder, text, identified(text, beside));
    }

    /** The parameters with all else that makes the function what it is. */
    SortedMap<String, Object> identified(String text, SortedMap<String, Object> beside) {
      return beside;
    }

    abstract Optional<OpenForm.Fault> check(String text, SortedMap<String, Double> numbers);
  }

  private static final class Formulas extends Functions {
    @Override
    public Choice pattern(Path folder, String text, SortedMap<String, Object> beside) {
      return new Choice(Formula.tidy(text), beside);
    }

    @Override
    Optional<OpenForm.Fault> check(String text, SortedMap<String, Double> numbers) {
      try {
        Formula.parse(text, numbers);
        return Optional.empty();
      } catch (FormulaException e) {
        return Optional.of(new OpenForm.Fault(e.problem(), e.offset(), e.parameter()));
      }
    }
  }

  private static final class Classes extends Functions {
    @Override
    public Choice pattern(Path folder, String text, SortedMap<String, Object> beside) {
      return new Choice(text, beside);
    }

    /** A class that was changed is another function under the same name. */
    @Override
    SortedMap<String, Object> identified(String text, SortedMap<String, Object> beside) {
      SortedMap<String, Object> all = new TreeMap<>(beside);
      all.put(Choice.SHA256, ActivationCatalog.classSha256(text));
      return all;
    }

    @Override
    Optional<OpenForm.Fault> check(String text, SortedMap<String, Double> numbers) {
      if (numbers.containsKey(Choice.SHA256)) {
        return Optional.of(
            new OpenForm.Fault(
                "sha256 is the checksum of the class, which is taken from its file",
                0,
                Optional.of(Choice.SHA256)));
      }
      try {
        ActivationCatalog.createElement(text, numbers);
        return Optional.empty();
      } catch (ActivationException e) {
        return Optional.of(new OpenForm.Fault(e.getMessage(), 0, Optional.empty()));
      }
    }
  }
}
