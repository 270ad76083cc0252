package actbench.cli;

import actbench.activation.ActivationCatalog;
import actbench.activation.ActivationEntry;
import actbench.data.Dataset;
import actbench.data.DatasetCatalog;
import actbench.data.transform.AugmentationCatalog;
import actbench.data.transform.ClassWeights;
import actbench.data.transform.Normalization;
import actbench.model.HiddenActivation;
import actbench.model.LossCatalog;
import actbench.model.Model;
import actbench.model.ModelCatalog;
import actbench.optim.EarlyStopping;
import actbench.optim.InitializerCatalog;
import actbench.optim.OptimizerCatalog;
import actbench.optim.RegularizerCatalog;
import actbench.optim.ScheduleCatalog;
import actbench.spec.Parameter;
import actbench.spec.Task;
import actbench.spec.Term;
import actbench.spec.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Gathers the names that a spec may use from the catalogues of the program. */
final class Names {
  private static final Set<String> OFFERED =
      Set.of("mixup", "cutmix", "label-smoothing", "input-noise", "test-noise");

  private Names() {}

  static Vocabulary vocabulary() {
    TreeMap<String, List<Term>> terms = new TreeMap<>();
    terms.put("dataset", DatasetCatalog.standard().datasets().stream().map(Dataset::term).toList());
    terms.put("model", ModelCatalog.all().stream().map(Names::model).toList());
    terms.put(
        "activation",
        ActivationCatalog.entries().stream()
            .filter(entry -> !entry.rowWise())
            .map(Names::activation)
            .toList());
    terms.put("optimizer", OptimizerCatalog.TERMS);
    terms.put("initializer", InitializerCatalog.TERMS);
    terms.put("regularizer", RegularizerCatalog.TERMS);
    terms.put("schedule", ScheduleCatalog.TERMS);
    terms.put("early-stopping", EarlyStopping.TERMS);
    terms.put("augmentation", AugmentationCatalog.TERMS);
    terms.put("normalization", Normalization.TERMS);
    terms.put("class-weights", ClassWeights.TERMS);
    terms.put("task", Task.terms());
    terms.put("loss", LossCatalog.TERMS);
    terms.put("metric", metrics());
    return new Vocabulary(
        terms, OFFERED, Map.of("activation", OwnActivations.FORMS, "dataset", OwnSets.FORMS));
  }

  private static List<Term> metrics() {
    Map<String, String> tasks = new LinkedHashMap<>();
    for (Task task : Task.values()) {
      task.metrics()
          .forEach(name -> tasks.merge(name, task.word(), (some, one) -> some + ", " + one));
    }
    return tasks.entrySet().stream()
        .map(each -> Term.of(each.getKey(), "of " + each.getValue()))
        .toList();
  }

  private static Term model(Model model) {
    return new Term(model.name(), List.of(), model.settings(), model.summary());
  }

  private static Term activation(ActivationEntry entry) {
    return new Term(
        entry.name(),
        entry.aliases(),
        Stream.concat(
                entry.parameters().stream().map(Names::parameter),
                HiddenActivation.settings(entry).stream())
            .toList(),
        entry.formula());
  }

  /** The name that a parameter has in a spec. */
  static String key(actbench.activation.Parameter parameter) {
    return parameter.name().toLowerCase(Locale.ROOT);
  }

  private static Parameter parameter(actbench.activation.Parameter parameter) {
    Parameter number = Parameter.number(key(parameter), parameter.meaning());
    if (Double.isFinite(parameter.lower())) {
      number =
          parameter.lowerOpen()
              ? number.above(parameter.lower())
              : number.atLeast(parameter.lower());
    }
    // An infinite default means "no limit", which a spec says by leaving the parameter out.
    return Double.isFinite(parameter.defaultValue())
        ? number.defaultTo(parameter.defaultValue())
        : number;
  }
}
