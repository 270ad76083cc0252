package actbench.activation.kernel;

import actbench.activation.kernel.Program.Code;
import actbench.activation.kernel.Program.Step;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides a program into loops short enough for the compiler, which gives up on long ones and then
 * makes an object of every vector. What a later loop reads is handed on in arrays.
 */
final class LoopPlan {
  /** The price of the longest loop; the compiler gives up near 42. */
  private static final int LONGEST = 36;

  private final int[] loopOf;
  private final Map<Integer, Integer> handedOn = new LinkedHashMap<>();
  private int loops = 1;

  LoopPlan(List<Step> steps, int result) {
    loopOf = new int[steps.size()];
    boolean[] needed = needed(steps, result);
    int price = 0;
    for (int i = 0; i < loopOf.length; i++) {
      Step step = steps.get(i);
      loopOf[i] = -1;
      if (!needed[i] || step.code() == Code.X || step.code() == Code.CONSTANT) {
        continue;
      }
      if (price > 0 && price + step.code().price() > LONGEST) {
        loops++;
        price = 0;
      }
      price += step.code().price();
      loopOf[i] = loops - 1;
      for (int input : step.inputs()) {
        if (loopOf[input] >= 0 && loopOf[input] < loopOf[i]) {
          handedOn.putIfAbsent(input, handedOn.size());
        }
      }
    }
  }

  private static boolean[] needed(List<Step> steps, int result) {
    boolean[] needed = new boolean[steps.size()];
    needed[result] = true;
    for (int i = result; i >= 0; i--) {
      for (int input : needed[i] ? steps.get(i).inputs() : new int[0]) {
        needed[input] = true;
      }
    }
    return needed;
  }

  /** How many loops there are; the last one gives the result. */
  int loops() {
    return loops;
  }

  /** The loop that computes a step; -1 for x, constants and what nobody needs. */
  int loopOf(int step) {
    return loopOf[step];
  }

  /** The arrays in which steps are handed on, by step. */
  Map<Integer, Integer> handedOn() {
    return Collections.unmodifiableMap(handedOn);
  }
}
