package actbench.activation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Code that stays out of its callers, and gives the same results. */
final class ApartTest {
  /** HotSpot's FreqInlineSize: methods of more bytes are not taken into their callers. */
  private static final int LIMIT = 325;

  @ParameterizedTest
  @ValueSource(classes = {VectorLoop.class, StagedLoop.class})
  void makesEveryLoopTooLongToBeTakenIn(Class<?> loops) throws IOException {
    assertThat(lengths(Apart.padded(bytes(loops)))).isNotEmpty().allMatch(each -> each > LIMIT);
  }

  @Test
  void changesNoResult() {
    VectorFunction function = new VectorMishes.Mish();
    VectorLoops padded = new FreshLoops<VectorLoops>(VectorLoop.class).of(function.getClass());
    float[] x = new float[96];
    for (int i = 0; i < x.length; i++) {
      x[i] = i - x.length / 2f;
    }
    float[] expected = new float[x.length];
    new VectorLoop().forward(function, x, expected, 0, x.length);
    float[] found = new float[x.length];
    padded.forward(function, x, found, 0, x.length);
    assertThat(found).containsExactly(expected);
    new VectorLoop().backward(function, x, x, expected, 0, x.length);
    padded.backward(function, x, x, found, 0, x.length);
    assertThat(found).containsExactly(expected);
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return in.readAllBytes();
    }
  }

  /** For each method but the constructor the instructions that take one byte. */
  private static List<Integer> lengths(byte[] code) {
    List<Integer> lengths = new ArrayList<>();
    new ClassReader(code)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                return name.equals("<init>") ? null : new Measure(lengths);
              }
            },
            ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
    return lengths;
  }

  /** Counts instructions without operands, which have one byte each. */
  private static final class Measure extends MethodVisitor {
    private final List<Integer> lengths;
    private int length;

    Measure(List<Integer> lengths) {
      super(Opcodes.ASM9);
      this.lengths = lengths;
    }

    @Override
    public void visitInsn(int opcode) {
      length++;
    }

    @Override
    public void visitEnd() {
      lengths.add(length);
    }
  }
}
