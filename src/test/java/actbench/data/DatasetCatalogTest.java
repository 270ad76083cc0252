package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.spec.Term;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DatasetCatalogTest {
  private final DatasetCatalog catalog = DatasetCatalog.standard();

  @Test
  void knowsTheStudysSets() {
    assertThat(catalog.names())
        .containsExactly(
            "mnist",
            "fashion-mnist",
            "fashion-mnist-small",
            "k-mnist",
            "emnist-balanced",
            "emnist-bymerge",
            "emnist-byclass",
            "emnist-letters",
            "emnist-digits",
            "emnist-mnist",
            "svhn",
            "cifar-10",
            "cifar-100",
            "carvana",
            "oxford-pets",
            "digits",
            "iris",
            "iris-petal-width",
            "xor",
            "logic-gates");
  }

  @Test
  void findsSetsByAlias() {
    assertThat(catalog.find("cifar10")).isEqualTo(catalog.find("cifar-10"));
    assertThat(catalog.find("cifar100").orElseThrow().name()).isEqualTo("cifar-100");
    assertThat(catalog.find("imagenet")).isEmpty();
  }

  @Test
  void refusesTwoSetsOfOneName() {
    Dataset dataset = SyntheticData.idxDataset("twice");
    assertThatThrownBy(() -> new DatasetCatalog(List.of(dataset, dataset)))
        .hasMessage("two data sets are called 'twice'");
  }

  @Test
  void countsAgreeWithTheLengthsOfTheFiles() {
    for (Dataset dataset : catalog.datasets()) {
      long bytes = dataset.source().files().stream().mapToLong(DataFile::bytes).sum();
      int count = dataset.content().train() + dataset.content().test();
      int picture = dataset.shape().size();
      if (dataset.source().files().stream().anyMatch(DataFile::packed)) {
        continue;
      }
      switch (dataset.content().format()) {
        case SVHN -> assertThat(bytes).isLessThan((long) count * picture);
        case EMNIST, CARVANA, PETS -> throw new AssertionError("its archive is packed");
        case IDX -> assertThat(bytes).isEqualTo(2 * 16 + 2 * 8 + (long) count * (picture + 1));
        case CIFAR_10 -> assertThat(bytes).isEqualTo((long) count * (picture + 1));
        case CIFAR_100 -> assertThat(bytes).isEqualTo((long) count * (picture + 2));
        case DIGITS -> assertThat(count).isEqualTo(1797);
        case IRIS, IRIS_PETAL_WIDTH -> assertThat(count).isEqualTo(150);
        case XOR, LOGIC_GATES -> assertThat(bytes).isZero();
        case OWN -> throw new AssertionError("it is in no catalogue");
      }
    }
  }

  @Test
  void namesEveryClassOnce() {
    assertThat(catalog.datasets())
        .allSatisfy(dataset -> assertThat(dataset.content().classNames()).doesNotHaveDuplicates());
    assertThat(catalog.find("cifar-100").orElseThrow().classes()).isEqualTo(100);
    // Cohen et al. 2017, table II.
    assertThat(catalog.find("emnist-balanced").orElseThrow().classes()).isEqualTo(47);
    assertThat(catalog.find("emnist-byclass").orElseThrow().classes()).isEqualTo(62);
    assertThat(catalog.find("emnist-letters").orElseThrow().classes()).isEqualTo(26);
  }

  @Test
  void everyFileOfFetchedSetsIsInOneDownload() {
    for (Dataset dataset : catalog.datasets()) {
      if (!dataset.source().downloads().isEmpty()) {
        assertThat(dataset.source().downloads().stream().flatMap(each -> each.contents().stream()))
            .containsExactlyElementsOf(
                dataset.source().files().stream().map(DataFile::name).toList());
      }
    }
  }

  @Test
  void prefersEncryptedMirrors() {
    for (Dataset dataset : catalog.datasets()) {
      for (Download download : dataset.source().downloads()) {
        assertThat(download.mirrors().get(0)).extracting(URI::getScheme).isEqualTo("https");
      }
    }
  }

  @Test
  void boundsTheCountsThatSpecsMayAskFor() {
    Term term = catalog.find("mnist").orElseThrow().term();
    assertThat(term.parameters())
        .extracting(parameter -> parameter.name() + ": " + parameter.allowed())
        .containsExactly(
            "train: a whole number of at least 1 and at most 60000",
            "validation: a whole number of at least 0 and at most 59999",
            "test: a whole number of at least 1 and at most 10000",
            "split-seed: a whole number of at least 0");
    assertThat(catalog.find("cifar10").orElseThrow().term().aliases()).containsExactly("cifar10");
  }

  /** The command line builds its vocabulary from the catalogue and must start fast. */
  @Test
  void needsNoLibrary() throws Exception {
    URL ours = DatasetCatalog.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader alone =
        new URLClassLoader(new URL[] {ours}, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = alone.loadClass(DatasetCatalog.class.getName());
      Object found = type.getMethod("standard").invoke(null);
      assertThat(type).isNotEqualTo(DatasetCatalog.class);
      assertThat(type.getMethod("names").invoke(found)).isEqualTo(catalog.names());
      assertThat(type.getMethod("datasets").invoke(found).toString())
          .isEqualTo(catalog.datasets().toString());
    }
  }
}
