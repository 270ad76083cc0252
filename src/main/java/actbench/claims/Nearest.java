package actbench.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the runs that speak for something published, from their set-up alone: the outcome has no
 * say. Claims and the study's tables share the choice.
 */
final class Nearest {
  /** The published budget first, then the fewest other differences. */
  private static final Comparator<Occasion> SET_UP =
      Comparator.comparing(Occasion::form).thenComparing(occasion -> occasion.missed().size());

  /** A grid with one setting that is nearest speaks before one with several, however near. */
  private static final Comparator<List<Occasion>> GRIDS =
      Comparator.<List<Occasion>, Boolean>comparing(nearest -> nearest.size() > 1)
          .thenComparing(nearest -> nearest.get(0), SET_UP)
          .thenComparing(List::size)
          .thenComparing(nearest -> -seeds(nearest));

  private Nearest() {}

  /**
   * The occasions that count: one, or several of one grid that are just as near; of equal grids
   * those of the first. None of none.
   */
  static List<Occasion> of(List<Occasion> occasions) {
    Map<String, List<Occasion>> byGrid = new LinkedHashMap<>();
    for (Occasion occasion : occasions) {
      byGrid.computeIfAbsent(occasion.place().grid(), key -> new ArrayList<>()).add(occasion);
    }
    return byGrid.values().stream().map(Nearest::nearest).min(GRIDS).orElse(List.of());
  }

  private static List<Occasion> nearest(List<Occasion> ofGrid) {
    Occasion nearest = ofGrid.stream().min(SET_UP).orElseThrow();
    return ofGrid.stream().filter(each -> SET_UP.compare(each, nearest) == 0).toList();
  }

  /** The seeds of the setting that has fewest. */
  static int seeds(List<Occasion> occasions) {
    return occasions.stream().mapToInt(Occasion::seeds).min().orElse(0);
  }

  /** Whether runs were set up as published in all but budget: one setting, nothing missed. */
  static boolean isAsPublished(List<Occasion> nearest) {
    return nearest.size() == 1 && nearest.get(0).missed().isEmpty();
  }

  /**
   * A setting that was swept over values none of which is the published one; a mean over these
   * answers nothing.
   */
  static Optional<String> sweptPast(List<Occasion> nearest) {
    return nearest.get(0).missed().stream()
        .filter(name -> nearest.stream().allMatch(each -> each.missed().contains(name)))
        .filter(
            name ->
                nearest.stream()
                        .map(each -> each.place().values().getOrDefault(name, RowMatch.NONE))
                        .distinct()
                        .count()
                    > 1)
        .findFirst();
  }
}
