package actbench.activation.formula;

import actbench.activation.formula.Expression.Apply;
import actbench.activation.formula.Expression.Constant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An expression in x as a list of steps, each of which runs over a short stretch of floats. Equal
 * parts of the expression are computed once. Several threads may run one program.
 */
final class TileProgram {
  /** Floats in a stretch: a few dozen of them stay in the first-level cache. */
  static final int STRETCH = 256;

  private static final Constant TWO = new Constant(2);

  /** One operation on registers; a derivative beside a function shares its work. */
  private record Step(
      TileOperation operation, int a, int b, int c, int output, int derivativeOutput) {}

  private final Set<Expression> parts = new HashSet<>();
  private final Map<Expression, Integer> registers = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();

  /** By register: the values of a constant, or null for a register that steps write to. */
  private final List<float[]> constants = new ArrayList<>();

  private final int result;

  private TileProgram(Expression expression) {
    collect(expression);
    newRegister(Expression.X, null);
    result = register(expression);
  }

  /** Compiles an expression in which x is the only symbol. */
  static TileProgram compile(Expression expression) {
    return new TileProgram(expression);
  }

  private void collect(Expression expression) {
    if (parts.add(expression) && expression instanceof Apply apply) {
      apply.arguments().forEach(this::collect);
    }
  }

  private int register(Expression expression) {
    Integer known = registers.get(expression);
    if (known != null) {
      return known;
    }
    if (expression instanceof Constant constant) {
      float[] values = new float[STRETCH];
      Arrays.fill(values, (float) constant.number());
      return newRegister(expression, values);
    }
    Apply apply = (Apply) expression;
    if (isSquare(apply)) {
      int base = register(apply.arguments().get(0));
      return step(apply, TileOperation.MULTIPLY, base, base, -1);
    }
    int[] inputs = apply.arguments().stream().mapToInt(this::register).toArray();
    return step(
        apply,
        TileOperation.of(apply.operation()),
        inputs[0],
        inputs.length > 1 ? inputs[1] : -1,
        inputs.length > 2 ? inputs[2] : -1);
  }

  private static boolean isSquare(Apply apply) {
    return apply.operation() == Operation.POWER && apply.arguments().get(1).equals(TWO);
  }

  private int step(Apply apply, TileOperation operation, int a, int b, int c) {
    Operation derivative = operation.derivative();
    if (derivative == null) {
      int output = newRegister(apply, null);
      steps.add(new Step(operation, a, b, c, output, -1));
      return output;
    }
    Apply value = new Apply(operation.value(), apply.arguments());
    Apply slope = new Apply(derivative, apply.arguments());
    int output = newRegister(value, null);
    int derivativeOutput = parts.contains(slope) ? newRegister(slope, null) : -1;
    steps.add(new Step(operation, a, b, c, output, derivativeOutput));
    return registers.get(apply);
  }

  private int newRegister(Expression expression, float[] constant) {
    int register = constants.size();
    constants.add(constant);
    registers.put(expression, register);
    return register;
  }

  /** Scratch for one thread: an array for every register. */
  float[][] scratch() {
    float[][] scratch = new float[constants.size()][];
    for (int i = 0; i < scratch.length; i++) {
      scratch[i] = constants.get(i) == null ? new float[STRETCH] : constants.get(i);
    }
    return scratch;
  }

  /**
   * Runs over {@code length} floats, at most a stretch.
   *
   * @param scratch as {@link #scratch} made it, with x in its first array
   * @return the array of the scratch that holds the result
   */
  float[] run(float[][] scratch, int length) {
    for (Step step : steps) {
      step.operation.run(
          scratch[step.a],
          step.b < 0 ? null : scratch[step.b],
          step.c < 0 ? null : scratch[step.c],
          scratch[step.output],
          step.derivativeOutput < 0 ? null : scratch[step.derivativeOutput],
          length);
    }
    return scratch[result];
  }
}
