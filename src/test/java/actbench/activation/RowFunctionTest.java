package actbench.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Softmax and log-softmax against values from outside, and where they might overflow. */
final class RowFunctionTest {
  @Test
  void agreesWithReferenceValues() {
    List<String> lines = ReferenceValues.lines("rows.txt");
    assertThat(lines).hasSize(22 * 5);
    for (int i = 0; i < lines.size(); i += 5) {
      RowFunction function =
          (RowFunction) ActivationCatalog.find(lines.get(i)).orElseThrow().create(Map.of());
      double[] row = ReferenceValues.numbers(lines.get(i + 1));
      double[] gradient = row.clone();
      function.forward(row);
      assertThat(row)
          .containsExactly(ReferenceValues.numbers(lines.get(i + 2)), Offset.offset(1e-13));
      function.backward(gradient, ReferenceValues.numbers(lines.get(i + 3)));
      assertThat(gradient)
          .containsExactly(ReferenceValues.numbers(lines.get(i + 4)), Offset.offset(1e-13));
    }
  }

  @Test
  void staysFiniteForVastRows() {
    double[] row = {1e300, -1e300, 0};
    RowFunction.SOFTMAX.forward(row);
    assertThat(row).containsExactly(1, 0, 0);
    double[] logarithms = {1e4, -1e4};
    RowFunction.LOG_SOFTMAX.forward(logarithms);
    assertThat(logarithms).containsExactly(0, -2e4);
  }
}
