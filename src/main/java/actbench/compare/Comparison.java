package actbench.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the rows say in answer to a question.
 *
 * @param name of the experiment
 * @param runs how many runs count
 * @param fixed the settings that have one value in all runs
 * @param varied names of the settings that vary, without treatment and replicate
 * @param treatments best first, in the order of the standings
 * @param settings in natural order of their values
 * @param standings one a treatment: most wins first, then the better mean, then by name
 * @param duels one for each pair of treatments, the earlier of the two first
 * @param tests one a duel, in their order
 * @param ranking all treatments together
 * @param omissions runs that do not count, by id
 * @param notes what a reader must know of the data, in sentences
 * @param looks those at which seeds were added until pairs were decided; empty if the number of
 *     seeds was fixed beforehand
 * @param parts one for each value of the setting asked for; empty without such a question
 */
public record Comparison(
    String name,
    Question question,
    int runs,
    SortedMap<String, String> fixed,
    List<String> varied,
    List<String> treatments,
    List<Setting> settings,
    List<Standing> standings,
    List<Duel> duels,
    List<PairTest> tests,
    Ranking ranking,
    Pairing pairing,
    List<Omission> omissions,
    List<String> notes,
    List<Look> looks,
    List<Part> parts) {
  public Comparison {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(pairing, "pairing");
    fixed = Collections.unmodifiableSortedMap(new TreeMap<>(fixed));
    varied = List.copyOf(varied);
    treatments = List.copyOf(treatments);
    settings = List.copyOf(settings);
    standings = List.copyOf(standings);
    duels = List.copyOf(duels);
    tests = List.copyOf(tests);
    Objects.requireNonNull(ranking, "ranking");
    omissions = List.copyOf(omissions);
    notes = List.copyOf(notes);
    looks = List.copyOf(looks);
    parts = List.copyOf(parts);
  }

  /** The same with looks, and a note that says what they mean for the other numbers. */
  public Comparison with(List<Look> taken, String note) {
    List<String> all = new ArrayList<>(notes);
    all.add(note);
    return new Comparison(
        name,
        question,
        runs,
        fixed,
        varied,
        treatments,
        settings,
        standings,
        duels,
        tests,
        ranking,
        pairing,
        omissions,
        all,
        taken,
        parts);
  }

  /** The settings in which at least two treatments compete. */
  public List<Setting> contested() {
    return settings.stream().filter(Setting::contested).toList();
  }

  /** Whether every treatment competes in this setting and no run of it diverged. */
  public boolean isWhole(Setting setting) {
    return setting.contested()
        && setting.cells().size() == treatments.size()
        && setting.cells().stream().allMatch(cell -> cell.diverged() == 0);
  }

  /** The duel of two treatments, seen from the first. */
  public Duel duel(String first, String second) {
    for (Duel duel : duels) {
      if (duel.first().equals(first) && duel.second().equals(second)) {
        return duel;
      } else if (duel.first().equals(second) && duel.second().equals(first)) {
        return duel.reversed();
      }
    }
    throw new NoSuchElementException(first + " against " + second);
  }
}
