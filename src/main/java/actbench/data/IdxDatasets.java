package actbench.data;

import static actbench.data.DataFile.Role.TEST_IMAGES;
import static actbench.data.DataFile.Role.TEST_LABELS;
import static actbench.data.DataFile.Role.TRAIN_IMAGES;
import static actbench.data.DataFile.Role.TRAIN_LABELS;

import actbench.data.Dataset.Content;
import actbench.data.Dataset.Format;
import actbench.data.Dataset.Origin;
import actbench.data.Dataset.Source;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The catalogue's entries for sets in the IDX format: MNIST and its kin. */
final class IdxDatasets {
  static final InputShape GREY_28 = new InputShape(28, 28, 1);
  private static final List<String> CLOTHES =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  private IdxDatasets() {}

  static Dataset mnist() {
    return new Dataset(
        "mnist",
        List.of(),
        new Content(Format.IDX, GREY_28, DatasetCatalog.DIGITS, 60_000, 10_000),
        new Source(
            Origin.FETCHED,
            "CC BY-SA 3.0",
            idxFiles(
                60_000,
                "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                10_000,
                "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
            idxDownloads(
                List.of(9_912_422L, 28_881L, 1_648_877L, 4_542L),
                "https://storage.googleapis.com/cvdf-datasets/mnist/",
                "https://ossci-datasets.s3.amazonaws.com/mnist/",
                "https://apache-mxnet.s3-accelerate.dualstack.amazonaws.com/gluon/dataset/mnist/")));
  }

  static Dataset fashionMnist() {
    return new Dataset(
        "fashion-mnist",
        List.of(),
        new Content(Format.IDX, GREY_28, CLOTHES, 60_000, 10_000),
        new Source(
            Origin.FETCHED,
            "MIT",
            idxFiles(
                60_000,
                "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
                "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
                10_000,
                "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
                "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
            idxDownloads(
                List.of(26_421_880L, 29_515L, 4_422_102L, 5_148L),
                "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
                "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/")));
  }

  /** Its checksums were published of the compressed files alone. */
  static Dataset kMnist() {
    return new Dataset(
        "k-mnist",
        List.of("kmnist"),
        new Content(
            Format.IDX,
            GREY_28,
            List.of("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo"),
            60_000,
            10_000),
        new Source(
            Origin.FETCHED,
            "CC BY-SA 4.0",
            List.of(
                DataFile.packed(
                    "train-images-idx3-ubyte.gz",
                    TRAIN_IMAGES,
                    18_165_135,
                    "51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4"),
                DataFile.packed(
                    "train-labels-idx1-ubyte.gz",
                    TRAIN_LABELS,
                    29_497,
                    "e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17"),
                DataFile.packed(
                    "t10k-images-idx3-ubyte.gz",
                    TEST_IMAGES,
                    3_041_136,
                    "edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5"),
                DataFile.packed(
                    "t10k-labels-idx1-ubyte.gz",
                    TEST_LABELS,
                    5_120,
                    "20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c")),
            downloads(
                List.of(
                    "train-images-idx3-ubyte.gz",
                    "train-labels-idx1-ubyte.gz",
                    "t10k-images-idx3-ubyte.gz",
                    "t10k-labels-idx1-ubyte.gz"),
                List.of(18_165_135L, 29_497L, 3_041_136L, 5_120L),
                name -> name,
                "https://codh.rois.ac.jp/kmnist/dataset/kmnist/",
                "http://codh.rois.ac.jp/kmnist/dataset/kmnist/")));
  }

  static Dataset fashionMnistSmall() {
    return new Dataset(
        "fashion-mnist-small",
        List.of(),
        new Content(Format.IDX, GREY_28, CLOTHES, 6_000, 1_000),
        new Source(
            Origin.SHIPPED,
            "MIT",
            idxFiles(
                6_000,
                "cf313073c7eb485392848071d5c433571d7166043e971e3345b095cc30518084",
                "097b93fbcf9bd5bc648b1a457ddc55c9e4ab49afb33f9ecae8ce068399a75e3a",
                1_000,
                "7cee33c3c6414b1b86c25e665a6c4f41584269de3b7cc9768b1d351922845eef",
                "3128d790775889812b73c4f13923559c8b9e281d112c6ea7862acf60a206a909"),
            List.of()));
  }

  private static List<DataFile> idxFiles(
      int train,
      String trainImages,
      String trainLabels,
      int test,
      String testImages,
      String testLabels) {
    int picture = GREY_28.size();
    return List.of(
        DataFile.of(
            "train-images-idx3-ubyte", TRAIN_IMAGES, 16 + (long) train * picture, trainImages),
        DataFile.of("train-labels-idx1-ubyte", TRAIN_LABELS, 8L + train, trainLabels),
        DataFile.of("t10k-images-idx3-ubyte", TEST_IMAGES, 16 + (long) test * picture, testImages),
        DataFile.of("t10k-labels-idx1-ubyte", TEST_LABELS, 8L + test, testLabels));
  }

  private static List<Download> idxDownloads(List<Long> lengths, String... bases) {
    List<String> names =
        List.of(
            "train-images-idx3-ubyte",
            "train-labels-idx1-ubyte",
            "t10k-images-idx3-ubyte",
            "t10k-labels-idx1-ubyte");
    return downloads(names, lengths, name -> name + ".gz", bases);
  }

  private static List<Download> downloads(
      List<String> names, List<Long> lengths, UnaryOperator<String> file, String... bases) {
    return IntStream.range(0, names.size())
        .mapToObj(
            i -> {
              String fetched = file.apply(names.get(i));
              List<URI> mirrors = Stream.of(bases).map(base -> URI.create(base + fetched)).toList();
              return new Download(fetched, lengths.get(i), "", List.of(names.get(i)), mirrors);
            })
        .toList();
  }
}
