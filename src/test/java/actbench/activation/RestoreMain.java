package actbench.activation;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/** Restores saved networks in a JVM that has registered nothing, and prints what they answer. */
final class RestoreMain {
  private RestoreMain() {}

  /**
   * Prints a line for each network.
   *
   * @param files saved by {@link SavedNetworksTest}
   */
  public static void main(String[] files) throws IOException {
    for (String file : files) {
      MultiLayerNetwork network = ModelSerializer.restoreMultiLayerNetwork(new File(file), false);
      System.out.println("answer " + Arrays.hashCode(SavedNetworksTest.answer(network)));
    }
  }
}
