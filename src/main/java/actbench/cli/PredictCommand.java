package actbench.cli;

import actbench.data.DataLocations;
import actbench.data.Dataset;
import actbench.data.DatasetCatalog;
import actbench.model.ModelCatalog;
import actbench.model.Task;
import actbench.result.CsvTable;
import actbench.result.KeptModel;
import actbench.spec.Suggestion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
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
      "Asks a network that run --keep-models left for the classes of examples.",
      "Load only networks of people whom you trust."
    },
    footer = {
      "",
      "Examples:",
      "  actbench predict results/quickstart/models/RUN-last.zip --data fashion-mnist-small",
      "  actbench predict RUN-best.zip --data my/pictures --top 3 --format json"
    })
final class PredictCommand implements Callable<Integer> {
  private static final String MAIN = "actbench.worker.PredictMain";

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "MODEL", description = "The network's zip file.")
  private Path model;

  @Option(
      names = "--data",
      paramLabel = "NAME|DIR",
      required = true,
      description = {
        "A data set, of which the test examples are taken, or a folder of PNG, JPEG and GIF",
        "pictures. Pictures in sub-folders with the names of classes are counted as right or wrong."
      })
  private String data;

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "3",
      description =
          "How many of the likeliest classes to name and to count. Default: ${DEFAULT-VALUE}.")
  private int top;

  @Option(
      names = "--format",
      defaultValue = "CSV",
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

  /** What the network says of one example; classes with the likeliest first. */
  private record Prediction(String example, int label, List<Double> outputs, List<Integer> order) {}

  @Override
  public Integer call() throws IOException {
    KeptModel about = KeptModel.read(model);
    Optional<Task> task = ModelCatalog.get(about.run().choice("model").name()).task();
    if (task.filter(each -> each == Task.SEGMENTATION).isPresent()) {
      throw new UserException(model + ": the network gives masks; expected one of classes");
    }
    if (top < 1 || top > about.classes().size()) {
      throw new UserException(
          "bad '--top', found '" + top + "'; expected 1 to " + about.classes().size());
    }
    List<Prediction> predictions = predictions();
    PrintWriter out = command.commandLine().getOut();
    out.print(format == Format.CSV ? csv(about, predictions) : json(about, predictions));
    long labelled = predictions.stream().filter(each -> each.label() >= 0).count();
    if (format == Format.CSV && labelled > 0) {
      command
          .commandLine()
          .getErr()
          .printf(
              Locale.ROOT,
              "accuracy %.2f %%, top-%d %.2f %% of %s%n",
              100 * share(predictions, 1),
              top,
              100 * share(predictions, top),
              Words.count(labelled, "example"));
    }
    return ExitCode.OK;
  }

  private List<Prediction> predictions() throws IOException {
    List<String> arguments = new ArrayList<>(List.of(model.toString()));
    if (Files.isDirectory(Path.of(data))) {
      arguments.addAll(List.of("folder", data));
    } else {
      Dataset dataset =
          DatasetCatalog.standard()
              .find(data)
              .orElseThrow(
                  () ->
                      new UserException(
                          "'"
                              + data
                              + "' is neither a folder nor a data set."
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
          predictions.add(prediction(json));
        }
      }
    }
    // Half the predictions must not pass for all of them.
    if (predictions.size() != examples) {
      throw new UserException(model + ": the process that was to predict ended early");
    }
    return predictions;
  }

  private static Prediction prediction(JsonNode json) {
    List<Double> outputs = new ArrayList<>();
    json.get("outputs").forEach(each -> outputs.add(each.asDouble()));
    List<Integer> order =
        IntStream.range(0, outputs.size())
            .boxed()
            .sorted(Comparator.comparing(outputs::get, Comparator.reverseOrder()))
            .toList();
    return new Prediction(
        json.get("example").stringValue(), json.get("label").intValue(), outputs, order);
  }

  /** The share of examples with a known label that have it among the k likeliest. */
  private static double share(List<Prediction> predictions, int k) {
    return predictions.stream()
        .filter(each -> each.label() >= 0)
        .mapToInt(each -> each.order().subList(0, k).contains(each.label()) ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  private String csv(KeptModel about, List<Prediction> predictions) {
    List<String> header = new ArrayList<>(List.of("example", "label"));
    for (int k = 1; k <= top; k++) {
      header.add("top" + k);
    }
    about.classes().forEach(each -> header.add("p_" + each));
    List<List<Object>> rows = new ArrayList<>();
    for (Prediction each : predictions) {
      List<Object> row = new ArrayList<>(List.of(each.example(), label(about, each)));
      each.order().subList(0, top).forEach(index -> row.add(about.classes().get(index)));
      row.addAll(each.outputs());
      rows.add(row);
    }
    return CsvTable.write(header, rows);
  }

  private static String label(KeptModel about, Prediction prediction) {
    return prediction.label() < 0 ? "" : about.classes().get(prediction.label());
  }

  private String json(KeptModel about, List<Prediction> predictions) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", about.run().id());
    document.put("epoch", about.epoch());
    document.put("data", data);
    document.put("examples", predictions.size());
    document.put("accuracy", JsonText.number(share(predictions, 1)));
    document.put("top" + top + "_accuracy", JsonText.number(share(predictions, top)));
    List<Map<String, Object>> list = new ArrayList<>();
    for (Prediction each : predictions) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("example", each.example());
      one.put("label", each.label() < 0 ? null : label(about, each));
      Map<String, Object> likeliest = new LinkedHashMap<>();
      each.order()
          .subList(0, top)
          .forEach(
              index ->
                  likeliest.put(
                      about.classes().get(index), JsonText.number(each.outputs().get(index))));
      one.put("top", likeliest);
      list.add(one);
    }
    document.put("predictions", list);
    return JsonText.of(document);
  }
}
