package actbench.activation.formula;

import actbench.activation.kernel.Primitive;
import actbench.activation.kernel.TileKernels;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An operation over stretches of floats.
 *
 * <p>The loops for arithmetic are plain: the compiler makes vector code of them by itself.
 * Functions have vector code of ours where there is some; the rest are computed in double one by
 * one.
 */
final class TileOperation {
  /** Functions whose derivative is an operation of its own. */
  private static final Map<Operation, Operation> DERIVATIVES =
      Map.of(
          Operation.TANH,
          Operation.TANH_DERIVATIVE,
          Operation.SIGMOID,
          Operation.SIGMOID_DERIVATIVE);

  private static final Map<Operation, TileOperation> ALL =
      Stream.of(Operation.values())
          .collect(
              Collectors.toMap(
                  each -> each,
                  TileOperation::new,
                  (a, b) -> a,
                  () -> new EnumMap<>(Operation.class)));

  static final TileOperation MULTIPLY = of(Operation.MULTIPLY);

  private final Operation value;
  private final Operation derivative;
  private final Optional<Primitive> primitive;

  private TileOperation(Operation operation) {
    value =
        DERIVATIVES.entrySet().stream()
            .filter(each -> each.getValue() == operation)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(operation);
    derivative = DERIVATIVES.get(value);
    primitive = TileKernels.findPrimitive(value.symbol());
  }

  /** The operation over stretches; a derivative comes together with its function. */
  static TileOperation of(Operation operation) {
    return ALL.get(operation);
  }

  /** The operation whose value {@link #run} gives. */
  Operation value() {
    return value;
  }

  /** The operation whose value {@code run} gives beside it, or null. */
  Operation derivative() {
    return derivative;
  }

  /** Computes {@code length} results; {@code slope} is null where the derivative is not wanted. */
  void run(float[] a, float[] b, float[] c, float[] out, float[] slope, int length) {
    switch (value) {
      case ADD -> add(a, b, out, length);
      case SUBTRACT -> subtract(a, b, out, length);
      case MULTIPLY -> multiply(a, b, out, length);
      case DIVIDE -> divide(a, b, out, length);
      case CHAIN -> chain(a, b, out, length);
      case NEGATE -> negate(a, out, length);
      case ABS -> abs(a, out, length);
      case SQRT -> sqrt(a, out, length);
      case MAX -> max(a, b, out, length);
      case MIN -> min(a, b, out, length);
      case IF -> choose(a, b, c, out, length);
      default -> function(a, b, out, slope, length);
    }
  }

  private void function(float[] a, float[] b, float[] out, float[] slope, int length) {
    if (primitive.isPresent() && slope == null) {
      primitive.get().value(a, out, length);
    } else if (primitive.isPresent()) {
      primitive.get().both(a, out, slope, length);
    } else {
      for (int i = 0; i < length; i++) {
        if (slope != null) {
          slope[i] = (float) derivative.apply(a[i]);
        }
        out[i] = (float) (b == null ? value.apply(a[i]) : value.apply(a[i], b[i]));
      }
    }
  }

  private static void add(float[] a, float[] b, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = a[i] + b[i];
    }
  }

  private static void subtract(float[] a, float[] b, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = a[i] - b[i];
    }
  }

  private static void multiply(float[] a, float[] b, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = a[i] * b[i];
    }
  }

  private static void divide(float[] a, float[] b, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = a[i] / b[i];
    }
  }

  /** The product with the second factor made finite: then 0 times it is 0. */
  private static void chain(float[] a, float[] b, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = a[i] * Math.max(Math.min(b[i], Float.MAX_VALUE), -Float.MAX_VALUE);
    }
  }

  private static void negate(float[] a, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = -a[i];
    }
  }

  private static void abs(float[] a, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = Math.abs(a[i]);
    }
  }

  private static void sqrt(float[] a, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = (float) Math.sqrt(a[i]);
    }
  }

  private static void max(float[] a, float[] b, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = Math.max(a[i], b[i]);
    }
  }

  private static void min(float[] a, float[] b, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = Math.min(a[i], b[i]);
    }
  }

  private static void choose(float[] c, float[] a, float[] b, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = c[i] > 0 ? a[i] : b[i];
    }
  }
}
