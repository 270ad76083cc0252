package actbench.report;

import actbench.claims.Claim;
import actbench.claims.ClaimCheck;
import actbench.claims.ClaimCheck.Verdict;
import actbench.claims.Correction;
import actbench.report.Table.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes what results say of published claims, and lists the claims themselves. */
public final class ClaimsReport {
  /** Claim and verdict. */
  private static final int LABELS = 2;

  /** Of more contradicted claims only the number is said first. */
  private static final int NAMED = 10;

  private ClaimsReport() {}

  /** The checks of the claims that the results touch; in CSV and JSON of all claims. */
  public static String write(String name, List<ClaimCheck> checks, Format format) {
    return switch (format) {
      case CSV -> ClaimsData.csv(checks);
      case JSON -> ClaimsData.json(name, checks);
      case TEXT, MD, LATEX, HTML -> render(checked(name, checks), format, name);
    };
  }

  /** All claims and the known errors of their sources; in CSV the claims. */
  public static String list(List<Claim> claims, List<Correction> corrections, Format format) {
    return switch (format) {
      case CSV -> ClaimsData.listCsv(claims);
      case JSON -> ClaimsData.listJson(claims, corrections);
      case TEXT, MD, LATEX, HTML -> render(listed(claims, corrections), format, "Published claims");
    };
  }

  static String render(Document document, Format format, String title) {
    return switch (format) {
      case TEXT -> TextRenderer.render(document);
      case MD -> MarkdownRenderer.render(document);
      case LATEX -> LatexRenderer.render(document);
      case HTML -> HtmlRenderer.render(document, title);
      case CSV, JSON -> throw new IllegalArgumentException("no document as " + format.word());
    };
  }

