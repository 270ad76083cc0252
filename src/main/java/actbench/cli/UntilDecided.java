package actbench.cli;

import actbench.compare.Comparer;
import actbench.compare.Look;
import actbench.compare.Question;
import actbench.compare.SequentialDesign;
import actbench.grid.Plan;
import actbench.grid.RunConfig;
import actbench.result.ResultException;
import actbench.result.ResultFolder;
import actbench.result.ResultReader;
import actbench.result.Roles;
import actbench.result.Rows;
import actbench.spec.SpecException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Adds seeds to a grid until every pair of activations is settled, by a rule fixed beforehand. */
final class UntilDecided {
  private static final int LEAST_MOST = 12;

  /** Makes the session for a plan. */
  interface Sessions {
    GridSession of(Plan plan) throws SpecException;
  }

  private final SpecSource source;
  private final ResultFolder folder;
  private final Sessions sessions;
  private final PrintWriter err;

  UntilDecided(SpecSource source, ResultFolder folder, Sessions sessions, PrintWriter err) {
    this.source = source;
    this.folder = folder;
    this.sessions = sessions;
    this.err = err;
  }

  /**
   * Works on the grid.
   *
   * @param most the most seeds, or null for four times those of the spec
   * @return the exit code
   */
  int run(Plan first, Integer most, boolean force, boolean yes, boolean quiet)
      throws IOException, InterruptedException, SpecException {
    SequentialFile rule = rule(first, most, force);
    boolean over = force;
    for (int seeds : rule.design().looks()) {
      GridSession session = sessions.of(SpecSource.plan(source.withSeeds(seeds)));
      int code = session.train(over, yes, quiet, () -> rule.write(folder));
      over = false;
      if (code != ExitCode.OK) {
        return code;
      }
      Optional<Look> last = look(rule, seeds);
      last.ifPresent(look -> tell(quiet, words(look, rule.design())));
      if (seeds == rule.design().most() || last.map(Look::settled).orElse(true)) {
        return session.conclude();
      }
    }
    throw new IllegalStateException("a design has a last look");
  }

  private SequentialFile rule(Plan first, Integer most, boolean force) {
    int seeds = seeds(first);
    int limit = most == null ? Math.max(LEAST_MOST, 4 * seeds) : most;
    if (limit < seeds) {
      throw new UserException(
          "bad '--max-seeds', found '" + limit + "'; the spec has " + seeds + " seeds already");
    }
    Optional<SequentialFile> kept = force ? Optional.empty() : SequentialFile.read(folder);
    SequentialDesign design = SequentialDesign.of(seeds, limit);
    if (kept.isPresent() && !kept.get().design().equals(design)) {
      throw new UserException(
          "looks at "
              + kept.get().design().looks()
              + " seeds were fixed for "
              + folder.path()
              + ", now it would be "
              + design.looks()
              + "; changing the rule after a look would be peeking. Keep it, or start over with"
              + " --force");
    }
    boolean late = !force && Files.exists(folder.journal()) && Files.exists(folder.runsCsv());
    return kept.orElse(new SequentialFile(design, late));
  }

  private static int seeds(Plan plan) {
    TreeSet<Long> seeds = new TreeSet<>();
    plan.runs().stream().map(RunConfig::seed).forEach(seeds::add);
    List<Long> counted = IntStream.rangeClosed(1, seeds.size()).mapToObj(Long::valueOf).toList();
    if (!List.copyOf(seeds).equals(counted)) {
      throw new UserException(
          "--until-decided counts seeds from 1, this spec asks for " + seeds + "; say seeds: N");
    }
    return Math.max(2, seeds.size());
  }

  /** The last look there is; empty if nothing can be compared. */
  private Optional<Look> look(SequentialFile rule, int seeds) {
    Rows rows = ResultReader.read(List.of(folder.path()), Roles.OWN);
    try {
      Question question = Question.about(Comparer.metric(rows, Roles.OWN.metric()));
      List<Look> looks = rule.looks(rows, question);
      folder.writeLooks(SequentialFile.csv(looks));
      return looks.isEmpty() ? Optional.empty() : Optional.of(looks.get(looks.size() - 1));
    } catch (ResultException e) {
      tell(false, "no look at " + Words.count(seeds, "seed") + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private static String words(Look look, SequentialDesign design) {
    String text =
        "Look "
            + look.number()
            + " of at most "
            + design.looks().size()
            + ", "
            + Words.count(look.seeds(), "seed")
            + ": "
            + look.settledPairs()
            + " of "
            + Words.count(look.pairs().size(), "pair")
            + " settled";
    if (look.settled()) {
      return text;
    }
    return look.seeds() == design.most()
        ? text + "; there are no more seeds"
        : text + "; going on to " + design.looks().get(look.number()) + " seeds";
  }

  private void tell(boolean quiet, String text) {
    if (!quiet) {
      err.println(text);
      err.flush();
    }
  }
}
