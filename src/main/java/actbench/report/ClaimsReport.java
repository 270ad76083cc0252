package actbench.report;

import actbench.claims.Claim;
import actbench.claims.ClaimCheck;
import actbench.claims.ClaimCheck.Size;
import actbench.claims.ClaimCheck.Verdict;
import actbench.claims.Correction;
import actbench.report.Table.Entry;
import actbench.result.CsvTable;
import actbench.result.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes what results say of published claims, and lists the claims themselves. */
public final class ClaimsReport {
  /** The header of {@link #row}. */
  static final List<String> HEADER = List.of("claim", "verdict", "published", "here", "interval");

  private static final int NAMED_CLAIMS = 2;

  private ClaimsReport() {}

  /** The checks of the claims that the results touch; in CSV all claims. */
  public static String write(String name, List<ClaimCheck> checks, Format format) {
    return format == Format.CSV ? csv(checks) : render(checked(name, checks), format, name);
  }

  /** All claims and the known errors of their sources; in CSV the claims. */
  public static String list(List<Claim> claims, List<Correction> corrections, Format format) {
    return format == Format.CSV
        ? CsvTable.write(
            List.of("id", "first", "second", "metric", "first_score", "second_score", "source"),
            claims.stream()
                .map(
                    claim ->
                        List.of(
                            claim.id(),
                            claim.first(),
                            claim.second(),
                            claim.metric().name(),
                            claim.firstScore(),
                            claim.secondScore(),
                            claim.source()))
                .toList())
        : render(listed(claims, corrections), format, "Published claims");
  }

  /** Whether claims can be written so. */
  public static boolean knows(Format format) {
    return format != Format.JSON;
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
    blocks.add(new Block.Paragraph(summary(checks, touched.size())));
    if (touched.isEmpty()) {
      return new Document(blocks);
    }
    blocks.add(
        new Block.Paragraph(
            "Differences are the first minus the second, in points of a per cent for accuracies;"
                + " positive means that the first is better; before them the two scores, with the"
                + " means over seeds here. Intervals are at 95 %, over seeds. Smaller and"
                + " larger compare the difference found with the published one."));
    Map<String, List<List<Entry>>> groups = new LinkedHashMap<>();
    for (ClaimCheck check : touched) {
      groups.computeIfAbsent(place(check.claim()), key -> new ArrayList<>()).add(row(check));
    }
    groups.forEach(
        (place, rows) -> {
          blocks.add(new Block.Heading(2, place));
          blocks.add(new Block.Grid(new Table("Claims about " + place, 1, HEADER, rows)));
        });
    blocks.add(new Block.Heading(2, "How the set-ups differ"));
    blocks.add(new Block.Bullets(setUps(touched)));
    return new Document(blocks);
  }

  /** One point for all claims whose set-ups differ alike. */
  private static List<String> setUps(List<ClaimCheck> checks) {
    Map<String, List<String>> alike = new LinkedHashMap<>();
    for (ClaimCheck check : checks) {
      alike
          .computeIfAbsent(String.join("; ", check.differences()), key -> new ArrayList<>())
          .add(label(check.claim()));
    }
    List<String> points = new ArrayList<>();
    alike.forEach(
        (differences, labels) ->
            points.add(
                (labels.size() > NAMED_CLAIMS
                        ? Figures.count(labels.size(), "claim")
                        : String.join("; ", labels))
                    + ": "
                    + differences));
    return points;
  }

