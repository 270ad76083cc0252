package actbench.cli;

import actbench.grid.Grid;
import actbench.grid.Plan;
import actbench.grid.RunConfig;
import actbench.model.Blueprint;
import actbench.model.BlueprintBuilder;
import actbench.model.Model;
import actbench.model.ModelCatalog;
import actbench.model.NetworkException;
import actbench.model.Shape;
import actbench.spec.SpecException;
import actbench.spec.SpecLoader;
import actbench.spec.Suggestion;
import actbench.spec.Task;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code actbench models}: the networks, their layers and what they cost. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = "Lists the networks, or shows the layers of one.",
    synopsisSubcommandLabel = "COMMAND")
final class ModelsCommand implements Callable<Integer> {
  private static final Pattern SHAPE =
      Pattern.compile("(\\d{1,5})(?:x(\\d{1,5})(?:x(\\d{1,5}))?)?");

  /** What a network is drawn for. */
  static final class Data {
    @Option(
        names = "--input",
        paramLabel = "HxWxC",
        defaultValue = "32x32x3",
        description =
            "Height, width and channels of a picture, or the columns of a table. Default: ${DEFAULT-VALUE}.")
    private String input;

    @Option(
        names = "--classes",
        paramLabel = "N",
        defaultValue = "10",
        description = "Classes to tell apart. Default: ${DEFAULT-VALUE}.")
    private int classes;

    @Option(
        names = "--batch-size",
        paramLabel = "N",
        defaultValue = "128",
        description = "Pictures of a step, for memory and time. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(
        names = "--speed",
        paramLabel = "FACTOR",
        defaultValue = "1",
        description =
            "How many times as fast as the two cores of docs/models.md this machine is. Default: ${DEFAULT-VALUE}.")
    private double speed;
  }

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    command.commandLine().usage(out());
    return ExitCode.OK;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Shows all networks with parameters, work, memory and time of a step.")
  int list(
      @picocli.CommandLine.Mixin Data data,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "text",
              description = "text or json. Default: ${DEFAULT-VALUE}.")
          TextOrJson format)
      throws SpecException {
    List<ModelCard> cards = new ArrayList<>();
    for (Model model : ModelCatalog.all()) {
      cards.add(card(model, List.of(), data));
    }
    out().print(format == TextOrJson.JSON ? ModelJson.list(cards) : ModelTable.list(cards));
    return ExitCode.OK;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows a network layer by layer.")
  int show(
      @Parameters(
              paramLabel = "NAME",
              completionCandidates = Candidates.Networks.class,
              description = "The network, as in a spec.")
          String name,
      @Option(
              names = {"-s", "--set"},
              paramLabel = "KEY=VALUE",
              description = "A setting of the network: --set depth=56")
          List<String> settings,
      @picocli.CommandLine.Mixin Data data,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "text",
              description = "text or json. Default: ${DEFAULT-VALUE}.")
          TextOrJson format)
      throws SpecException {
    List<String> names = ModelCatalog.all().stream().map(Model::name).toList();
    if (!names.contains(name)) {
      throw new UserException("unknown model '" + name + "'." + Suggestion.of(name, names));
    }
    ModelCard card = card(ModelCatalog.get(name), settings == null ? List.of() : settings, data);
    if (card.network().isEmpty()) {
      throw new UserException(name + ": " + card.problem());
    }
    out().print(format == TextOrJson.JSON ? ModelJson.show(card) : ModelTable.show(card));
    return ExitCode.OK;
  }

  private PrintWriter out() {
    return command.commandLine().getOut();
  }

  private static ModelCard card(Model model, List<String> settings, Data data)
      throws SpecException {
    RunConfig run = run(model, settings);
    Shape input = shape(data.input);
    if (data.classes < 2 || data.batch < 1 || !(data.speed > 0)) {
      throw new UserException(
          "--classes takes at least 2, --batch-size at least 1, --speed more than 0");
    }
    try {
      Blueprint network =
          model.draw(
              new BlueprintBuilder(input, model.task().orElse(Task.MULTICLASS), data.classes), run);
      return ModelCard.of(model, run, network, data.classes, data.batch, data.speed);
    } catch (NetworkException e) {
      return ModelCard.broken(model, run, e.getMessage());
    }
  }

  /** The settings, checked as those of a spec. */
  private static RunConfig run(Model model, List<String> settings) throws SpecException {
    String text = "dataset: digits\nmodel: " + model.name() + "\nactivation: relu\nepochs: 1\n";
    Plan plan =
        Grid.expand(new SpecLoader(Names.vocabulary()).loadText(model.name(), text, settings));
    if (plan.runs().size() > 1) {
      throw new UserException("--set takes one value here, not a list");
    }
    return plan.runs().get(0);
  }

  private static Shape shape(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new UserException(
          "wrong value for '--input', found '" + text + "'; expected a form such as 32x32x3");
    }
    int first = Integer.parseInt(matcher.group(1));
    if (matcher.group(2) == null) {
      return new Shape(1, first, 1);
    }
    int channels = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
    try {
      return new Shape(first, Integer.parseInt(matcher.group(2)), channels);
    } catch (NetworkException e) {
      throw new UserException("wrong value for '--input', found '" + text + "'; expected no 0");
    }
  }
}
