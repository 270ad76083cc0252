package actbench.optim;

import static actbench.spec.Parameter.flag;
import static actbench.spec.Parameter.integer;
import static actbench.spec.Parameter.number;

import actbench.spec.Choice;
import actbench.spec.Parameter;
import actbench.spec.Term;
import java.util.List;

/**
 * Watches a metric of held-out examples: tells the best epoch, and when a training is to end.
 *
 * <p>With state, so the trainer holds one per run. As in Keras, better means better by more than
 * {@code threshold}, and the training ends after {@code patience} epochs in a row that are not. A
 * metric that is NaN counts as no better.
 */
public final class EarlyStopping {
  private static final String LOSS = "validation-loss";
  private static final String ACCURACY = "validation-accuracy";
  private static final String METRIC = "validation-metric";

  /** What a spec may write: the metric to watch, with its patience. */
  public static final List<Term> TERMS =
      List.of(
          term(LOSS, "ends when the loss on held-out examples stops falling"),
          term(ACCURACY, "ends when the accuracy on held-out examples stops rising"),
          term(METRIC, "ends when the run's own metric on held-out examples gets no better"));

  private final Watched watched;
  private final int patience;
  private final double threshold;
  private final boolean restoring;
  private double best = Double.NaN;
  private int bad;

  /**
   * What is watched.
   *
   * @param metric as epochs have it: {@code validation_loss}
   * @param lower whether lower is better
   */
  public record Watched(String metric, boolean lower) {}

  private EarlyStopping(Watched watched, int patience, double threshold, boolean restoring) {
    this.watched = watched;
    this.patience = patience;
    this.threshold = threshold;
    this.restoring = restoring;
  }

  private static Term term(String name, String doc) {
    Parameter[] parameters = {
      integer("patience", "epochs in a row without a better one").atLeast(1).defaultTo(10L),
      number("threshold", "least improvement that counts").atLeast(0).defaultTo(0.0),
      flag("restore", "whether the test is on the weights of the best epoch").defaultTo(true)
    };
    return Term.of(name, doc, parameters);
  }

  /**
   * A fresh rule.
   *
   * @param choice name and parameters; absent ones take their defaults
   * @param own the run's own metric
   */
  public static EarlyStopping of(Choice choice, Watched own) {
    Choice full = Terms.complete(TERMS, choice);
    return new EarlyStopping(
        full.name().equals(METRIC)
            ? own
            : new Watched(full.name().replace('-', '_'), full.name().equals(LOSS)),
        Terms.integer(full, "patience"),
        full.number("threshold"),
        Terms.flag(full, "restore"));
  }

  /** A fresh rule that tells the best epoch by the run's own metric and never ends a training. */
  public static EarlyStopping never(Watched own) {
    return new EarlyStopping(own, Integer.MAX_VALUE, 0, false);
  }

  /** The metric it watches, as epochs have it: {@code validation_loss}. */
  public String metric() {
    return watched.metric();
  }

  /** Whether the test is to be on the weights of the best epoch. */
  public boolean restores() {
    return restoring;
  }

  /** Takes the metric of the next epoch; true if the epoch is the best so far. */
  public boolean improves(double value) {
    boolean better =
        !Double.isNaN(value)
            && (Double.isNaN(best) || (watched.lower() ? best - value : value - best) > threshold);
    if (better) {
      best = value;
      bad = 0;
    } else {
      bad++;
    }
    return better;
  }

  /** Whether the training is to end. */
  public boolean isOver() {
    return bad >= patience;
  }
}
