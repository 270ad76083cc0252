package actbench.activation.kernel;

import static org.objectweb.asm.Opcodes.NOP;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Code that the compiler of the JVM must not take into its callers.
 *
 * <p>Vectors stay in registers only if the compiler sees a loop whole, and it stops looking once a
 * method has grown past a limit. A loop within its caller, within that one's caller and so on is
 * too much for it, and when it tries is a matter of chance.
 */
final class Apart {
  /** Bytes of code that do nothing: the compiler takes in no method of more than 325. */
  private static final int PADDING = 330;

  private Apart() {}

  /** Makes the method too long to be taken in; called where its code begins. */
  static void pad(MethodVisitor method) {
    for (int i = 0; i < PADDING; i++) {
      method.visitInsn(NOP);
    }
  }

  /** The class with all of its methods but the constructors padded. */
  static byte[] padded(byte[] code) {
    ClassWriter result = new ClassWriter(0);
    new ClassReader(code)
        .accept(
            new ClassVisitor(Opcodes.ASM9, result) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                MethodVisitor method = super.visitMethod(access, name, type, signature, exceptions);
                return name.equals("<init>") ? method : new Padded(method);
              }
            },
            0);
    return result.toByteArray();
  }

  private static final class Padded extends MethodVisitor {
    Padded(MethodVisitor method) {
      super(Opcodes.ASM9, method);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      pad(this);
    }
  }
}
