package actbench.data;

import actbench.spec.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which columns of a table are what.
 *
 * @param names by column; without a header the columns' numbers, from 1
 * @param features the columns that a network sees, counted from 0
 * @param targets the columns to be learnt, counted from 0
 */
record TableColumns(List<String> names, List<Integer> features, List<Integer> targets) {
  private static final int MOST = 100_000;

  /**
   * Finds the columns that a spec names.
   *
   * @param header the cells of the first line, where it is a header
   * @param width the number of columns
   * @param target names or numbers, with commas between them; empty for the last column
   * @param ignore names or numbers of columns that are neither
   */
  static TableColumns of(
      Path file,
      Optional<List<String>> header,
      int width,
      Optional<String> target,
      Optional<String> ignore) {
    if (width > MOST) {
      throw DataException.in(
          file, 1, 1, "too many columns, found " + width + "; expected at most " + MOST);
    }
    List<String> names = names(header, width);
    Set<Integer> ignored = find(file, names, "ignore", ignore.orElse(""));
    int last = width - 1;
    while (last > 0 && ignored.contains(last)) {
      last--;
    }
    Set<Integer> targets =
        target.isPresent() ? find(file, names, "target", target.get()) : Set.of(last);
    List<Integer> features = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      if (ignored.contains(column) && targets.contains(column)) {
        throw DataException.in(
            file, "column '" + shown(names.get(column)) + "' is both 'target' and in 'ignore'");
      } else if (!ignored.contains(column) && !targets.contains(column)) {
        features.add(column);
      }
      if (!ignored.contains(column)) {
        checkName(file, names, column);
      }
    }
    if (features.isEmpty()) {
      throw DataException.in(
          file,
          1,
          1,
          "no column is left to learn from, found "
              + width
              + (width == 1 ? " column; is the 'separator' another?" : " columns"));
    }
    return new TableColumns(names, features, List.copyOf(targets));
  }

  /**
   * Finds the columns that a network takes, whatever their order and what else there is.
   *
   * @param features the names of those it learnt from
   * @param target the name of the one with classes
   * @param names of its classes, or of the columns of its labels or numbers
   * @return the targets as well where all of them are there
   */
  static TableColumns matching(
      Path file,
      Optional<List<String>> header,
      int width,
      List<String> features,
      String target,
      List<String> names) {
    List<String> all = names(header, width);
    List<Integer> found = new ArrayList<>();
    for (String feature : features) {
      int column = all.indexOf(feature);
      if (column < 0) {
        throw DataException.in(
            file,
            1,
            1,
            "no column '%s', which the network takes.%s"
                .formatted(shown(feature), Suggestion.of(feature, shown(all))));
      }
      checkName(file, all, all.lastIndexOf(feature));
      found.add(column);
    }
    List<String> answers = all.containsAll(names) ? names : List.of(target);
    boolean known = all.containsAll(answers);
    if (known) {
      answers.forEach(each -> checkName(file, all, all.lastIndexOf(each)));
    }
    return new TableColumns(
        all, found, known ? answers.stream().map(all::indexOf).toList() : List.of());
  }

  private static List<String> names(Optional<List<String>> header, int width) {
    return header.orElseGet(
        () -> IntStream.rangeClosed(1, width).mapToObj(Integer::toString).toList());
  }

  private static void checkName(Path file, List<String> names, int column) {
    String name = names.get(column);
    int first = names.indexOf(name);
    if (name.isEmpty()) {
      throw DataException.in(
          file,
          1,
          1,
          "column %d has no name; name it, or leave it out with 'ignore: %d'"
              .formatted(column + 1, column + 1));
    } else if (first != column) {
      throw DataException.in(
          file,
          1,
          1,
          "columns %d and %d have the same name '%s'; rename one, or leave it out with 'ignore: %d'"
              .formatted(first + 1, column + 1, shown(name), column + 1));
    }
  }

  /** The columns that a text names; a name as a whole goes before its parts, and before numbers. */
  private static Set<Integer> find(Path file, List<String> names, String key, String text) {
    List<String> wanted =
        names.contains(text.strip()) ? List.of(text.strip()) : Arrays.asList(text.split(",", -1));
    Set<Integer> found = new LinkedHashSet<>();
    for (String each : text.isBlank() ? List.<String>of() : wanted) {
      String name = each.strip();
      int column = names.indexOf(name);
      if (column < 0 && name.matches("[0-9]{1,6}")) {
        column = Integer.parseInt(name) - 1;
        if (column < 0 || column >= names.size()) {
          throw DataException.in(
              file,
              1,
              1,
              "no column %s for '%s'; expected 1 to %d".formatted(name, key, names.size()));
        }
      } else if (column < 0) {
        throw DataException.in(
            file,
            1,
            1,
            "no column '%s' for '%s'.%s"
                .formatted(shown(name), key, Suggestion.of(name, shown(names))));
      }
      if (!found.add(column)) {
        throw DataException.in(
            file, 1, 1, "'%s' names column '%s' twice".formatted(key, shown(names.get(column))));
      }
    }
    return found;
  }

  private static List<String> shown(List<String> names) {
    return names.stream().limit(50).map(TableColumns::shown).toList();
  }

  private static String shown(String name) {
    return DataStream.shown(name);
  }

  /** The targets as a spec may write them. */
  String target() {
    boolean plain = targets.stream().noneMatch(each -> names.get(each).contains(","));
    return String.join(
        ", ",
        targets.stream()
            .map(each -> plain ? names.get(each) : Integer.toString(each + 1))
            .toList());
  }

  /** The names of these columns. */
  List<String> names(List<Integer> columns) {
    return columns.stream().map(names::get).toList();
  }
}
