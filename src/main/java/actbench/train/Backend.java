package actbench.train;

import actbench.engine.EnginePath;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.linalg.factory.Nd4j;

/** What this process trains with. */
public final class Backend {
  private Backend() {}

  /** Java, libraries and threads, for the record; loads the native library. */
  public static Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    facts.put(
        "java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    facts.put("deeplearning4j", version());
    facts.put("engine_path", EnginePath.current().name().toLowerCase(Locale.ROOT));
    facts.put("backend", Nd4j.getBackend().getClass().getSimpleName());
    facts.put(
        "native_library",
        System.getProperty("org.bytedeco.javacpp.platform.extension", "")
            + " of "
            + System.getProperty("os.arch"));
    facts.put(
        "blas",
        Nd4j.getExecutioner().getEnvironmentInformation().getProperty("blas.vendor", "unknown"));
    facts.put("threads", System.getenv().getOrDefault("OMP_NUM_THREADS", "not set"));
    return facts;
  }

  private static String version() {
    String version = Nd4j.class.getPackage().getImplementationVersion();
    return version == null ? "1.0.0-M2.1" : version;
  }
}
