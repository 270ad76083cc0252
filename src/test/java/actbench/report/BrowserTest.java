package actbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import actbench.report.Tool.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads pages in a headless Chromium where one is installed. */
final class BrowserTest {
  private static final int PHONE = 400;

  @TempDir Path folder;
  private String chromium;

  @BeforeEach
  void findChromium() {
    Optional<String> found =
        Tool.find(List.of("chromium", "chromium-browser", "google-chrome", "chrome"));
    assumeTrue(found.isPresent(), "no Chromium on the path");
    chromium = found.orElseThrow();
  }

  /** The page after it has loaded, and what the console said. */
  private String load(String html) throws IOException, InterruptedException {
    Path page = folder.resolve("page.html");
    Files.writeString(page, html, StandardCharsets.UTF_8);
    Outcome outcome =
        Tool.run(
            folder,
            List.of(
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--dump-dom",
                page.toUri().toString()));
    assertThat(outcome.exitCode()).as(outcome.out()).isZero();
    return outcome.out();
  }

  private static List<String> console(String out) {
    return out.lines().filter(line -> line.contains(":CONSOLE")).toList();
  }

  @Test
  void saysNothingOnTheConsoleAndShowsTheWholePage() throws Exception {
    for (Map.Entry<String, String> each : Samples.documents(Format.HTML).entrySet()) {
      String html = each.getValue();
      String out = load(html);
      assertThat(console(out)).as(each.getKey()).isEmpty();
      String end = html.substring(html.lastIndexOf("<h2"), html.lastIndexOf("</h2>"));
      assertThat(out).as(each.getKey()).contains(end).doesNotContain("<script");
    }
  }

  @Test
  void wouldHearTheConsole() throws Exception {
    assertThat(console(load("<script>console.error('heard')</script>")))
        .anyMatch(line -> line.contains("heard"));
  }

  /** Tables and pictures scroll by themselves; the page must not. */
  @Test
  void fitsAPhone() throws Exception {
    Map<String, String> pages = Samples.documents(Format.HTML);
    StringBuilder page = new StringBuilder("<!DOCTYPE html><title>phone</title>");
    pages.forEach(
        (name, html) ->
            page.append("<iframe width=\"" + PHONE + "\" height=\"800\" srcdoc=\"")
                .append(html.replace("&", "&amp;").replace("\"", "&quot;"))
                .append("\"></iframe>"));
    page.append(
        "<p id=\"widths\"></p><script>onload = () => {"
            + " document.getElementById('widths').textContent = 'widths '"
            + " + [...document.querySelectorAll('iframe')]"
            + ".map(each => each.contentDocument.documentElement.scrollWidth).join(' ');"
            + "}</script>");
    Matcher widths = Pattern.compile("widths ([0-9 ]+)<").matcher(load(page.toString()));
    assertThat(widths.find()).isTrue();
    List<Integer> found = new ArrayList<>();
    for (String width : widths.group(1).split(" ", -1)) {
      found.add(Integer.valueOf(width));
    }
    assertThat(found).hasSameSizeAs(pages.keySet()).allMatch(width -> width <= PHONE);
  }
}
