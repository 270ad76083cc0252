package actbench.report;

import actbench.compare.Comparison;
import actbench.compare.Setting;
import actbench.compare.Standing;
import java.util.List;
import java.util.stream.Collectors;

/** The sentence on top: what was seen, and no more than that. */
final class Headline {
  private Headline() {}

  static String of(Comparison comparison) {
    List<Setting> contested = comparison.contested();
    int settings = contested.size();
    if (comparison.treatments().size() < 2) {
      return "Only "
          + comparison.treatments().get(0)
          + " has results so far, so there is nothing to compare.";
    }
    if (settings == 0) {
      return "No setting has results of two "
          + comparison.question().treatment()
          + "s on the same "
          + comparison.question().replicate()
          + ", so there is nothing to compare.";
    }
    double most = comparison.standings().get(0).wins();
    List<Standing> leaders =
        comparison.standings().stream().filter(each -> each.wins() == most).toList();
    String names = leaders.stream().map(Standing::treatment).collect(Collectors.joining(" and "));
    if (most == 0) {
      return "Nobody wins: all runs diverged in " + Figures.count(settings, "setting") + ".";
    }
    return (leaders.size() == 1
            ? names + " has the best mean in "
            : names + " lead together, each with the best mean in ")
        + Figures.wins(most)
        + " of "
        + Figures.count(settings, "setting")
        + (comparison.standings().stream().anyMatch(each -> each.shared() > 0)
            ? " (ties shared)"
            : "")
        + "; "
        + caution(contested);
  }

  private static String caution(List<Setting> contested) {
    int least = contested.stream().mapToInt(setting -> setting.seeds().size()).min().orElse(0);
    int most = contested.stream().mapToInt(setting -> setting.seeds().size()).max().orElse(0);
    String seeds = least == most ? Figures.count(least, "seed") : least + " to " + most + " seeds";
    if (most == 1) {
      return "with " + seeds + " a setting, chance alone can decide any of them.";
    }
    return "with " + seeds + " a setting, small differences may be chance.";
  }
}
