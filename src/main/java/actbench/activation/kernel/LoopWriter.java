package actbench.activation.kernel;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.IF_ICMPGE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.ISUB;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import actbench.activation.kernel.Program.Code;
import actbench.activation.kernel.Program.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Writes loops as byte code: one pass over the arrays, in which all values stay in registers.
 *
 * <p>The compiler keeps vectors in registers only in straight code that it can see as a whole. Each
 * step is a call of a method of {@link VectorCode}. A long program becomes several loops, see
 * {@link LoopPlan}.
 */
final class LoopWriter {
  private static final String OWN = LoopWriter.class.getName().replace('.', '/') + "$Loop";
  private static final String PACKAGE = OWN.substring(0, OWN.lastIndexOf('/') + 1);
  private static final String VECTOR = "jdk/incubator/vector/FloatVector";
  private static final String SPECIES = "Ljdk/incubator/vector/VectorSpecies;";
  private static final String RUN = "([F[F[FII[[F)V";

  private static final int X = 1;
  private static final int UPSTREAM = 2;
  private static final int OUT = 3;
  private static final int FROM = 4;
  private static final int LENGTH = 5;
  private static final int SCRATCH = 6;
  private static final int INDEX = 7;
  private static final int FIRST_FREE = 8;

  private final List<Step> steps;
  private final int result;
  private final boolean backward;
  private final LoopPlan plan;

  LoopWriter(List<Step> steps, int result, boolean backward) {
    this.steps = steps;
    this.result = result;
    this.backward = backward;
    this.plan = new LoopPlan(steps, result);
  }

  FusedLoops write() {
    List<FusedLoop> written = new ArrayList<>();
    for (int loop = 0; loop < plan.loops(); loop++) {
      written.add((FusedLoop) Apart.define(new OneLoop(loop).write()));
    }
    // A program without scratch has one loop, which needs no stretches.
    return new FusedLoops(
        List.copyOf(written), plan.loops() == 1 ? 0 : Math.max(1, plan.handedOn().size()));
  }

  /** The class of one loop. */
  private final class OneLoop {
    private final int loop;
    private final ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    private final Map<Integer, String> constants = new LinkedHashMap<>();
    private final Map<Integer, Integer> arrays = new HashMap<>();
    private final Map<Integer, Integer> values = new HashMap<>();
    private int free = FIRST_FREE;
    private MethodVisitor run;

    OneLoop(int loop) {
      this.loop = loop;
    }

    byte[] write() {
      type.visit(
          V17, ACC_FINAL, OWN, null, "java/lang/Object", new String[] {PACKAGE + "FusedLoop"});
      MethodVisitor constructor = type.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
      constructor.visitCode();
      constructor.visitVarInsn(ALOAD, 0);
      constructor.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
      end(constructor);
      writeRun();
      writeConstants();
      type.visitEnd();
      return type.toByteArray();
    }

    private void writeRun() {
      run = type.visitMethod(ACC_PUBLIC, "run", RUN, null, null);
      run.visitCode();
      plan.handedOn()
          .forEach(
              (step, array) -> {
                run.visitVarInsn(ALOAD, SCRATCH);
                run.visitLdcInsn(array);
                run.visitInsn(AALOAD);
                run.visitVarInsn(ASTORE, free);
                arrays.put(step, free++);
              });
      run.visitVarInsn(ILOAD, FROM);
      run.visitVarInsn(ISTORE, INDEX);
      Label head = new Label();
      Label behind = new Label();
      run.visitLabel(head);
      run.visitVarInsn(ILOAD, INDEX);
      run.visitVarInsn(ILOAD, FROM);
      run.visitVarInsn(ILOAD, LENGTH);
      run.visitInsn(IADD);
      run.visitJumpInsn(IF_ICMPGE, behind);
      for (int i = 0; i < steps.size(); i++) {
        if (plan.loopOf(i) == loop) {
          compute(i);
        }
      }
      if (loop == plan.loops() - 1) {
        push(result);
        if (backward) {
          load(UPSTREAM, false);
          run.visitMethodInsn(
              INVOKESTATIC, PACKAGE + "VectorCode", "multiply", descriptor(2), false);
        }
        store(OUT, false);
      }
      run.visitIincInsn(INDEX, VectorMath.SPECIES.length());
      run.visitJumpInsn(GOTO, head);
      run.visitLabel(behind);
      end(run);
    }

    private void compute(int step) {
      int[] inputs = steps.get(step).inputs();
      for (int input : inputs) {
        push(input);
      }
      run.visitMethodInsn(
          INVOKESTATIC,
          PACKAGE + "VectorCode",
          methodName(steps.get(step).code()),
          descriptor(inputs.length),
          false);
      keep(step);
      if (arrays.containsKey(step)) {
        push(step);
        store(arrays.get(step), true);
      }
    }

    private void keep(int step) {
      values.put(step, free);
      run.visitVarInsn(ASTORE, free++);
    }

    /** Puts the value of a step on the stack. */
    private void push(int step) {
      if (steps.get(step).code() == Code.CONSTANT) {
        String field = constants.computeIfAbsent(step, each -> "C" + each);
        run.visitFieldInsn(GETSTATIC, OWN, field, "L" + VECTOR + ";");
        return;
      }
      if (!values.containsKey(step)) {
        boolean x = steps.get(step).code() == Code.X;
        load(x ? X : arrays.get(step), !x);
        keep(step);
      }
      run.visitVarInsn(ALOAD, values.get(step));
    }

    private void load(int array, boolean scratch) {
      run.visitFieldInsn(GETSTATIC, PACKAGE + "VectorMath", "SPECIES", SPECIES);
      run.visitVarInsn(ALOAD, array);
      index(scratch);
      run.visitMethodInsn(
          INVOKESTATIC, VECTOR, "fromArray", "(" + SPECIES + "[FI)L" + VECTOR + ";", false);
    }

    private void store(int array, boolean scratch) {
      run.visitVarInsn(ALOAD, array);
      index(scratch);
      run.visitMethodInsn(INVOKEVIRTUAL, VECTOR, "intoArray", "([FI)V", false);
    }

    private void index(boolean scratch) {
      run.visitVarInsn(ILOAD, INDEX);
      if (scratch) {
        run.visitVarInsn(ILOAD, FROM);
        run.visitInsn(ISUB);
      }
    }

    private void writeConstants() {
      MethodVisitor start = type.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
      start.visitCode();
      constants.forEach(
          (step, field) -> {
            type.visitField(
                    ACC_PRIVATE | ACC_STATIC | ACC_FINAL, field, "L" + VECTOR + ";", null, null)
                .visitEnd();
            start.visitLdcInsn(steps.get(step).constant());
            start.visitMethodInsn(
                INVOKESTATIC, PACKAGE + "VectorMath", "all", "(F)L" + VECTOR + ";", false);
            start.visitFieldInsn(PUTSTATIC, OWN, field, "L" + VECTOR + ";");
          });
      end(start);
    }
  }

  private static void end(MethodVisitor method) {
    method.visitInsn(RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private static String descriptor(int inputs) {
    return "(" + ("L" + VECTOR + ";").repeat(inputs) + ")L" + VECTOR + ";";
  }

  /** {@code LOG1P_OF_FRACTION} is {@code log1pOfFraction}. */
  static String methodName(Code code) {
    StringBuilder name = new StringBuilder();
    for (String word : code.name().toLowerCase(java.util.Locale.ROOT).split("_", -1)) {
      name.append(
          name.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }
}
