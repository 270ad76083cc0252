package actbench.cli;

import actbench.data.DataLocations;
import actbench.data.Dataset;
import actbench.data.Holding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The data sets as a table or as JSON. */
record DataList(List<Holding> holdings, DataLocations locations) {
  private static final List<String> HEADER =
      List.of("NAME", "SHAPE", "CLASSES", "TRAIN", "TEST", "LICENCE", "STATE", "WHERE");

  /** A table, a line for each set. */
  String text() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    holdings.forEach(holding -> rows.add(row(holding)));
    return new TextTable(rows).text();
  }

  private List<String> row(Holding holding) {
    Dataset dataset = holding.dataset();
    return List.of(
        dataset.name(),
        dataset.shape().label(),
        Integer.toString(dataset.classes()),
        Integer.toString(dataset.content().train()),
        Integer.toString(dataset.content().test()),
        dataset.source().licence(),
        holding.state().label(),
        where(holding));
  }

  private String where(Holding holding) {
    return switch (holding.state()) {
      case MISSING ->
          holding.dataset().source().origin() != Dataset.Origin.FETCHED
              ? holding.folder().toString()
              : holding.dataset().source().downloads().isEmpty()
                  ? locations.importCommand(holding.dataset())
                  : locations.fetchCommand(holding.dataset());
      case BUILT_IN -> "";
      case CANONICAL, NOT_CANONICAL, NOT_CHECKED -> holding.folder().toString();
    };
  }

  /** An array with an object for each set. */
  String json() {
    List<Map<String, Object>> sets = new ArrayList<>();
    for (Holding holding : holdings) {
      Dataset dataset = holding.dataset();
      Map<String, Object> set = new LinkedHashMap<>();
      set.put("name", dataset.name());
      set.put("aliases", dataset.aliases());
      set.put(
          "shape",
          List.of(dataset.shape().height(), dataset.shape().width(), dataset.shape().channels()));
      set.put("classes", dataset.classes());
      set.put("train", dataset.content().train());
      set.put("test", dataset.content().test());
      set.put("licence", dataset.source().licence());
      set.put("state", holding.state().label());
      set.put("folder", holding.folder().toString());
      sets.add(set);
    }
    ObjectWriter writer = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();
    return writer.writeValueAsString(sets).replace("\r\n", "\n") + "\n";
  }
}
