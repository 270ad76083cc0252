package actbench.data;

import static actbench.data.DataFile.Role.TEST_RECORDS;
import static actbench.data.DataFile.Role.TRAIN_RECORDS;

import actbench.data.Dataset.Content;
import actbench.data.Dataset.Format;
import actbench.data.Dataset.Origin;
import actbench.data.Dataset.Source;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The catalogue's entries for CIFAR-10 and CIFAR-100 in their binary version. */
final class CifarDatasets {
  private static final InputShape COLOUR_32 = new InputShape(32, 32, 3);
  private static final List<String> TEN =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  /** The fine labels; the coarse ones are not used. */
  private static final List<String> HUNDRED =
      List.of(
          "apple",
          "aquarium_fish",
          "baby",
          "bear",
          "beaver",
          "bed",
          "bee",
          "beetle",
          "bicycle",
          "bottle",
          "bowl",
          "boy",
          "bridge",
          "bus",
          "butterfly",
          "camel",
          "can",
          "castle",
          "caterpillar",
          "cattle",
          "chair",
          "chimpanzee",
          "clock",
          "cloud",
          "cockroach",
          "couch",
          "crab",
          "crocodile",
          "cup",
          "dinosaur",
          "dolphin",
          "elephant",
          "flatfish",
          "forest",
          "fox",
          "girl",
          "hamster",
          "house",
          "kangaroo",
          "keyboard",
          "lamp",
          "lawn_mower",
          "leopard",
          "lion",
          "lizard",
          "lobster",
          "man",
          "maple",
          "motorcycle",
          "mountain",
          "mouse",
          "mushroom",
          "oak",
          "orange",
          "orchid",
          "otter",
          "palm",
          "pear",
          "pickup_truck",
          "pine",
          "plain",
          "plate",
          "poppy",
          "porcupine",
          "possum",
          "rabbit",
          "raccoon",
          "ray",
          "road",
          "rocket",
          "rose",
          "sea",
          "seal",
          "shark",
          "shrew",
          "skunk",
          "skyscraper",
          "snail",
          "snake",
          "spider",
          "squirrel",
          "streetcar",
          "sunflower",
          "sweet_pepper",
          "table",
          "tank",
          "telephone",
          "television",
          "tiger",
          "tractor",
          "train",
          "trout",
          "tulip",
          "turtle",
          "wardrobe",
          "whale",
          "willow",
          "wolf",
          "woman",
          "worm");

  private CifarDatasets() {}

  static Dataset cifar10() {
    List<String> trainSha256 =
        List.of(
            "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5",
            "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed",
            "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67",
            "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48",
            "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add");
    List<DataFile> files = new ArrayList<>();
    for (int batch = 1; batch <= trainSha256.size(); batch++) {
      // A set with fewer batches is not canonical, but can be used.
      files.add(
          new DataFile(
              String.format(Locale.ROOT, "data_batch_%d.bin", batch),
              TRAIN_RECORDS,
              30_730_000,
              trainSha256.get(batch - 1),
              batch == 1,
              false));
    }
    files.add(
        DataFile.of(
            "test_batch.bin",
            TEST_RECORDS,
            30_730_000,
            "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b"));
    return new Dataset(
        "cifar-10",
        List.of("cifar10"),
        new Content(Format.CIFAR_10, COLOUR_32, TEN, 50_000, 10_000),
        new Source(
            Origin.FETCHED,
            "none stated",
            files,
            List.of(
                archive("cifar-10-binary.tar.gz", 170_052_171, "cifar-10-batches-bin", files))));
  }

  static Dataset cifar100() {
    List<DataFile> files =
        List.of(
            DataFile.of(
                "train.bin",
                TRAIN_RECORDS,
                153_700_000,
                "f31298fc616915fa142368359df1c4ca2ae984d6915ca468b998a5ec6aeebf29"),
            DataFile.of(
                "test.bin",
                TEST_RECORDS,
                30_740_000,
                "d8b1e6b7b3bee4020055f0699b111f60b1af1e262aeb93a0b659061746f8224a"));
    return new Dataset(
        "cifar-100",
        List.of("cifar100"),
        new Content(Format.CIFAR_100, COLOUR_32, HUNDRED, 50_000, 10_000),
        new Source(
            Origin.FETCHED,
            "none stated",
            files,
            List.of(archive("cifar-100-binary.tar.gz", 168_513_733, "cifar-100-binary", files))));
  }

  private static Download archive(String file, long bytes, String folder, List<DataFile> files) {
    return new Download(
        file,
        bytes,
        folder,
        files.stream().map(DataFile::name).toList(),
        List.of(URI.create("https://www.cs.toronto.edu/~kriz/" + file)));
  }
}
