package actbench.cli;

import actbench.data.DataException;
import actbench.data.OwnData;
import actbench.data.OwnKind;
import actbench.spec.Choice;
import actbench.spec.Location;
import actbench.spec.OpenForm;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** How a spec names data sets of the user's own: by the path of their files. */
final class OwnSets {
  /** A CSV file, a folder of pictures, a folder of IDX files. */
  static final List<OpenForm> FORMS =
      Stream.of(OwnKind.values())
          .map(
              kind ->
                  new OpenForm(
                      kind.key(), pattern(kind), kind.doc(), kind.parameters(), new Files(kind)))
          .toList();

  private OwnSets() {}

  /** What makes a text that stands where a name should look like such a path. */
  private static String pattern(OwnKind kind) {
    return switch (kind) {
      case CSV -> "[.]([cC][sS][vV]|[tT][sS][vV]|txt|data)([.]gz)?$";
      case IMAGES -> "[/\\\\]";
      case IDX -> "idx[13]-ubyte";
    };
  }

  private record Files(OwnKind kind) implements OpenForm.Language {
    @Override
    public Choice choice(Path folder, String text, SortedMap<String, Object> beside)
        throws OpenForm.Refusal {
      try {
        return OwnData.choice(kind, folder, text, beside);
      } catch (InvalidPathException e) {
        throw new OpenForm.Refusal(
            new OpenForm.Fault("no path: " + e.getReason(), 0, Optional.empty()));
      } catch (DataException e) {
        throw new OpenForm.Refusal(fault(e));
      }
    }

    private static OpenForm.Fault fault(DataException e) {
      Optional<Location> elsewhere =
          e.place().map(at -> new Location(at.file(), at.line(), at.column()));
      String message = e.place().map(DataException.Place::problem).orElse(e.getMessage());
      return new OpenForm.Fault(message, 0, Optional.empty(), elsewhere);
    }

    @Override
    public Choice pattern(Path folder, String text, SortedMap<String, Object> beside) {
      return OwnData.pattern(kind, folder, text, beside);
    }
  }
}
