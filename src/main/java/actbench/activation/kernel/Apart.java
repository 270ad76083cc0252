package actbench.activation.kernel;

import static org.objectweb.asm.Opcodes.NOP;

import java.lang.invoke.MethodHandles;
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
 * too much for it, and when it tries is a matter of chance. So all loops are defined here.
 */
final class Apart {
  /** Bytes of code that do nothing, more than HotSpot's FreqInlineSize of 325. */
  private static final int PADDING = 330;

  private Apart() {}

  /** An instance of a hidden class with this code and a constructor without arguments. */
  static Object define(byte[] code) {
    try {
      return MethodHandles.lookup()
          .defineHiddenClass(padded(code), true)
          .lookupClass()
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot define the loops of a kernel", e);
    }
  }

  /** The class with all of its methods but initializers too long to be taken in. */
  static byte[] padded(byte[] code) {
    ClassWriter result = new ClassWriter(0);
    new ClassReader(code)
        .accept(
            new ClassVisitor(Opcodes.ASM9, result) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                MethodVisitor method = super.visitMethod(access, name, type, signature, exceptions);
                return name.startsWith("<") ? method : new Padded(method);
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
      for (int i = 0; i < PADDING; i++) {
        visitInsn(NOP);
      }
    }
  }
}
