package actbench.grid;

import java.util.List;

/** A plan as JSON: the number of runs, and the runs one a line. */
public final class PlanJson {
  private PlanJson() {}

  /** {@code {"name": ..., "total": n, "runs": [...]}} with a line end behind it. */
  public static String write(Plan plan) {
    List<RunConfig> runs = plan.runs();
    StringBuilder out = new StringBuilder(200 + 320 * runs.size());
    CanonicalJson.appendMember(out.append("{\n  "), "name", plan.name());
    out.append(",\n  \"total\":").append(runs.size()).append(",\n  \"runs\":[");
    JsonFragments fragments = new JsonFragments();
    for (int i = 0; i < runs.size(); i++) {
      out.append(i == 0 ? "\n    " : ",\n    ");
      RunConfigJson.append(out, runs.get(i), fragments);
    }
    return out.append("\n  ]\n}\n").toString();
  }
}
