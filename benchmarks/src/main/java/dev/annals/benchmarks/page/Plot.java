package dev.annals.benchmarks.page;

import static dev.annals.benchmarks.page.Words.say;
import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * Lines over time or size as SVG, upwards from zero, so that what is flat looks flat; readable on a
 * light page and on a dark one.
 */
public record Plot(String title, Axis across, String unit, List<Line> lines) implements Picture {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 300;
  private static final int LEFT = 70;
  private static final int RIGHT = 640;
  private static final int TOP = 44;
  private static final int BOTTOM = 250;
  private static final int STEPS = 4;
  private static final List<String> COLOURS =
      List.of("#2f81f7", "#d29922", "#a371f7", "#3fb950", "#f85149", "#8b949e");

  /**
   * From left to right.
   *
   * @param marks where the values are written, at least two
   * @param logarithmic for sizes
   */
  public record Axis(String unit, List<Double> marks, boolean logarithmic) {
    private double place(double value) {
      double from = scaled(marks.getFirst());
      double over = scaled(marks.getLast()) - from;
      return LEFT + (over == 0 ? 0 : (scaled(value) - from) / over) * (RIGHT - LEFT);
    }

    private double scaled(double value) {
      return logarithmic ? Math.log(value) : value;
    }
  }

  public record Line(String name, List<Point> points) {}

  public record Point(double x, double y) {}

  @Override
  public String svg() {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-label="%3$s">
    <style>
    text { font: 12px system-ui, sans-serif; fill: #1f2328 }
    .title { font-weight: 600; font-size: 14px }
    .grid { stroke: #8b949e; stroke-opacity: 0.35 }
    polyline { fill: none; stroke-width: 2 }
    @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } }
    </style>
    <text class="title" x="8" y="22">%3$s</text>
    %4$s</svg>
    """
        .formatted(WIDTH, HEIGHT, title, upwards() + along() + drawn());
  }

  private double top() {
    double most =
        lines.stream()
            .flatMap(line -> line.points().stream())
            .mapToDouble(Point::y)
            .max()
            .orElse(0);
    return round(most <= 0 ? 1 : most);
  }

  /** The next of 1, 2, 4, 6, 8 and 10 times a power of ten, which four steps divide well. */
  private static double round(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    for (int times : List.of(1, 2, 4, 6, 8)) {
      if (most <= times * power) {
        return times * power;
      }
    }
    return 10 * power;
  }

  private double height(double value) {
    return BOTTOM - value / top() * (BOTTOM - TOP);
  }

  private String upwards() {
    var grid = new StringBuilder();
    for (int i = 0; i <= STEPS; i++) {
      double value = top() * i / STEPS;
      double y = height(value);
      grid.append(
          say(
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>%n",
              LEFT, RIGHT, y, y));
      grid.append(text(LEFT - 8, y + 4, "end", number(value)));
    }
    return grid + text(LEFT - 8, TOP - 10, "end", unit);
  }

  private String along() {
    return across.marks().stream()
            .map(mark -> text(across.place(mark), BOTTOM + 18, "middle", number(mark)))
            .collect(joining())
        + text((LEFT + RIGHT) / 2.0, BOTTOM + 38, "middle", across.unit());
  }

  private String drawn() {
    var all = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      all.append(drawn(lines.get(i), COLOURS.get(i % COLOURS.size())));
      all.append(text(RIGHT + 32, TOP + 14 + i * 20, "start", lines.get(i).name()));
      all.append(
          say(
              "<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"4\" fill=\"%s\"/>%n",
              RIGHT + 12, TOP + 8 + i * 20, COLOURS.get(i % COLOURS.size())));
    }
    return all.toString();
  }

  private String drawn(Line line, String colour) {
    var points =
        line.points().stream()
            .map(point -> say("%.1f,%.1f", across.place(point.x()), height(point.y())))
            .collect(joining(" "));
    return say("<polyline stroke=\"%s\" points=\"%s\"/>%n", colour, points);
  }

  private static String text(double x, double y, String anchor, String words) {
    return say("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words);
  }

  private static String number(double value) {
    if (value >= 1_000_000) {
      return say("%s M", plain(value / 1e6));
    }
    return value >= 10_000 ? say("%s k", plain(value / 1e3)) : plain(value);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? say("%.0f", value) : say("%.3g", value);
  }

  @Override
  public String words() {
    return title + ": " + lines.stream().map(Line::name).collect(joining(", "));
  }
}
