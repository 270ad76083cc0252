package actbench.report;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A picture in a report.
 *
 * @param name short, for ids and file names: lower case with hyphens
 * @param title what it shows, in a phrase
 * @param description what can be seen, for those who cannot see it
 */
record Figure(String name, String title, String description, Svg svg) {
  Figure {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(svg, "svg");
  }

  /** The picture alone as an SVG file in the colours of the light theme. */
  String file() {
    return new String(svg.svg(title, description), StandardCharsets.UTF_8);
  }
}
