package actbench.activation.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Defines a class of loops anew for every class of function: same code, own statistics.
 *
 * <p>Vectors stay in registers only if the compiler inlines the function into the loop, and it does
 * so only where it has seen one class of function. For the loop's own callers see {@link Apart}.
 */
final class FreshLoops<T> {
  private final ConcurrentHashMap<Class<?>, T> byFunction = new ConcurrentHashMap<>();
  private final Class<? extends T> template;

  /** Loops like those of this class, which has a constructor without arguments. */
  FreshLoops(Class<? extends T> template) {
    this.template = template;
  }

  /** The loops of one class of function. */
  T of(Class<?> function) {
    return byFunction.computeIfAbsent(function, each -> define());
  }

  @SuppressWarnings("unchecked") // A copy of a class implements what the class implements.
  private T define() {
    try (InputStream in = template.getResourceAsStream(template.getSimpleName() + ".class")) {
      return (T) Apart.define(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
