package actbench.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A figure as a file of its own, in the light colours of the reports. */
final class StandaloneSvg {
  private static final Pattern COLOUR =
      Pattern.compile("--(s\\d|ink|soft|rule|paper): (#\\p{XDigit}{6})");
  private static final String STYLE =
      """
      text { font: 12px system-ui, "Segoe UI", Roboto, Arial, sans-serif; fill: ink; }
      .tick, .name { fill: soft; }
      .axis { stroke: soft; }
      .grid { stroke: rule; }
      .line { stroke-width: 2; fill: none; }
      .line.s1 { stroke-dasharray: 7 3; }
      .line.s3 { stroke-dasharray: 2 3; }
      .line.published { stroke-width: 1; stroke-opacity: .75; }
      .band { fill-opacity: .14; }
      .mark { stroke: paper; }
      """;

  private StandaloneSvg() {}

  static String write(Figure figure) {
    String element = figure.svg().element(figure.name(), figure.title(), figure.description());
    int body = element.indexOf("</desc>\n") + "</desc>\n".length();
    return element.substring(0, body)
        + "<style>\n"
        + style()
        + "</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
        + element.substring(body);
  }

  /** Colours by value: not every program that shows SVG knows variables. */
  private static String style() {
    String style = STYLE;
    StringBuilder series = new StringBuilder();
    String page = HtmlRenderer.style();
    Matcher colours = COLOUR.matcher(page.substring(0, page.indexOf('}')));
    while (colours.find()) {
      String name = colours.group(1);
      String colour = colours.group(2);
      if (name.matches("s\\d")) {
        series.append(".line.%s { stroke: %s; }\n".formatted(name, colour));
        series.append(".band.%s, .mark.%s { fill: %s; }\n".formatted(name, name, colour));
      } else {
        style = style.replace(": " + name + ";", ": " + colour + ";");
      }
    }
    return style + series;
  }
}
