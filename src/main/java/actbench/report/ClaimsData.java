package actbench.report;

import actbench.claims.Claim;
import actbench.claims.ClaimCheck;
import actbench.claims.Correction;
import actbench.claims.Recipe;
import actbench.compare.statistics.Interval;
import actbench.result.CsvTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Claims and their checks for programs, unrounded, as CSV and JSON. Differences of times are of
 * natural logarithms.
 */
final class ClaimsData {
  private ClaimsData() {}

  static String csv(List<ClaimCheck> checks) {
    return CsvTable.write(rows(checks));
  }

  static String listCsv(List<Claim> claims) {
    return CsvTable.write(claims.stream().map(ClaimsData::claim).toList());
  }

  static String json(String name, List<ClaimCheck> checks) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", "actbench-claims/1");
    json.put("name", name);
    ClaimsSummary summary = new ClaimsSummary(checks);
    json.put("tests", summary.tests());
    json.put("surviving", summary.survivors().size());
    json.put("claims", rows(checks));
    return JsonText.of(json);
  }

  private static List<Map<String, Object>> rows(List<ClaimCheck> checks) {
    Map<Set<String>, Integer> sets = ClaimsSummary.numbers(checks);
    return checks.stream().map(check -> check(check, sets.get(check.evidence()))).toList();
  }

  static String listJson(List<Claim> claims, List<Correction> corrections) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", "actbench-claims/1");
    json.put("claims", claims.stream().map(ClaimsData::claim).toList());
    json.put(
        "corrections",
        corrections.stream()
            .map(each -> Map.of("claimed", each.claimed(), "evidence", each.evidence()))
            .map(TreeMap::new)
            .toList());
    return JsonText.of(json);
  }

  /** The set of runs is null without any. */
  private static Map<String, Object> check(ClaimCheck check, Integer set) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", check.claim().id());
    row.put("verdict", check.verdict().words());
    row.put("size", ClaimLine.size(check.size()));
    row.put("form", check.form().words());
    claim(check.claim()).forEach(row::putIfAbsent);
    row.put("first_here", JsonText.number(check.firstMean()));
    row.put("second_here", JsonText.number(check.secondMean()));
    row.put("difference_here", JsonText.number(check.gain()));
    interval(row, "here", check.interval());
    row.put("p", JsonText.number(check.p()));
    row.put("adjusted_p", JsonText.number(check.adjustedP()));
    row.put("survives", check.survives());
    row.put("runs_here", check.runs().size());
    row.put("run_set", set);
    row.put("set_up", String.join("; ", check.differences()));
    return row;
  }

  private static Map<String, Object> claim(Claim claim) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", claim.id());
    row.put("dataset", claim.dataset());
    row.put("model", claim.model());
    row.put("setting", claim.setting());
    row.put("value", claim.value());
    row.put("metric", claim.metric().name());
    row.put("first", claim.first());
    row.put("second", claim.second());
    row.put("epochs", claim.epochs() == 0 ? null : claim.epochs());
    row.put("first_published", claim.firstScore());
    row.put("second_published", claim.secondScore());
    row.put("difference_published", claim.gain());
    row.put("reading_error", claim.precision().error());
    row.put("runs_published", claim.precision().runs());
    interval(row, "published", claim.interval());
    row.put("recipe_published", recipe(claim.recipe()));
    row.put("source", claim.source());
    row.put("note", claim.note());
    return row;
  }

  private static String recipe(Recipe recipe) {
    String settings =
        recipe.settings().entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(" "));
    return recipe.inferred() ? settings + " (inferred)" : settings;
  }

  private static void interval(Map<String, Object> row, String whose, Interval interval) {
    row.put("interval_low_" + whose, JsonText.number(interval.low()));
    row.put("interval_high_" + whose, JsonText.number(interval.high()));
  }
}
