package actbench.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Something that is costly to make for each shape of input, kept for the shapes used last.
 *
 * <p>A run meets few: the batch, the last batch of an epoch, and those of the evaluation.
 */
final class BatchSizes<T> {
  private static final int KEPT = 6;

  private final Map<List<Long>, T> byShape =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Long>, T> eldest) {
          return size() > KEPT;
        }
      };

  private long[] lastShape = {};
  private T last;

  T get(long[] shape, Function<long[], T> make) {
    if (!Arrays.equals(shape, lastShape)) {
      last =
          byShape.computeIfAbsent(
              Arrays.stream(shape).boxed().toList(), key -> make.apply(shape.clone()));
      lastShape = shape.clone();
    }
    return last;
  }
}
