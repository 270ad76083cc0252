package actbench.cli;

import actbench.grid.Plan;
import actbench.grid.PlanJson;
import actbench.grid.RunConfig;
import actbench.result.ResultFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code actbench plan}: every run of a spec, without training. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Lists the runs of a spec and what they have in common, without training.")
final class PlanCommand implements Callable<Integer> {
  /** The form of the listing. */
  enum Format {
    TABLE,
    CSV,
    JSON;

    /** The word on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec command;
  @Mixin private SpecSource source;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, csv or json. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Option(
      names = "--results-dir",
      paramLabel = "DIR",
      defaultValue = "results",
      description =
          "Where earlier runs lie, to tell how long the rest takes. Default: ${DEFAULT-VALUE}.")
  private Path resultsDir;

  @Option(
      names = "--prior-sd",
      paramLabel = "POINTS",
      description =
          "How much the accuracy of two activations differs from seed to seed (standard deviation),"
              + " to tell what difference the planned seeds can find. Default: from earlier runs.")
  private Double priorDeviation;

  @Option(
      names = "--prior",
      paramLabel = "DIR|CSV",
      description = "Results of another experiment to take that from.")
  private List<Path> prior = List.of();

  @Override
  public Integer call() throws Exception {
    Sensitivity.check(priorDeviation);
    Plan plan = SpecSource.plan(source.load());
    Preflight.networks(plan);
    PrintWriter out = command.commandLine().getOut();
    switch (format) {
      case JSON -> out.print(PlanJson.write(plan));
      case CSV -> out.print(PlanTable.csv(plan));
      case TABLE -> {
        ResultFolder folder = new ResultFolder(resultsDir.resolve(plan.name()));
        // Results that cannot be read must be told of before half the answer.
        String sensitivity = Sensitivity.of(plan, priorDeviation, prior, folder);
        out.print(PlanTable.text(plan));
        out.println(Forecast.of(plan, folder));
        out.println(sensitivity);
      }
    }
    return ExitCode.OK;
  }

  /** Settings in which the runs differ, then those they share. */
  static List<String> varying(Plan plan) {
    Set<String> keys = new LinkedHashSet<>(plan.swept());
    RunConfig first = plan.runs().get(0);
    for (RunConfig run : plan.runs()) {
      for (String key : run.settings().keySet()) {
        Object value = run.settings().get(key);
        Object other = first.settings().get(key);
        if (value != other && !value.equals(other)) {
          keys.add(key);
        }
      }
    }
    return new ArrayList<>(keys);
  }
}