  private static String summary(List<ClaimCheck> checks, int touched) {
    String counts =
        Arrays.stream(Verdict.values())
            .filter(verdict -> verdict != Verdict.NOT_TESTED)
            .map(
                verdict ->
                    checks.stream().filter(check -> check.verdict() == verdict).count()
                        + " "
                        + verdict.words())
            .collect(Collectors.joining(", "));
    String others =
        " Not tested, for lack of runs that speak to it: "
            + checks.stream()
                .filter(check -> check.verdict() == Verdict.NOT_TESTED)
                .collect(
                    Collectors.groupingBy(
                        check -> String.join(", ", check.differences()),
                        TreeMap::new,
                        Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "))
            + ".";
    return touched == 0
        ? "None of the " + checks.size() + " published claims is touched by these results." + others
        : "These results touch "
            + touched
            + " of "
            + checks.size()
            + " published claims: "
            + counts
            + "."
            + (touched < checks.size() ? others : "");
  }

  /** Claim, verdict, published difference, that found, its interval. */
  static List<Entry> row(ClaimCheck check) {
    Claim claim = check.claim();
    Figures figures = new Figures(claim.metric());
    return List.of(
        Entry.of(pair(claim)),
        new Entry(words(check), check.verdict() == Verdict.CONTRADICTED),
        Entry.of(scores(figures, claim.firstScore(), claim.secondScore(), claim.gain())),
        Entry.of(scores(figures, check.firstMean(), check.secondMean(), check.gain())),
        Entry.of(
            check.interval().exists()
                ? figures.signed(check.interval().low())
                    + " to "
                    + figures.signed(check.interval().high())
                : Figures.NONE));
  }

  /** {@code 98.64 - 98.65: -0.01}; without a mean, as after divergence, the difference alone. */
  private static String scores(Figures figures, double first, double second, double gain) {
    return Double.isNaN(first) || Double.isNaN(second)
        ? figures.signed(gain)
        : figures.value(first) + " - " + figures.value(second) + ": " + figures.signed(gain);
  }

  /** The direction, and the size where it is worth a word. */
  private static String words(ClaimCheck check) {
    boolean sized = check.verdict() == Verdict.CONFIRMED && check.size() != Size.AGREES;
    return check.verdict().words() + (sized ? ", " + size(check.size()) : "");
  }

  private static String size(Size size) {
    return size == Size.UNKNOWN ? Figures.NONE : size.name().toLowerCase(Locale.ROOT);
  }

  private static String place(Claim claim) {
    boolean usual = claim.metric().name().equals("test_accuracy");
    return claim.dataset()
        + " "
        + claim.model()
        + (usual ? "" : ", " + claim.metric().name().replace('_', ' '));
  }

  private static String pair(Claim claim) {
    return claim.first()
        + " - "
        + claim.second()
        + (claim.setting().isEmpty() ? "" : ", " + claim.setting() + "=" + claim.value())
        + (claim.note().isEmpty() ? "" : " (" + claim.note() + ")");
  }

  private static String label(Claim claim) {
    return place(claim) + ": " + pair(claim);
  }

  private static Document listed(List<Claim> claims, List<Correction> corrections) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "Published claims"));
    blocks.add(
        new Block.Paragraph(
            claims.size()
                + " published pairs of scores, each of one run unless the note says otherwise."
                + " --format csv adds the sources."));
    List<List<Entry>> rows =
        claims.stream()
            .map(
                claim ->
                    List.of(
                        Entry.of(label(claim)),
                        Entry.of(score(claim, claim.firstScore())),
                        Entry.of(score(claim, claim.secondScore())),
                        Entry.of(claim.epochs() == 0 ? Figures.NONE : "" + claim.epochs())))
            .toList();
    blocks.add(
        new Block.Grid(
            new Table("Claims", 1, List.of("claim", "first", "second", "epochs"), rows)));
    blocks.add(new Block.Heading(2, "What the sources get wrong"));
    blocks.add(
        new Block.Bullets(
            corrections.stream()
                .map(each -> "Claimed: " + each.claimed() + ". " + each.evidence())
                .toList()));
    return new Document(blocks);
  }

  private static String score(Claim claim, double score) {
    boolean share = claim.metric().unit().equals(Metric.PROPORTION);
    return new Figures(claim.metric()).value(score) + (share ? " %" : "");
  }

  private static String csv(List<ClaimCheck> checks) {
    List<List<Object>> rows = new ArrayList<>();
    for (ClaimCheck check : checks) {
      Claim claim = check.claim();
      rows.add(
          Arrays.asList(
              claim.id(),
              check.verdict().words(),
              size(check.size()),
              claim.metric().name(),
              claim.firstScore(),
              claim.secondScore(),
              number(check.firstMean()),
              number(check.secondMean()),
              claim.gain(),
              number(check.gain()),
              number(check.interval().low()),
              number(check.interval().high()),
              check.runs(),
              String.join("; ", check.differences()),
              claim.source(),
              claim.note()));
    }
    return CsvTable.write(
        List.of(
            "id",
            "verdict",
            "size",
            "metric",
            "published_first",
            "published_second",
            "first",
            "second",
            "published_difference",
            "difference",
            "interval_low",
            "interval_high",
            "runs",
            "set_up",
            "source",
            "note"),
        rows);
  }

  private static Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