  private static Document checked(String name, List<ClaimCheck> checks) {
    List<ClaimCheck> touched =
        checks.stream().filter(check -> check.verdict() != Verdict.NOT_TESTED).toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "Published claims against " + name));
    ClaimsSummary summary = new ClaimsSummary(checks);
    blocks.add(new Block.Paragraph((summary.counts() + " " + summary.adjusted()).strip()));
    if (touched.isEmpty()) {
      untested(blocks, checks);
      return new Document(blocks);
    }
    contradicted(blocks, touched);
    if (summary.tests() == 0) {
      blocks.add(
          new Block.Paragraph(
              "No answer has an interval yet: that takes two seeds of both functions at least, and"
                  + " is narrow enough to decide with five or more."));
    }
    blocks.add(
        new Block.Paragraph(
            "Differences are the first minus the second, in points of a per cent for accuracies;"
                + " positive means that the first is better; before them the two scores, with the"
                + " means over seeds here. Intervals are at 95 %, over seeds; where there is"
                + " none nothing is confirmed or contradicted, and where runs were set up otherwise"
                + " in more than data and epochs they only point one way. ± is how far a"
                + " published difference may be off that was read off a plot; where the plot leaves"
                + " open who was ahead, it is too close to read. Smaller and larger compare the"
                + " difference found with the published one, with room for chance in both."
                + (summary.tests() == 0
                    ? ""
                    : " The adjusted p is marked where a difference lies beyond chance among all"
                        + " that were tested here.")));
    if (touched.stream().anyMatch(check -> check.claim().isRatio())) {
      blocks.add(
          new Block.Paragraph(
              "Times are compared as ratios only: how many times as long the first takes as the"
                  + " second, here from the median speed of training, in runs of one seed with the"
                  + " same threads, engine and version. What else the machine did is not known."));
    }
    Map<String, List<List<Entry>>> groups = new LinkedHashMap<>();
    for (ClaimCheck check : touched) {
      groups
          .computeIfAbsent(ClaimLine.heading(check.claim()), key -> new ArrayList<>())
          .add(ClaimLine.inPlace(check));
    }
    groups.forEach(
        (place, rows) -> {
          blocks.add(new Block.Heading(2, place));
          blocks.add(new Block.Grid(table("Claims about " + place, rows)));
        });
    blocks.add(new Block.Heading(2, "How the set-ups differ"));
    blocks.add(new Block.Bullets(setUps(touched)));
    untested(blocks, checks);
    return new Document(blocks);
  }

  /** What a reader must not miss among many rows. */
  private static void contradicted(List<Block> blocks, List<ClaimCheck> touched) {
    List<ClaimCheck> found =
        touched.stream().filter(check -> check.verdict() == Verdict.CONTRADICTED).toList();
    List<String> points =
        new ArrayList<>(found.stream().limit(NAMED).map(ClaimLine::contradiction).toList());
    if (found.size() > NAMED) {
      points.add("And " + (found.size() - NAMED) + " more, marked below.");
    }
    if (!points.isEmpty()) {
      blocks.add(new Block.Bullets(points));
    }
  }

  private static void untested(List<Block> blocks, List<ClaimCheck> checks) {
    List<String> reasons = reasons(checks);
    if (!reasons.isEmpty()) {
      blocks.add(new Block.Heading(2, "What is not tested, and why"));
      blocks.add(new Block.Bullets(reasons));
    }
  }

  /** Without the columns in which nothing stands, as intervals and p-values of single runs. */
  private static Table table(String caption, List<List<Entry>> rows) {
    List<Integer> columns =
        IntStream.range(0, ClaimLine.IN_PLACE.size())
            .filter(i -> rows.stream().anyMatch(row -> !row.get(i).text().equals(Figures.NONE)))
            .boxed()
            .toList();
    return new Table(
        caption,
        LABELS,
        columns.stream().map(ClaimLine.IN_PLACE::get).toList(),
        rows.stream().map(row -> columns.stream().map(row::get).toList()).toList());
  }

  /** One point for all claims whose set-ups differ alike. */
  private static List<String> setUps(List<ClaimCheck> checks) {
    Map<String, Map<String, Integer>> alike = new LinkedHashMap<>();
    for (ClaimCheck check : checks) {
      alike
          .computeIfAbsent(String.join("; ", check.differences()), key -> new LinkedHashMap<>())
          .merge(ClaimLine.heading(check.claim()), 1, Integer::sum);
    }
    List<String> points = new ArrayList<>();
    alike.forEach(
        (differences, places) ->
            points.add(
                places.entrySet().stream()
                        .map(each -> each.getKey() + count(each.getValue()))
                        .collect(Collectors.joining("; "))
                    + ": "
                    + differences));
    return points;
  }

  private static String count(int claims) {
    return claims == 1 ? "" : " (" + claims + " claims)";
  }

  /** Why claims are not tested, the most frequent reason first. */
  private static List<String> reasons(List<ClaimCheck> checks) {
    Map<String, Long> counts =
        checks.stream()
            .filter(check -> check.verdict() == Verdict.NOT_TESTED)
            .collect(
                Collectors.groupingBy(
                    check -> String.join(", ", check.differences()),
                    TreeMap::new,
                    Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(each -> Figures.count(each.getValue(), "claim") + ": " + each.getKey())
        .toList();
  }

  private static Document listed(List<Claim> claims, List<Correction> corrections) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "Published claims"));
    blocks.add(
        new Block.Paragraph(
            claims.size()
                + " published pairs of scores, each of one run unless the note says otherwise."
                + " A difference after which ± stands was read off a plot. --format csv adds the"
                + " sources and the recipes."));
    List<List<Entry>> rows =
        claims.stream()
            .map(
                claim ->
                    List.of(
                        Entry.of(ClaimLine.label(claim)),
                        Entry.of(ClaimLine.score(claim, claim.firstScore())),
                        Entry.of(ClaimLine.score(claim, claim.secondScore())),
                        Entry.of(ClaimLine.difference(claim)),
                        Entry.of(claim.epochs() == 0 ? Figures.NONE : "" + claim.epochs())))
            .toList();
    blocks.add(
        new Block.Grid(
            new Table(
                "Claims", 1, List.of("claim", "first", "second", "difference", "epochs"), rows)));
    blocks.add(new Block.Heading(2, "What the sources get wrong"));
    blocks.add(
        new Block.Bullets(
            corrections.stream()
                .map(each -> "Claimed: " + each.claimed() + ". " + each.evidence())
                .toList()));
    return new Document(blocks);
  }
}
