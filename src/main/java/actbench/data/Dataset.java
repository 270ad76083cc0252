package actbench.data;

import actbench.spec.Choice;
import actbench.spec.Parameter;
import actbench.spec.Task;
import actbench.spec.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the catalogue knows of a data set without reading it.
 *
 * @param name lower case with hyphens; of the user's own data that of its file
 * @param aliases other names that a spec may use
 * @param content what is in it
 * @param source where it comes from
 */
public record Dataset(String name, List<String> aliases, Content content, Source source) {
  /** The parameter with the side of scaled pictures. */
  static final String SIZE = "size";

  /** How the files are to be read. */
  public enum Format {
    /** Four files: pictures and labels apart. */
    IDX,
    /** An archive with such files; the pictures lie on their sides. */
    EMNIST,
    /** Two MATLAB files: pictures and labels together. */
    SVHN,
    /** Two zip archives: pictures and masks. */
    CARVANA,
    /** Two tar.gz archives: pictures, and masks with the lists of the parts. */
    PETS,
    /** Records of label and picture. */
    CIFAR_10,
    /** Records of coarse label, fine label and picture; the fine label counts. */
    CIFAR_100,
    /** A line of 64 values and the label for each digit. */
    DIGITS,
    /** A line of four lengths and the label for each flower. */
    IRIS,
    /** The same file; three of the lengths, and the fourth to be learnt. */
    IRIS_PETAL_WIDTH,
    /** No file: the four points. */
    XOR,
    /** No file: the four points with three labels. */
    LOGIC_GATES,
    /** A table, pictures or IDX files of the user's own. */
    OWN
  }

  /** Where a set's files lie. */
  public enum Origin {
    /** In the user's data folder, once fetched or imported. */
    FETCHED,
    /** In the program's own {@code datasets} folder. */
    SHIPPED,
    /** In the program. */
    BUILT_IN,
    /** Where the user says. */
    OWN
  }

  /**
   * The examples of a set.
   *
   * @param format how the files are to be read
   * @param shape of one example
   * @param answer what there is to learn
   * @param classNames by label; of {@link Answer#LABELS} and {@link Answer#NUMBERS} the names of
   *     the targets, in their order
   * @param features names of a table's columns to learn from, in their order; empty of all else
   * @param train training examples in the published set
   * @param test test examples in the published set
   */
  public record Content(
      Format format,
      InputShape shape,
      Answer answer,
      List<String> classNames,
      List<String> features,
      int train,
      int test) {
    public Content {
      Objects.requireNonNull(format, "format");
      Objects.requireNonNull(shape, "shape");
      Objects.requireNonNull(answer, "answer");
      classNames = List.copyOf(classNames);
      features = List.copyOf(features);
    }

    /** Examples that have no columns with names. */
    public Content(
        Format format,
        InputShape shape,
        Answer answer,
        List<String> classNames,
        int train,
        int test) {
      this(format, shape, answer, classNames, List.of(), train, test);
    }

    /** The examples of a set of classes, or of masks where the format has them. */
    public Content(Format format, InputShape shape, List<String> classNames, int train, int test) {
      this(
          format,
          shape,
          format == Format.CARVANA || format == Format.PETS ? Answer.MASK : Answer.CLASS,
          classNames,
          train,
          test);
    }
  }

  /**
   * The files of a set.
   *
   * @param origin where they lie
   * @param folder name of their folder; empty for the set's own name
   * @param licence as its authors state it
   * @param files in the order in which they are read
   * @param downloads what to fetch to have the files
   */
  public record Source(
      Origin origin,
      String folder,
      String licence,
      List<DataFile> files,
      List<Download> downloads) {
    public Source {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(folder, "folder");
      Objects.requireNonNull(licence, "licence");
      files = List.copyOf(files);
      downloads = List.copyOf(downloads);
    }

    /** The files of a set in a folder of the set's name. */
    public Source(Origin origin, String licence, List<DataFile> files, List<Download> downloads) {
      this(origin, "", licence, files, downloads);
    }

    /** The file of this name. */
    DataFile file(String name) {
      return files.stream()
          .filter(file -> file.name().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no file '" + name + "'"));
    }
  }

  public Dataset {
    Objects.requireNonNull(name, "name");
    aliases = List.copyOf(aliases);
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(source, "source");
  }

  /** The shape of one example. */
  public InputShape shape() {
    return content.shape();
  }

  /** The number of classes, labels or targets. */
  public int classes() {
    return content.classNames().size();
  }

  /** What there is to learn of each example. */
  public Answer answer() {
    return content.answer();
  }

  /** What a network is asked to do with it, if nobody asks for anything else. */
  public Task task() {
    return switch (answer()) {
      case CLASS -> classes() == 2 ? Task.BINARY : Task.MULTICLASS;
      case LABELS -> Task.MULTILABEL;
      case NUMBERS -> Task.REGRESSION;
      case MASK -> Task.SEGMENTATION;
    };
  }

  /** The folder that holds its files, among those of other sets. */
  String folder() {
    return source.folder().isEmpty() ? name : source.folder();
  }

  /** Whether each picture has a mask to be learnt, instead of a class. */
  public boolean masks() {
    return answer() == Answer.MASK;
  }

  /** The set as a choice asks for it: with pictures of that size. */
  Dataset sized(Choice choice) {
    if (!masks() || !choice.parameters().containsKey(SIZE)) {
      return this;
    }
    int side = Math.toIntExact(choice.integer(SIZE));
    InputShape shape = new InputShape(side, side, content.shape().channels());
    Content scaled =
        new Content(content.format(), shape, content.classNames(), content.train(), content.test());
    return new Dataset(name, aliases, scaled, source);
  }

  private String named() {
    return switch (answer()) {
      case CLASS, MASK -> " classes";
      case LABELS -> " labels";
      case NUMBERS -> classes() == 1 ? " number" : " numbers";
    };
  }

  /** What a spec may write: the name, and how many examples it wants. */
  public Term term() {
    String doc =
        shape().label()
            + ", "
            + classes()
            + named()
            + ", "
            + content.train()
            + " examples to train and "
            + content.test()
            + " to test";
    List<Parameter> parameters = new ArrayList<>(Cut.parameters(content.train(), content.test()));
    if (masks()) {
      parameters.add(
          Parameter.integer(SIZE, "rows and columns to which pictures are scaled")
              .atLeast(8)
              .atMost(2048)
              .defaultTo((long) shape().height()));
    }
    return new Term(name, aliases, parameters, doc);
  }
}
