package actbench.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code actbench activations}: shows, plots, checks and times activation functions. */
@Command(
    name = "activations",
    mixinStandardHelpOptions = true,
    description = "Shows, plots, checks and times activation functions.",
    subcommands = {
      ActivationListCommand.class,
      ActivationShowCommand.class,
      ActivationEvalCommand.class,
      ActivationPlotCommand.class,
      ActivationCheckCommand.class,
      ActivationBenchCommand.class
    },
    footer = {
      "",
      "A function is a name (mish), a name with parameters ('beta-mish(beta=1.5)'), a formula",
      "('x * sigmoid(beta * x)' with --beta 1.5) or the full name of a Java class.",
      "",
      "Examples:",
      "  actbench activations list",
      "  actbench activations eval beta-mish --beta 1.5 --at -3,0,25 --format json",
      "  actbench activations plot mish beta-mish --beta 1.5 -o plot.svg",
      "  actbench activations check 'x * tanh(exp(x))'"
    })
public final class ActivationsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
