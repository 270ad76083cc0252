package actbench.report;

import actbench.compare.Cell;
import actbench.compare.Comparison;
import actbench.compare.Duel;
import actbench.compare.Look;
import actbench.compare.PairTest;
import actbench.compare.Question;
import actbench.compare.Ranking;
import actbench.compare.Setting;
import actbench.compare.Standing;
import actbench.compare.statistics.Interval;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A comparison as JSON, unrounded; a number that does not exist is {@code null}. */
final class ComparisonJson {
  private ComparisonJson() {}

  static String write(Comparison comparison, Evidence evidence) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", "actbench-comparison/1");
    json.put("name", comparison.name());
    question(json.putObject("question"), comparison.question());
    json.put("runs", comparison.runs());
    ObjectNode pairing = json.putObject("pairing");
    pairing.put("paired", comparison.pairing().answer().name().toLowerCase(Locale.ROOT));
    pairing.put("checked", comparison.pairing().checked());
    texts(pairing.putArray("broken"), comparison.pairing().broken());
    ObjectNode fixed = json.putObject("fixed");
    comparison.fixed().forEach(fixed::put);
    texts(json.putArray("varied"), comparison.varied());
    texts(json.putArray("notes"), comparison.notes());
    comparison.standings().forEach(each -> standing(json.withArray("standings").addObject(), each));
    comparison.settings().forEach(each -> setting(json.withArray("settings").addObject(), each));
    comparison.duels().forEach(each -> duel(json.withArray("pairs").addObject(), each));
    comparison.tests().forEach(each -> test(json.withArray("tests").addObject(), each));
    if (comparison.ranking().exists()) {
      ranking(json.putObject("ranking"), comparison);
    }
    comparison.looks().forEach(each -> look(json.withArray("looks").addObject(), each));
    new ComparisonJsonViews(comparison, evidence).addTo(json);
    comparison
        .parts()
        .forEach(
            part -> {
              ObjectNode object = json.withArray("parts").addObject();
              object.put("value", part.value());
              object.put("settings", part.settings());
              part.standings()
                  .forEach(each -> standing(object.withArray("standings").addObject(), each));
            });
    ArrayNode omissions = json.putArray("left_out");
    comparison
        .omissions()
        .forEach(
            run ->
                omissions
                    .addObject()
                    .put("run_id", run.id())
                    .put("status", run.status())
                    .put("reason", run.reason()));
    return JsonText.of(json);
  }

  private static void question(ObjectNode json, Question question) {
    json.put("treatment", question.treatment());
    json.put("replicate", question.replicate());
    json.put("metric", question.metric().name());
    json.put("unit", question.metric().unit());
    json.put("direction", question.metric().direction().words());
    json.put("tie_band", question.tieBand());
    json.put("baseline", question.baseline());
    json.put("by", question.by());
  }

  static void standing(ObjectNode json, Standing standing) {
    json.put("treatment", standing.treatment());
    json.put("settings", standing.settings());
    json.put("wins", standing.wins());
    json.put("outright_wins", standing.outright());
    json.put("shared_wins", standing.shared());
    json.put("runs", standing.runs());
    json.put("diverged", standing.diverged());
    number(json, "mean", standing.mean());
  }

  private static void setting(ObjectNode json, Setting setting) {
    json.put("label", setting.label());
    ObjectNode values = json.putObject("values");
    setting.values().forEach(values::put);
    texts(json.putArray("seeds"), setting.seeds());
    texts(json.putArray("winners"), setting.winners());
    for (Cell cell : setting.cells()) {
      ObjectNode object = json.withArray("cells").addObject();
      object.put("treatment", cell.treatment());
      object.put("seeds", cell.seeds());
      object.put("diverged", cell.diverged());
      number(object, "mean", cell.mean());
      number(object, "standard_deviation", cell.deviation());
      ArrayNode each = object.putArray("values");
      cell.values().forEach(value -> each.add(value.doubleValue()));
    }
  }

  private static void duel(ObjectNode json, Duel duel) {
    json.put("first", duel.first());
    json.put("second", duel.second());
    json.put("wins", duel.wins());
    json.put("ties", duel.ties());
    json.put("losses", duel.losses());
    number(json, "mean_difference", duel.meanGain());
    duel.bouts()
        .forEach(
            bout -> {
              ObjectNode object = json.withArray("settings").addObject();
              object.put("label", bout.setting());
              object.put("result", bout.result());
              number(object, "difference", bout.gain());
            });
  }

  private static void test(ObjectNode json, PairTest test) {
    json.put("first", test.first());
    json.put("second", test.second());
    json.put("verdict", test.verdict().name().toLowerCase(Locale.ROOT));
    json.put("basis", test.basis().name().toLowerCase(Locale.ROOT));
    number(json, "p", test.p());
    number(json, "adjusted_p", test.adjustedP());
    number(json, "estimate", test.estimate());
    interval(json, "interval", test.interval());
    interval(json, "win_share", test.winShare());
    number(json, "sign_p", test.signP());
    number(json, "wilcoxon_p", test.wilcoxonP());
    number(json, "seed_p", test.seedP());
    interval(json, "seed_interval", test.seedInterval());
    json.put("seed_settings", test.seedSettings());
    json.put("paired_seeds", test.pairedSeeds());
    number(json, "dz", test.dz());
    number(json, "cliffs_delta", test.cliffsDelta());
    number(json, "probability_of_improvement", test.improvement());
    json.put("seeds_needed", test.seedsNeeded());
  }

  private static void look(ObjectNode json, Look look) {
    json.put("look", look.number());
    json.put("seeds", look.seeds());
    for (Look.Pair pair : look.pairs()) {
      ObjectNode object = json.withArray("pairs").addObject();
      object.put("first", pair.first());
      object.put("second", pair.second());
      number(object, "difference", pair.gain());
      interval(object, "interval", pair.interval());
      number(object, "p", pair.p());
      number(object, "needed", pair.level());
      object.put("state", pair.state().name().toLowerCase(Locale.ROOT));
      object.put("settled_at", pair.settledAt());
    }
  }

  private static void ranking(ObjectNode json, Comparison comparison) {
    Ranking ranking = comparison.ranking();
    json.put("settings", ranking.settings());
    ObjectNode ranks = json.putObject("mean_ranks");
    for (int i = 0; i < comparison.treatments().size(); i++) {
      ranks.put(comparison.treatments().get(i), ranking.meanRanks().get(i));
    }
    number(json, "chi_squared", ranking.chiSquared());
    number(json, "iman_davenport_f", ranking.f());
    number(json, "p", ranking.p());
    json.put("exact", ranking.exact());
    number(json, "critical_difference", ranking.criticalDifference());
    ranking.groups().forEach(group -> texts(json.withArray("groups").addArray(), group));
  }

  private static void interval(ObjectNode json, String name, Interval interval) {
    if (interval.exists()) {
      json.putArray(name).add(interval.low()).add(interval.high());
    } else {
      json.putNull(name);
    }
  }

  static void texts(ArrayNode json, List<String> texts) {
    texts.forEach(json::add);
  }

  static void number(ObjectNode json, String name, double value) {
    if (Double.isFinite(value)) {
      json.put(name, value);
    } else {
      json.putNull(name);
    }
  }
}
