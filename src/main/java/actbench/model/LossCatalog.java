package actbench.model;

import static actbench.spec.Task.BINARY;
import static actbench.spec.Task.MULTICLASS;
import static actbench.spec.Task.MULTILABEL;
import static actbench.spec.Task.RECONSTRUCTION;
import static actbench.spec.Task.REGRESSION;
import static actbench.spec.Task.SEGMENTATION;

import actbench.engine.Loss;
import actbench.spec.Choice;
import actbench.spec.Parameter;
import actbench.spec.Task;
import actbench.spec.Term;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The losses that a spec may name, each with the tasks that it fits. */
public final class LossCatalog {
  private static final String OUTPUT = "output";
  private static final String LINEAR = "linear";
  private static final String SIGMOID = "sigmoid";

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(
              term(
                  "categorical-cross-entropy",
                  List.of("softmax-cross-entropy"),
                  "-ln of the right class' probability, over softmax"),
              Loss.SOFTMAX_CROSS_ENTROPY,
              EnumSet.of(MULTICLASS)),
          new Entry(
              term(
                  "binary-cross-entropy",
                  List.of("bce"),
                  "-ln of the right answer's probability over a sigmoid each, mean over outputs"),
              Loss.SIGMOID_BINARY_CROSS_ENTROPY,
              EnumSet.of(BINARY, MULTILABEL, RECONSTRUCTION, SEGMENTATION)),
          new Entry(
              term(
                  "mse",
                  List.of("mean-squared-error"),
                  "squared error, mean over outputs",
                  Parameter.word(
                      OUTPUT,
                      "output function; the sigmoid keeps outputs within 0 and 1, and is what"
                          + " classes and labels have",
                      LINEAR,
                      SIGMOID)),
              Loss.MEAN_SQUARED_ERROR,
              EnumSet.of(BINARY, MULTILABEL, REGRESSION, RECONSTRUCTION)),
          new Entry(
              term("mae", List.of("mean-absolute-error"), "absolute error, mean over outputs"),
              Loss.MEAN_ABSOLUTE_ERROR,
              EnumSet.of(REGRESSION, RECONSTRUCTION)),
          new Entry(
              term(
                  "huber",
                  List.of(),
                  "half the squared error up to 1, from there on as steep as there; mean over"
                      + " outputs"),
              Loss.HUBER,
              EnumSet.of(REGRESSION, RECONSTRUCTION)),
          new Entry(
              term(
                  "cross-entropy-and-dice",
                  List.of("bce-dice"),
                  "binary cross-entropy of pixels plus 1 - Dice of the batch"),
              Loss.CROSS_ENTROPY_AND_DICE,
              EnumSet.of(SEGMENTATION)),
          new Entry(
              term("margin", List.of(), "margin loss of the lengths of capsules"),
              Loss.MARGIN,
              EnumSet.noneOf(Task.class)));

  private static final Map<Task, Loss> STANDARD =
      new EnumMap<>(
          Map.of(
              BINARY, Loss.SIGMOID_BINARY_CROSS_ENTROPY,
              MULTICLASS, Loss.SOFTMAX_CROSS_ENTROPY,
              MULTILABEL, Loss.SIGMOID_BINARY_CROSS_ENTROPY,
              REGRESSION, Loss.MEAN_SQUARED_ERROR,
              RECONSTRUCTION, Loss.MEAN_SQUARED_ERROR,
              SEGMENTATION, Loss.CROSS_ENTROPY_AND_DICE));

  /** What a spec may write. */
  public static final List<Term> TERMS = ENTRIES.stream().map(Entry::term).toList();

  private LossCatalog() {}

  private record Entry(Term term, Loss loss, Set<Task> tasks) {}

  private static Term term(String name, List<String> aliases, String doc, Parameter... parameters) {
    return new Term(name, aliases, List.of(parameters), doc);
  }

  /** The loss of a task if nobody asks for another. */
  static Loss standard(Task task) {
    return STANDARD.get(task);
  }

  /** The loss that a network of capsules has, by its name in a spec. */
  static boolean isMargin(Choice choice) {
    return entry(choice).loss() == Loss.MARGIN;
  }

  /**
   * The loss of this name for a task.
   *
   * @throws NetworkException if it does not fit the task
   */
  static Loss loss(Choice choice, Task task) {
    Entry entry = entry(choice);
    if (!entry.tasks().contains(task)) {
      throw new NetworkException(
          "loss '%s' does not fit task '%s' (%s); expected %s"
              .formatted(choice.name(), task.word(), task.doc(), fitting(task)));
    }
    boolean squared = entry.loss() == Loss.MEAN_SQUARED_ERROR;
    if (!squared) {
      return entry.loss();
    }
    Object output = choice.parameters().getOrDefault(OUTPUT, task.isNumeric() ? LINEAR : SIGMOID);
    if (output.equals(LINEAR) && !task.isNumeric()) {
      throw new NetworkException(
          "loss 'mse' with linear outputs does not fit task '%s'; expected output: sigmoid"
              .formatted(task.word()));
    }
    return output.equals(SIGMOID) ? Loss.SIGMOID_MEAN_SQUARED_ERROR : Loss.MEAN_SQUARED_ERROR;
  }

  private static String fitting(Task task) {
    return ENTRIES.stream()
        .filter(entry -> entry.tasks().contains(task))
        .map(entry -> entry.term().name())
        .collect(Collectors.joining(" or "));
  }

  private static Entry entry(Choice choice) {
    return ENTRIES.stream()
        .filter(entry -> entry.term().name().equals(choice.name()))
        .findFirst()
        .orElseThrow(() -> new NetworkException("unknown loss '" + choice.name() + "'"));
  }
}
