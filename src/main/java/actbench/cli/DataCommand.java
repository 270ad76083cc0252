package actbench.cli;

import actbench.data.DataException;
import actbench.data.DataLocations;
import actbench.data.Dataset;
import actbench.data.DatasetCatalog;
import actbench.data.DatasetFetcher;
import actbench.data.DatasetImporter;
import actbench.data.Holding;
import actbench.data.Inventory;
import actbench.data.Provenance;
import actbench.data.download.Downloader;
import actbench.data.download.Patience;
import actbench.spec.Suggestion;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code actbench data}: lists, fetches, imports and verifies data sets. */
@Command(
    name = "data",
    description = "Lists, fetches, imports and verifies data sets.",
    mixinStandardHelpOptions = true)
public final class DataCommand implements Callable<Integer> {
  /** The system property that says whether errors and progress go to a terminal. */
  private static final String TERMINAL_PROPERTY = "actbench.terminal";

  private final DatasetCatalog catalog;
  private final Map<String, String> environment;
  private final UnaryOperator<String> properties;
  private final Patience patience;
  private final boolean terminal;

  @Spec private CommandSpec spec;

  @Option(
      names = DataLocations.OPTION,
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "Folder of the data sets. Without it: $" + DataLocations.VARIABLE + ", else the cache.")
  private Path dataDir;

  /** The command for real use. */
  public DataCommand() {
    this(
        DatasetCatalog.standard(),
        System.getenv(),
        System::getProperty,
        Patience.USUAL,
        Boolean.getBoolean(TERMINAL_PROPERTY));
  }

  DataCommand(
      DatasetCatalog catalog,
      Map<String, String> environment,
      UnaryOperator<String> properties,
      Patience patience,
      boolean terminal) {
    this.catalog = catalog;
    this.environment = environment;
    this.properties = properties;
    this.patience = patience;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "data needs a command: list, fetch, import or verify");
  }

  @Command(
      name = "list",
      description = "Shows the data sets and which of them are there.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "text",
              description = "text or json. Default: ${DEFAULT-VALUE}.")
          TextOrJson format) {
    DataLocations locations = locations();
    List<Holding> holdings = new Inventory(locations).holdings(catalog.datasets());
    DataList list = new DataList(holdings, locations);
    out().print(format == TextOrJson.JSON ? list.json() : list.text());
    out().flush();
    return ExitCode.OK;
  }

  @Command(
      name = "fetch",
      description = "Downloads data sets and checks every byte. Goes on where it was stopped.",
      mixinStandardHelpOptions = true)
  int fetch(
      @Parameters(
              paramLabel = "NAME",
              completionCandidates = Candidates.Datasets.class,
              arity = "1..*")
          List<String> names)
      throws InterruptedException {
    List<Dataset> datasets = datasets(names);
    DataLocations locations = locations();
    DownloadDisplay display = new DownloadDisplay(err(), terminal);
    DatasetFetcher fetcher = new DatasetFetcher(locations, new Downloader(patience), display);
    int exit = ExitCode.OK;
    for (Dataset dataset : datasets) {
      try {
        DatasetFetcher.Outcome outcome = fetcher.fetch(dataset);
        display.end();
        out()
            .println(
                switch (outcome) {
                  case FETCHED -> dataset.name() + ": fetched to " + locations.of(dataset);
                  case ALREADY_THERE -> dataset.name() + ": already in " + locations.of(dataset);
                  case NOT_NEEDED -> dataset.name() + ": comes with actbench";
                });
      } catch (DataException e) {
        display.end();
        exit = error(e);
      }
    }
    return exit;
  }

  @Command(
      name = "import",
      description = "Copies a data set that you have into the data folder.",
      mixinStandardHelpOptions = true)
  int importFrom(
      @Parameters(paramLabel = "NAME", completionCandidates = Candidates.Datasets.class)
          String name,
      @Option(
              names = "--from",
              paramLabel = "DIR",
              required = true,
              description = "Folder with the published files, gzip or not, or their archive.")
          Path from) {
    Dataset dataset = datasets(List.of(name)).get(0);
    DataLocations locations = locations();
    try {
      Provenance provenance = new DatasetImporter(locations).importFrom(from, dataset);
      warn(provenance);
      out().println(provenance.label() + ": imported to " + locations.of(dataset));
      return ExitCode.OK;
    } catch (DataException e) {
      return error(e);
    }
  }

  @Command(
      name = "verify",
      description = "Compares data sets, byte for byte, with the published ones.",
      mixinStandardHelpOptions = true)
  int verify(
      @Parameters(
              paramLabel = "NAME",
              completionCandidates = Candidates.Datasets.class,
              arity = "0..*")
          List<String> names) {
    DataLocations locations = locations();
    Inventory inventory = new Inventory(locations);
    boolean all = names == null || names.isEmpty();
    int exit = ExitCode.OK;
    for (Dataset dataset : all ? catalog.datasets() : datasets(names)) {
      try {
        Optional<Provenance> provenance = inventory.verify(dataset);
        if (provenance.isPresent()) {
          out().println(provenance.get().label());
          warn(provenance.get());
          exit = provenance.get().canonical() ? exit : ExitCode.SOFTWARE;
        } else if (!all) {
          exit =
              error(
                  new DataException(
                      "data set '"
                          + dataset.name()
                          + "' is not in "
                          + locations.of(dataset)
                          + ". Fetch it with: "
                          + locations.fetchCommand(dataset)));
        }
      } catch (DataException e) {
        exit = error(e);
      }
    }
    return exit;
  }

  private List<Dataset> datasets(List<String> names) {
    List<Dataset> datasets = new ArrayList<>();
    for (String name : names) {
      datasets.add(
          catalog
              .find(name)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(),
                          "unknown data set '"
                              + name
                              + "'."
                              + Suggestion.of(name, catalog.names()))));
    }
    return datasets;
  }

  private DataLocations locations() {
    return DataLocations.find(Optional.ofNullable(dataDir), environment, properties);
  }

  private void warn(Provenance provenance) {
    if (!provenance.canonical()) {
      err()
          .println(
              "warning: '"
                  + provenance.dataset()
                  + "' is not the published set; results will say so");
      provenance.deviations().forEach(deviation -> err().println("  " + deviation));
    }
  }

  private int error(DataException e) {
    err().println(Errors.PREFIX + e.getMessage());
    return ExitCode.SOFTWARE;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
