package actbench.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws a PNG file, with two dots for each pixel of the plot. */
final class PixelCanvas implements Canvas {
  private static final int SCALE = 2;

  private final BufferedImage image;
  private final Graphics2D graphics;

  PixelCanvas(int width, int height) {
    // Plots are drawn where there is no screen too.
    System.setProperty("java.awt.headless", "true");
    image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.scale(SCALE, SCALE);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
  }

  @Override
  public void line(List<double[]> points, int colour, double width, double... dashes) {
    float[] pattern = new float[dashes.length];
    for (int i = 0; i < dashes.length; i++) {
      pattern[i] = (float) dashes[i];
    }
    graphics.setColor(new Color(colour));
    graphics.setStroke(
        new BasicStroke(
            (float) width,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            1,
            pattern.length == 0 ? null : pattern,
            0));
    graphics.draw(path(points));
  }

  @Override
  public void fill(List<double[]> points, int colour, double opacity) {
    Path2D area = path(points);
    area.closePath();
    graphics.setColor(new Color((int) Math.round(opacity * 255) << 24 | colour, true));
    graphics.fill(area);
  }

  private static Path2D path(List<double[]> points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points.get(0)[0], points.get(0)[1]);
    points.stream().skip(1).forEach(point -> path.lineTo(point[0], point[1]));
    return path;
  }

  @Override
  public void text(double x, double y, double anchor, double size, int colour, String text) {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size);
    graphics.setFont(font);
    graphics.setColor(new Color(colour));
    double length = font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
    graphics.drawString(text, (float) (x - anchor * length), (float) y);
  }

  @Override
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
