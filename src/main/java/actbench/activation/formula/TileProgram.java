package actbench.activation.formula;

import actbench.activation.formula.Expression.Apply;
import actbench.activation.formula.Expression.Constant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An expression in x as a list of steps, each of which runs over a short stretch of floats. Equal
 * parts of the expression are computed once. Several threads may run one program.
 */
final class TileProgram {
  /** Floats in a stretch: a few dozen of them stay in the first-level cache. */
  static final int STRETCH = 256;

  /** One operation on registers. */
  private record Step(Operation operation, int a, int b, int c, int output) {}

  private final Map<Expression, Integer> registers = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();

  /** By register: the values of a constant, or null for a register that steps write to. */
  private final List<float[]> constants = new ArrayList<>();

  private final int result;

  private TileProgram(Expression expression) {
    newRegister(Expression.X, null);
    result = register(expression);
  }

  /** Compiles an expression in which x is the only symbol. */
  static TileProgram compile(Expression expression) {
    return new TileProgram(expression);
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
    int[] inputs = apply.arguments().stream().mapToInt(this::register).toArray();
    int output = newRegister(apply, null);
    steps.add(
        new Step(
            apply.operation(),
            inputs[0],
            inputs.length > 1 ? inputs[1] : -1,
            inputs.length > 2 ? inputs[2] : -1,
            output));
    return output;
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
      TileOperation.run(
          step.operation,
          scratch[step.a],
          step.b < 0 ? null : scratch[step.b],
          step.c < 0 ? null : scratch[step.c],
          scratch[step.output],
          length);
    }
    return scratch[result];
  }
}
