package actbench.data;

import actbench.data.Dataset.Content;
import actbench.data.Dataset.Format;
import actbench.data.Dataset.Origin;
import actbench.data.Dataset.Source;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The catalogue's entries for the sets of EMNIST, which share one archive. */
final class EmnistDatasets {
  static final String LETTERS = "emnist-letters";

  private static final String ARCHIVE = "gzip.zip";
  private static final long BYTES = 561_753_746;

  /** The letters whose small form does not look like the large one. */
  private static final List<String> SMALL =
      List.of("a", "b", "d", "e", "f", "g", "h", "n", "q", "r", "t");

  private EmnistDatasets() {}

  static List<Dataset> all() {
    List<String> digits = DatasetCatalog.DIGITS;
    List<String> large = letters('A');
    List<String> merged = join(digits, large, SMALL);
    return List.of(
        dataset("emnist-balanced", merged, 112_800, 18_800),
        dataset("emnist-bymerge", merged, 697_932, 116_323),
        dataset("emnist-byclass", join(digits, large, letters('a')), 697_932, 116_323),
        dataset(LETTERS, large, 124_800, 20_800),
        dataset("emnist-digits", digits, 240_000, 40_000),
        dataset("emnist-mnist", digits, 60_000, 10_000));
  }

  private static List<String> letters(char first) {
    return IntStream.range(0, 26).mapToObj(i -> String.valueOf((char) (first + i))).toList();
  }

  private static List<String> join(List<String> digits, List<String> large, List<String> small) {
    return Stream.of(digits, large, small).flatMap(List::stream).toList();
  }

  private static Dataset dataset(String name, List<String> classes, int train, int test) {
    return new Dataset(
        name,
        List.of(),
        new Content(Format.EMNIST, IdxDatasets.GREY_28, classes, train, test),
        new Source(
            Origin.FETCHED,
            "emnist",
            "none stated",
            List.of(
                DataFile.packed(
                    ARCHIVE,
                    DataFile.Role.ARCHIVE,
                    BYTES,
                    "fb9bb67e33772a9cc0b895e4ecf36d2cf35be8b709693c3564cea2a019fcda8e")),
            List.of(
                new Download(
                    ARCHIVE,
                    BYTES,
                    "",
                    List.of(ARCHIVE),
                    List.of(
                        URI.create("https://biometrics.nist.gov/cs_links/EMNIST/gzip.zip"),
                        URI.create(
                            "https://www.itl.nist.gov/iaui/vip/cs_links/EMNIST/gzip.zip"))))));
  }
}
