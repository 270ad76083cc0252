package actbench.model;

import actbench.engine.Loss;
import actbench.grid.RunConfig;
import actbench.spec.Choice;
import actbench.spec.Task;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a network is to do, what it learns it by, and what it is judged by.
 *
 * @param outputs numbers that the network gives for an example, or for a pixel of a mask
 * @param loss comes with the output function
 * @param metric what decides, as in a spec: {@code accuracy}, {@code mse}
 */
public record Objective(Task task, int outputs, Loss loss, String metric) {
  /**
   * What a data set gives to learn.
   *
   * @param task its own
   * @param names how many classes, labels or targets it has
   * @param input the shape of one example
   */
  public record Given(Task task, int names, Shape input) {}

  /** The task's usual objective. */
  public static Objective standard(Task task, int names, Shape input) {
    return new Objective(
        task, outputs(task, names, input), LossCatalog.standard(task), task.metrics().get(0));
  }

  /**
   * What a run asks for: its data's and model's own objective where its settings say no other.
   *
   * @throws NetworkException if task, data, model, loss and metric do not fit each other
   */
  public static Objective of(RunConfig run, Given given) {
    Model model = ModelCatalog.get(run.choice("model").name());
    Task task = task(run, model, given);
    Loss usual = isCapsules(model) ? Loss.MARGIN : LossCatalog.standard(task);
    Loss loss = run.has("loss") ? loss(run.choice("loss"), model, task) : usual;
    String metric = run.has("metric") ? run.choice("metric").name() : task.metrics().get(0);
    checkMetric(metric, task, given);
    return new Objective(task, outputs(task, given.names(), given.input()), loss, metric);
  }

  private static int outputs(Task task, int names, Shape input) {
    return switch (task) {
      case BINARY, SEGMENTATION -> 1;
      case MULTICLASS, MULTILABEL, REGRESSION -> names;
      case RECONSTRUCTION -> input.size();
    };
  }

  private static Task task(RunConfig run, Model model, Given given) {
    Optional<Task> asked =
        run.has("task") ? Optional.of(Task.of(run.choice("task").name())) : Optional.empty();
    Optional<Task> only = model.task();
    if (asked.isPresent() && only.isPresent() && !asked.equals(only)) {
      throw new NetworkException(
          "model '%s' serves task '%s' alone, found '%s'"
              .formatted(model.name(), only.get().word(), asked.get().word()));
    }
    Task task = asked.or(() -> only).orElse(given.task());
    if (!served(given).contains(task)) {
      throw new NetworkException(
          task == Task.SEGMENTATION
              ? "the network gives a mask for each image; expected a data set with masks"
              : "task '%s' does not fit data set '%s', which has %s to learn; expected %s"
                  .formatted(
                      task.word(),
                      run.choice("dataset").name(),
                      answers(given),
                      served(given).stream().map(Task::word).collect(Collectors.joining(" or "))));
    }
    return task;
  }

  /** The tasks that a data set can be put to. */
  private static Set<Task> served(Given given) {
    Set<Task> tasks = EnumSet.of(given.task(), Task.RECONSTRUCTION);
    switch (given.task()) {
      case BINARY -> tasks.add(Task.MULTICLASS);
      // A class is a set of labels with one member.
      case MULTICLASS -> tasks.add(Task.MULTILABEL);
      // Labels are the numbers 0 and 1.
      case MULTILABEL -> tasks.add(Task.REGRESSION);
      case REGRESSION, RECONSTRUCTION, SEGMENTATION -> {}
    }
    return tasks;
  }

  private static String answers(Given given) {
    return switch (given.task()) {
      case BINARY, MULTICLASS -> given.names() + " classes";
      case MULTILABEL -> given.names() + (given.names() == 1 ? " label" : " labels");
      case REGRESSION -> given.names() == 1 ? "a number" : given.names() + " numbers";
      case SEGMENTATION -> "masks";
      case RECONSTRUCTION -> "nothing but examples";
    };
  }

  private static Loss loss(Choice choice, Model model, Task task) {
    boolean capsules = isCapsules(model);
    if (capsules != LossCatalog.isMargin(choice)) {
      throw new NetworkException(
          capsules
              ? "the loss of a capsule network is 'margin', found '" + choice.name() + "'"
              : "loss 'margin' is for capsule-net, found model '" + model.name() + "'");
    }
    return capsules ? Loss.MARGIN : LossCatalog.loss(choice, task);
  }

  private static boolean isCapsules(Model model) {
    return model.name().equals(CapsuleNet.MODEL.name());
  }

  private static void checkMetric(String metric, Task task, Given given) {
    if (!task.metrics().contains(metric)) {
      throw new NetworkException(
          "metric '%s' does not fit task '%s' (%s); expected %s"
              .formatted(metric, task.word(), task.doc(), String.join(" or ", task.metrics())));
    }
    int least = metric.equals("top3-accuracy") ? 4 : metric.equals("top5-accuracy") ? 6 : 0;
    if (given.names() < least) {
      throw new NetworkException(
          "metric '%s' is for %d classes or more, found %d"
              .formatted(metric, least, given.names()));
    }
  }
}
