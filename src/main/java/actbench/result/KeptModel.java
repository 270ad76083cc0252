package actbench.result;

import actbench.grid.RunConfig;
import actbench.grid.RunConfigJson;
import actbench.spec.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a kept network was trained as, which lies in its file beside the weights.
 *
 * @param run the run it came out of
 * @param epoch after which it was kept, counted from 1
 * @param input rows, columns and channels of an example
 * @param task what it was trained to do
 * @param classes their names by label, or the names of labels or of numbers to be learnt
 * @param features names of a table's columns in the order of the input; empty of all else
 * @param mean what is subtracted from each value before the network sees it, by channel or by value
 *     in the order of rows, columns, channels; empty for nothing
 * @param deviation what each value is then divided by; as many numbers
 */
public record KeptModel(
    RunConfig run,
    int epoch,
    List<Integer> input,
    Task task,
    List<String> classes,
    List<String> features,
    List<Float> mean,
    List<Float> deviation) {
  /** Name of the entry in the network's zip file. */
  public static final String ENTRY = "actbench.json";

  /** The fact of a run whose network was to be kept and was not: {@code no}, a colon, and why. */
  public static final String UNKEPT = "model_kept";

  private static final int LARGEST = 16 << 20;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  public KeptModel {
    Objects.requireNonNull(run, "run");
    input = List.copyOf(input);
    Objects.requireNonNull(task, "task");
    classes = List.copyOf(classes);
    features = List.copyOf(features);
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (epoch < 1 || input.size() != 3) {
      throw new IllegalArgumentException("epoch " + epoch + ", input " + input);
    }
    long values = 1;
    for (int side : input) {
      values = Math.multiplyExact(values, side);
    }
    boolean fits = List.of(0L, (long) input.get(2), values).contains((long) mean.size());
    if (!features.isEmpty() && features.size() != values) {
      throw new IllegalArgumentException(
          features.size() + " columns do not fit an input of " + values + " values");
    }
    if (!fits || mean.size() != deviation.size()) {
      throw new IllegalArgumentException(
          mean.size() + " means and " + deviation.size() + " deviations do not fit the input");
    }
  }

  /** Which network of a run a file holds. */
  public enum Which {
    /** That of the best epoch by held-out examples. */
    BEST,
    /** That of the last epoch. */
    LAST
  }

  /** The file of a run's network in the folder of an experiment's networks. */
  public static Path file(Path models, String runId, Which which) {
    return models.resolve(runId + (which == Which.BEST ? "-best.zip" : "-last.zip"));
  }

  /** All of it as JSON. */
  public String json() {
    ObjectNode json = MAPPER.createObjectNode();
    json.set("run", MAPPER.readTree(RunConfigJson.write(run)));
    json.put("epoch", epoch);
    input.forEach(json.putArray("input")::add);
    json.put("task", task.word());
    classes.forEach(json.putArray("classes")::add);
    if (!features.isEmpty()) {
      features.forEach(json.putArray("features")::add);
    }
    mean.forEach(json.putArray("mean")::add);
    deviation.forEach(json.putArray("deviation")::add);
    return MAPPER.writeValueAsString(json) + "\n";
  }

  /**
   * What lies in a network's file.
   *
   * @throws ResultException if it cannot be read or is no network of ours
   */
  public static KeptModel read(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(ENTRY);
      if (entry == null) {
        throw new ResultException(
            file + ": error: no network of actbench's: it has no entry '" + ENTRY + "'");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
          throw new IllegalArgumentException("it is too long");
        }
        return of(MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new ResultException(file + ": error: cannot be read: " + AtomicFile.reason(e), e);
    } catch (JacksonException e) {
      throw damaged(file, "not JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw damaged(file, e.getMessage(), e);
    }
  }

  private static ResultException damaged(Path file, String why, Exception cause) {
    return new ResultException(
        file + ": error: the entry '" + ENTRY + "' is damaged: " + why, cause);
  }

  private static KeptModel of(JsonNode json) {
    List<Integer> input = new ArrayList<>();
    for (JsonNode side : list(json, "input")) {
      if (!side.isInt() || side.intValue() < 1) {
        throw new IllegalArgumentException("'input' has a side of " + side);
      }
      input.add(side.intValue());
    }
    List<String> classes = names(json, "classes");
    List<String> features = json.has("features") ? names(json, "features") : List.of();
    JsonNode epoch = json.get("epoch");
    if (epoch == null || !epoch.isInt()) {
      throw new IllegalArgumentException("'epoch' must be a whole number");
    }
    return new KeptModel(
        RunConfigJson.read(json.get("run")),
        epoch.intValue(),
        input,
        task(json, classes.size()),
        classes,
        features,
        numbers(json, "mean"),
        numbers(json, "deviation"));
  }

  /** Networks kept before there were other tasks do not name theirs. */
  private static Task task(JsonNode json, int classes) {
    JsonNode task = json.get("task");
    if (task == null) {
      return classes == 2 ? Task.BINARY : Task.MULTICLASS;
    } else if (!task.isString()) {
      throw new IllegalArgumentException("'task' is no text");
    }
    return Task.of(task.stringValue());
  }

  private static List<String> names(JsonNode json, String key) {
    List<String> names = new ArrayList<>();
    for (JsonNode name : list(json, key)) {
      if (!name.isString()) {
        throw new IllegalArgumentException("'" + key + "' has a name that is no text");
      }
      names.add(name.stringValue());
    }
    return names;
  }

  private static List<Float> numbers(JsonNode json, String name) {
    List<Float> numbers = new ArrayList<>();
    for (JsonNode number : list(json, name)) {
      if (!number.isNumber() || !Float.isFinite(number.floatValue())) {
        throw new IllegalArgumentException("'" + name + "' has no number in " + number);
      }
      numbers.add(number.floatValue());
    }
    return numbers;
  }

  private static JsonNode list(JsonNode json, String name) {
    JsonNode list = json.get(name);
    if (list == null || !list.isArray()) {
      throw new IllegalArgumentException("'" + name + "' must be a list");
    }
    return list;
  }
}
