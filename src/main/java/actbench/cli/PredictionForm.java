package actbench.cli;

import actbench.result.KeptModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How predictions of a task are told. */
interface PredictionForm {
  /** A line for each example. */
  String csv(List<Prediction> predictions);

  /** One example's part of the JSON document, beside its name. */
  Map<String, Object> json(Prediction prediction);

  /** How good they are, by name; empty where nothing is known of what is right. */
  Map<String, Double> scores(List<Prediction> predictions);

  /** The same in words. */
  String summary(List<Prediction> predictions);

  /**
   * The form that suits a network.
   *
   * @param top how many of the likeliest classes to tell; three if nothing is said
   */
  static PredictionForm of(KeptModel about, Optional<Integer> top) {
    return switch (about.task()) {
      case BINARY, MULTICLASS ->
          new ClassPredictions(about.classes(), top.orElse(Math.min(3, about.classes().size())));
      case MULTILABEL, REGRESSION -> new NumberPredictions(about.task(), about.classes());
      case RECONSTRUCTION -> new ErrorPredictions();
      case SEGMENTATION ->
          throw new UserException("the network gives masks; expected one of classes or numbers");
    };
  }
}
