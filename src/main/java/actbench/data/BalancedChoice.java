package actbench.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Chooses examples so that the classes are as even as can be, without chance.
 *
 * <p>The classes take turns, in the order of their labels; at its turn a class gives its first (or
 * last) example that was not chosen yet; a class that has none left is passed over. What is chosen
 * keeps its order. So a smaller choice is always part of a larger one.
 */
final class BalancedChoice {
  private BalancedChoice() {}

  /** The places of {@code count} examples, taken from the front. */
  static int[] first(Examples examples, int count) {
    return choose(examples, count, false);
  }

  /** The places of {@code count} examples, taken from the end. */
  static int[] last(Examples examples, int count) {
    return choose(examples, count, true);
  }

  /** The places that are not among these, which must be sorted. */
  static int[] others(Examples examples, int[] places) {
    boolean[] taken = new boolean[examples.size()];
    for (int place : places) {
      taken[place] = true;
    }
    int[] others = new int[examples.size() - places.length];
    int next = 0;
    for (int place = 0; place < taken.length; place++) {
      if (!taken[place]) {
        others[next++] = place;
      }
    }
    return others;
  }

  private static int[] choose(Examples examples, int count, boolean fromEnd) {
    if (count > examples.size()) {
      throw new IllegalArgumentException(count + " of " + examples.size() + " examples");
    }
    List<Deque<Integer>> waiting = new ArrayList<>();
    for (int label = 0; label < examples.classes(); label++) {
      waiting.add(new ArrayDeque<>());
    }
    for (int place = 0; place < examples.size(); place++) {
      waiting.get(examples.label(place)).add(place);
    }
    int[] chosen = new int[count];
    int turn = 0;
    for (int i = 0; i < count; turn++) {
      Deque<Integer> queue = waiting.get(turn % waiting.size());
      if (!queue.isEmpty()) {
        chosen[i++] = fromEnd ? queue.removeLast() : queue.removeFirst();
      }
    }
    Arrays.sort(chosen);
    return chosen;
  }
}
