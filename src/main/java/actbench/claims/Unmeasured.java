package actbench.claims;

import java.util.Optional;

/** Why some claims cannot be tested by any results of this program. */
final class Unmeasured {
  private Unmeasured() {}

  /** The reason; none if runs could speak to the claim. */
  static Optional<String> reason(Claim claim) {
    String metric = claim.metric().name();
    if (metric.startsWith("detection_")) {
      return Optional.of("object detection, which is no task here");
    }
    if (metric.equals("adversarial_accuracy")) {
      return Optional.of("attacked inputs, which runs here do not have");
    }
    if (metric.startsWith("function_")) {
      return Optional.of(
          "a function alone on a GPU; 'activations bench' times functions on this machine");
    }
    if (Timing.isTime(claim.metric()) && !Timing.isOfTraining(claim.metric())) {
      return Optional.of("time without training, which runs here do not take");
    }
    return Optional.empty();
  }
}
