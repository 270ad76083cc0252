package actbench.cli;

import actbench.grid.Plan;
import actbench.grid.RunConfig;
import actbench.model.ModelCatalog;
import actbench.spec.ExperimentSpec;
import actbench.spec.SpecException;
import actbench.spec.SpecLoader;
import actbench.worker.StepReport;
import actbench.worker.StepRequest;
import actbench.worker.WorkerSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code actbench bench step}: times the training steps of a network. */
@Command(
    name = "step",
    mixinStandardHelpOptions = true,
    description = {
      "Time the training steps of a network: forward, loss, backward and update of one batch.",
      "The batch is noise with the shape of the data set; no data are needed."
    },
    footer = {
      "",
      "Examples:",
      "  actbench bench step --model lenet-4 --activation mish",
      "  actbench bench step --model resnet-v1 --set depth=20 --activation relu --format json"
    })
final class BenchStepCommand implements Callable<Integer> {
  private static final int MOST = 1_000_000;

  @Spec private CommandSpec command;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "NAME",
      completionCandidates = Candidates.Networks.class,
      description = "A model of the catalogue.")
  private String model;

  @Option(
      names = "--activation",
      paramLabel = "FUNCTION",
      completionCandidates = Candidates.Functions.class,
      defaultValue = "relu",
      description = "Default: ${DEFAULT-VALUE}. With parameters: '{name: beta-mish, beta: 2}'.")
  private String activation;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "128",
      description = "Examples in the batch. Default: ${DEFAULT-VALUE}.")
  private int batch;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description =
          "The data set whose shape the batch has. Default: that of the model's own study, cifar10 or mnist.")
  private String dataset;

  @Option(
      names = {"-s", "--set"},
      paramLabel = "KEY=VALUE",
      description = "Any other setting of a spec: --set depth=20, --set optimizer=adam.")
  private List<String> settings = new ArrayList<>();

  @Option(names = "--threads", paramLabel = "N", description = "Default: as many as cores.")
  private Integer threads;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      defaultValue = "10",
      description = "Steps that do not count. Default: ${DEFAULT-VALUE}.")
  private int warmup;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "30",
      description = "Steps that count. Default: ${DEFAULT-VALUE}.")
  private int steps;

  @Option(
      names = "--engine-path",
      paramLabel = "PATH",
      description =
          "onednn, plain, or stock for Deeplearning4j's own layers. Default: the best there is.")
  private EngineChoice path;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json. Default: ${DEFAULT-VALUE}.")
  private TextOrJson form;

  /** Where the layers compute. */
  enum EngineChoice {
    ONEDNN,
    PLAIN,
    STOCK;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Override
  public Integer call() throws Exception {
    requireRange("--batch", batch, 1);
    requireRange("--warmup", warmup, 1);
    requireRange("--steps", steps, 2);
    int cores = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (cores < 1 || cores > 1024) {
      throw UserException.bad("--threads", cores, "1 to 1024");
    }
    RunConfig run = run();
    Optional<EngineChoice> chosen = Optional.ofNullable(path);
    StepRequest request =
        new StepRequest(
            run, chosen.filter(each -> each == EngineChoice.STOCK).isPresent(), warmup, steps);
    StepSummary summary =
        StepSummary.of(run, batch, cores, request.stock(), report(cores, chosen, request));
    PrintWriter out = command.commandLine().getOut();
    out.println(form == TextOrJson.JSON ? summary.json() : summary.text());
    return ExitCode.OK;
  }

  private static StepReport report(int cores, Optional<EngineChoice> path, StepRequest request)
      throws InterruptedException {
    WorkerSettings worker =
        WorkerLaunch.bench(
            cores, path.filter(each -> each != EngineChoice.STOCK).map(EngineChoice::toString));
    try {
      return StepReport.of(worker, request);
    } catch (IOException e) {
      throw new UserException("the bench failed: " + e.getMessage());
    }
  }

  private RunConfig run() throws SpecException {
    List<String> overrides = new ArrayList<>();
    overrides.add("model=" + model);
    overrides.add("activation=" + activation);
    overrides.add("dataset=" + (dataset == null ? usualDataset() : dataset));
    overrides.add("batch-size=" + batch);
    overrides.addAll(settings);
    ExperimentSpec spec =
        new SpecLoader(Names.vocabulary()).loadText("bench", "epochs: 1\n", overrides);
    Plan plan = SpecSource.plan(spec);
    if (plan.runs().size() != 1) {
      throw new UserException(
          "a bench is of one network, found "
              + Words.count(plan.runs().size(), "run")
              + "; expected one value for each setting");
    }
    Preflight.networks(plan);
    return plan.runs().get(0);
  }

  /** The residual networks were published on CIFAR-10, most others on MNIST and its like. */
  private String usualDataset() {
    return ModelCatalog.all().stream()
            .anyMatch(
                each -> each.name().equals(model) && each.source().contains("there on CIFAR-10"))
        ? "cifar10"
        : "mnist";
  }

  private static void requireRange(String option, int value, int least) {
    if (value < least || value > MOST) {
      throw UserException.bad(option, value, least + " to " + MOST);
    }
  }
}
