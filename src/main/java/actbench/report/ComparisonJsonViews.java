package actbench.report;

import actbench.compare.Comparison;
import actbench.compare.Criterion;
import actbench.compare.Crossover;
import actbench.compare.EqualConditions;
import actbench.compare.Progress;
import actbench.compare.Stability;
import actbench.compare.Sweep;
import actbench.compare.Tradeoff;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a comparison's JSON that look at it from other sides. */
final class ComparisonJsonViews {
  private final Comparison comparison;
  private final Evidence evidence;

  ComparisonJsonViews(Comparison comparison, Evidence evidence) {
    this.comparison = comparison;
    this.evidence = evidence;
  }

  void addTo(ObjectNode json) {
    List<Sweep> sweeps = Sweep.of(comparison);
    sweeps.forEach(sweep -> effect(json.withArray("main_effects").addObject(), sweep));
    for (Criterion criterion : Criterion.of(comparison, sweeps)) {
      ObjectNode object = json.withArray("criteria").addObject();
      object.put("setting", criterion.setting());
      object.put("treatment", criterion.treatment());
      object.put("condition", criterion.condition());
      ComparisonJson.texts(object.putArray("best_at"), criterion.best());
    }
    for (Crossover crossover : Crossover.of(comparison, sweeps)) {
      ObjectNode object = json.withArray("crossovers").addObject();
      object.put("setting", crossover.setting());
      object.put("first", crossover.first());
      object.put("second", crossover.second());
      object.put("before", crossover.before());
      object.put("after", crossover.after());
      ComparisonJson.number(object, "difference_before", crossover.gainBefore());
      ComparisonJson.number(object, "difference_after", crossover.gainAfter());
      ComparisonJson.number(object, "p_before", crossover.pBefore());
      ComparisonJson.number(object, "p_after", crossover.pAfter());
    }
    for (Stability row : Stability.of(comparison, sweeps)) {
      ObjectNode object = json.withArray("left_out_in_turn").addObject();
      object.put("setting", row.setting());
      object.put("value", row.value());
      object.put("settings", row.settings());
      ComparisonJson.texts(object.putArray("leaders"), row.leaders());
      ComparisonJson.number(object, "kendall_tau_b", row.agreement());
    }
    evidence.progress().forEach(each -> measure(json.withArray("measures").addObject(), each));
    evidence.conditions().ifPresent(each -> conditions(json.putObject("times"), each));
    for (Tradeoff spot : new TrainingTables(comparison, evidence).tradeoffs()) {
      ObjectNode object = json.withArray("cost").addObject();
      object.put("treatment", spot.treatment());
      ComparisonJson.number(object, "mean", spot.value());
      ComparisonJson.number(object, "seconds", spot.cost());
      object.put("pareto_front", spot.front());
    }
  }

  /** Where times are compared, and for what the other settings and seeds are left out. */
  private static void conditions(ObjectNode json, EqualConditions conditions) {
    json.put("settings_and_seeds", conditions.places());
    json.put("under_equal_conditions", conditions.equal());
    ObjectNode unequal = json.putObject("unequal");
    conditions.unequal().forEach(unequal::put);
  }

  private void effect(ObjectNode json, Sweep sweep) {
    json.put("setting", sweep.name());
    ComparisonJson.texts(json.putArray("changes_together_with"), sweep.companions());
    for (String value : sweep.values()) {
      ObjectNode object = json.withArray("values").addObject();
      object.put("value", value);
      ObjectNode means = object.putObject("means");
      for (String treatment : comparison.treatments()) {
        ComparisonJson.number(means, treatment, sweep.mean(value, treatment).value());
      }
    }
  }

  private static void measure(ObjectNode json, Progress.Measure measure) {
    json.put("measure", measure.kind().name().toLowerCase(Locale.ROOT));
    json.put("metric", measure.comparison().question().metric().name());
    measure
        .comparison()
        .standings()
        .forEach(each -> ComparisonJson.standing(json.withArray("standings").addObject(), each));
  }
}
