package actbench.data;

import actbench.data.Dataset.Content;
import actbench.data.Dataset.Format;
import actbench.data.Dataset.Origin;
import actbench.data.Dataset.Source;
import java.util.List;

/** The catalogue's entries for sets with masks, whose pictures are scaled to a size. */
final class MaskDatasets {
  private static final InputShape USUAL = new InputShape(256, 256, 3);
  private static final String PETS = "www.robots.ox.ac.uk/~vgg/data/pets/data/";

  private MaskDatasets() {}

  /** Kaggle asks for a login, so there is nothing to fetch. */
  static Dataset carvana() {
    return new Dataset(
        "carvana",
        List.of(),
        new Content(Format.CARVANA, USUAL, List.of("background", "car"), 4_070, 1_018),
        new Source(
            Origin.FETCHED,
            "none stated; rules of the competition",
            List.of(
                DataFile.packed(
                    "train.zip",
                    DataFile.Role.ARCHIVE,
                    424_233_528,
                    "dcb524b44ad0e70af0d89d6d41384ca9a5f483456717b2ba4591eefcdffbc80e"),
                DataFile.packed(
                    "train_masks.zip",
                    DataFile.Role.ARCHIVE,
                    30_537_860,
                    "01b6748a4fd68757e381bfa3ae77ddfba4a62521cc3ea8f31c5842591bc2fc2d")),
            List.of()));
  }

  static Dataset pets() {
    return new Dataset(
        "oxford-pets",
        List.of("oxford-iiit-pet"),
        new Content(Format.PETS, USUAL, List.of("background", "pet"), 3_680, 3_669),
        new Source(
            Origin.FETCHED,
            "CC BY-SA 4.0",
            List.of(
                DataFile.packed(
                    "images.tar.gz",
                    DataFile.Role.ARCHIVE,
                    791_918_971,
                    "67195c5e1c01f1ab5f9b6a5d22b8c27a580d896ece458917e61d459337fa318d"),
                DataFile.packed(
                    "annotations.tar.gz",
                    DataFile.Role.ARCHIVE,
                    19_173_078,
                    "52425fb6de5c424942b7626b428656fcbd798db970a937df61750c0f1d358e91")),
            List.of(
                Download.asItIs(PETS, "images.tar.gz", 791_918_971),
                Download.asItIs(PETS, "annotations.tar.gz", 19_173_078))));
  }
}
