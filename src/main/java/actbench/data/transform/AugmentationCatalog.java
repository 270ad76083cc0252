package actbench.data.transform;

import actbench.spec.Choice;
import actbench.spec.Parameter;
import actbench.spec.Term;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The augmentations that a spec may name. All have the same parameters, one a step; they differ in
 * what is on when nothing is said.
 */
public final class AugmentationCatalog {
  static final String FLIP = "flip";
  static final String VERTICAL_FLIP = "vertical-flip";
  static final String CROP = "crop";
  static final String SHIFT = "shift";
  static final String ROTATION = "rotation";
  static final String CUTOUT = "cutout";
  static final String BEYOND = "beyond";
  static final String INTERPOLATION = "interpolation";
  static final String LINEAR = "linear";

  /** All augmentations, in the order of the documentation. */
  public static final List<Term> TERMS =
      List.of(
          term("steps", "only what is said", Map.of()),
          term(
              "keras",
              "that of Keras' CIFAR-10 examples",
              Map.of(FLIP, 0.5, SHIFT, 0.1, BEYOND, "nearest", INTERPOLATION, LINEAR)),
          term("torch", "that of the study's PyTorch notebooks", Map.of(FLIP, 0.4, ROTATION, 30.0)),
          term(
              "pad-and-crop",
              "the usual one of CIFAR-10's residual networks",
              Map.of(FLIP, 0.5, CROP, 4L)),
          term("cutout", "pad-and-crop, and a hole", Map.of(FLIP, 0.5, CROP, 4L, CUTOUT, 16L)));

  private AugmentationCatalog() {}

  private static Term term(String name, String doc, Map<String, Object> on) {
    return Term.of(
        name,
        doc,
        share(FLIP, "chance to mirror left and right", on),
        share(VERTICAL_FLIP, "chance to mirror top and bottom", on),
        Parameter.integer(CROP, "pixels of padding on each side before a crop of the old size")
            .atLeast(0)
            .atMost(1024)
            .defaultTo(on.getOrDefault(CROP, 0L)),
        Parameter.number(SHIFT, "greatest shift, as a share of each side")
            .atLeast(0)
            .below(1)
            .defaultTo(on.getOrDefault(SHIFT, 0.0)),
        Parameter.number(ROTATION, "greatest rotation either way, in degrees")
            .atLeast(0)
            .atMost(180)
            .defaultTo(on.getOrDefault(ROTATION, 0.0)),
        Parameter.integer(CUTOUT, "side of a square set to zero, in pixels")
            .atLeast(0)
            .atMost(1024)
            .defaultTo(on.getOrDefault(CUTOUT, 0L)),
        Parameter.word(BEYOND, "what comes in from beyond the edge", "zero", "nearest", "reflect")
            .defaultTo(on.getOrDefault(BEYOND, "zero")),
        Parameter.word(INTERPOLATION, "between pixels", LINEAR, "nearest")
            .defaultTo(on.getOrDefault(INTERPOLATION, "nearest")));
  }

  private static Parameter share(String name, String doc, Map<String, Object> on) {
    return Parameter.number(name, doc).atLeast(0).atMost(1).defaultTo(on.getOrDefault(name, 0.0));
  }

  /**
   * The augmentation of this name.
   *
   * @param choice name and parameters; absent ones take their defaults
   */
  public static Augmentation augmentation(Choice choice) {
    SortedMap<String, Object> all = new TreeMap<>();
    TERMS.stream()
        .filter(term -> term.name().equals(choice.name()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("unknown augmentation '" + choice.name() + "'"))
        .parameters()
        .forEach(each -> all.put(each.name(), each.defaultValue().orElseThrow()));
    all.putAll(choice.parameters());
    Choice full = new Choice(choice.name(), all);
    return new Augmentation(
        full.number(FLIP),
        full.number(VERTICAL_FLIP),
        Math.toIntExact(full.integer(CROP)),
        full.number(SHIFT),
        full.number(ROTATION),
        Math.toIntExact(full.integer(CUTOUT)),
        Picture.Beyond.valueOf(((String) all.get(BEYOND)).toUpperCase(Locale.ROOT)),
        all.get(INTERPOLATION).equals(LINEAR));
  }
}
