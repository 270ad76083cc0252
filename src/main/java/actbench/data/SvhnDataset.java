package actbench.data;

import static actbench.data.DataFile.Role.TEST_RECORDS;
import static actbench.data.DataFile.Role.TRAIN_RECORDS;

import actbench.data.Dataset.Content;
import actbench.data.Dataset.Format;
import actbench.data.Dataset.Origin;
import actbench.data.Dataset.Source;
import java.util.List;

/** The catalogue's entry for the cropped digits of SVHN, without its extra training set. */
final class SvhnDataset {
  private static final String HOST = "ufldl.stanford.edu/housenumbers/";
  private static final String TRAIN = "train_32x32.mat";
  private static final String TEST = "test_32x32.mat";
  private static final long TRAIN_BYTES = 182_040_794;
  private static final long TEST_BYTES = 64_275_384;

  private SvhnDataset() {}

  static Dataset svhn() {
    return new Dataset(
        "svhn",
        List.of(),
        new Content(Format.SVHN, new InputShape(32, 32, 3), DatasetCatalog.DIGITS, 73_257, 26_032),
        new Source(
            Origin.FETCHED,
            "non-commercial use only",
            List.of(
                DataFile.of(
                    TRAIN,
                    TRAIN_RECORDS,
                    TRAIN_BYTES,
                    "435e94d69a87fde4fd4d7f3dd208dfc32cb6ae8af2240d066de1df7508d083b8"),
                DataFile.of(
                    TEST,
                    TEST_RECORDS,
                    TEST_BYTES,
                    "cdce80dfb2a2c4c6160906d0bd7c68ec5a99d7ca4831afa54f09182025b6a75b")),
            List.of(
                Download.asItIs(HOST, TRAIN, TRAIN_BYTES),
                Download.asItIs(HOST, TEST, TEST_BYTES))));
  }
}
