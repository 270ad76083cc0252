package actbench.cli;

import actbench.grid.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code actbench validate}: checks a spec and says nothing but that it is well. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Checks a spec without running it.")
final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec command;
  @Mixin private SpecSource source;

  @Override
  public Integer call() throws Exception {
    Plan plan = SpecSource.plan(source.load());
    Preflight.networks(plan);
    command
        .commandLine()
        .getOut()
        .println(source.file() + ": " + Words.count(plan.runs().size(), "run") + ", no problems");
    return ExitCode.OK;
  }
}
