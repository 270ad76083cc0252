package actbench.cli;

import actbench.data.DataLocations;
import actbench.data.Dataset;
import actbench.data.DatasetCatalog;
import actbench.model.ModelCatalog;
import actbench.report.JsonText;
import actbench.result.KeptModel;
import actbench.spec.Suggestion;
import actbench.spec.Task;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code actbench predict}: asks a kept network for the classes of examples. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = {
      "Asks a network that run --keep-models left for the classes, labels or numbers of examples.",
      "Load only networks of people whom you trust."
    },
    footer = {
      "",
      "Examples:",
      "  actbench predict results/quickstart/models/RUN-last.zip --data fashion-mnist-small",
      "  actbench predict RUN-best.zip --data my/pictures --top 3 --format json",
      "  actbench predict RUN-last.zip --data new.csv"
    })
final class PredictCommand implements Callable<Integer> {
  private static final String MAIN = "actbench.worker.PredictMain";

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "MODEL", description = "The network's zip file.")
  private Path model;

  @Option(
      names = "--data",
      paramLabel = "NAME|DIR|CSV",
      required = true,
      description = {
        "A data set, of which the test examples are taken; a folder of PNG, JPEG and GIF pictures,",
        "those in sub-folders with the names of classes are counted as right or wrong; or, for a",
        "network that learnt from a table, a CSV file with the columns of that table in any order."
      })
  private String data;

  @Option(
      names = "--top",
      paramLabel = "K",
      description =
          "How many of the likeliest classes to name and to count. Default: 3, or all where there are fewer.")
  private Integer top;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description = "csv or json. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Option(
      names = DataLocations.OPTION,
      paramLabel = "DIR",
      description = "Where fetched data sets lie.")
  private Path dataDir;

  /** How predictions are written. */
  enum Format {
    CSV,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Integer call() throws IOException {
    KeptModel about = KeptModel.read(model);
    Optional<Task> task = ModelCatalog.get(about.run().choice("model").name()).task();
    if (task.filter(each -> each == Task.SEGMENTATION).isPresent()) {
      throw new UserException(model + ": the network gives masks; expected one of classes");
    }
    PredictionForm form = PredictionForm.of(about, Optional.ofNullable(top));
    List<Prediction> predictions = predictions();
    PrintWriter out = command.commandLine().getOut();
    out.print(format == Format.CSV ? form.csv(predictions) : json(about, form, predictions));
    String summary = form.summary(predictions);
    if (format == Format.CSV && !summary.isEmpty()) {
      command.commandLine().getErr().println(summary);
    }
    return ExitCode.OK;
  }

  private List<Prediction> predictions() throws IOException {
    List<String> arguments = new ArrayList<>(List.of(model.toString()));
    if (Files.isDirectory(Path.of(data))) {
      arguments.addAll(List.of("folder", data));
    } else if (Files.isRegularFile(Path.of(data))) {
      arguments.addAll(List.of("table", data));
    } else {
      Dataset dataset =
          DatasetCatalog.standard()
              .find(data)
              .orElseThrow(
                  () ->
                      new UserException(
                          "'"
                              + data
                              + "' is neither a file, a folder nor a data set."
                              + Suggestion.of(data, DatasetCatalog.standard().names())));
      arguments.addAll(List.of("set", dataset.name()));
      Optional.ofNullable(dataDir).ifPresent(each -> arguments.add(each.toString()));
    }
    JsonMapper mapper = JsonMapper.builder().build();
    List<Prediction> predictions = new ArrayList<>();
    PrintWriter err = command.commandLine().getErr();
    int examples = -1;
    try (Probe probe = new Probe(err, MAIN, arguments.toArray(String[]::new))) {
      for (String line : probe.rest()) {
        JsonNode json = mapper.readTree(line);
        if (json.has("error")) {
          throw new UserException(json.get("error").stringValue());
        }
        if (json.has("examples")) {
          examples = json.get("examples").intValue();
        } else {
          predictions.add(Prediction.of(json));
        }
      }
    }
    // Half the predictions must not pass for all of them.
    if (predictions.size() != examples) {
      throw new UserException(model + ": the process that was to predict ended early");
    }
    return predictions;
  }

  private String json(KeptModel about, PredictionForm form, List<Prediction> predictions) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", about.run().id());
    document.put("epoch", about.epoch());
    document.put("data", data);
    document.put("examples", predictions.size());
    form.scores(predictions).forEach((name, value) -> document.put(name, JsonText.number(value)));
    List<Map<String, Object>> list = new ArrayList<>();
    for (Prediction each : predictions) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("example", each.example());
      one.putAll(form.json(each));
      list.add(one);
    }
    document.put("predictions", list);
    return JsonText.of(document);
  }
}
