package dev.annals.benchmarks.page;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;

/**
 * Bars in groups as SVG, each group scaled to the longest of its own; readable on a light page and
 * on a dark one.
 */
public record Chart(String title, List<Group> groups) implements Picture {
  private static final int WIDTH = 900;
  private static final int LEFT = 270;
  private static final int LONGEST = 360;
  private static final int BAR = 18;
  private static final int GAP = 14;
  private static final int TOP = 44;
  private static final List<String> COLOURS = List.of("#2f81f7", "#d29922", "#a371f7", "#3fb950");

  /** What is compared with each other. */
  public record Group(String name, List<Bar> bars) {
    double longest() {
      return bars.stream().mapToDouble(Bar::value).max().orElse(0);
    }

    int height() {
      return bars.size() * BAR + GAP;
    }
  }

  /** A value, and how it is written beside it. */
  public record Bar(String name, double value, String label) {}

  @Override
  public String svg() {
    var body = new StringBuilder();
    int y = TOP;
    for (var group : groups) {
      body.append(group(group, y));
      y += group.height();
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-label="%3$s">
    <style>
    text { font: 12px system-ui, sans-serif; fill: #1f2328 }
    .title { font-weight: 600; font-size: 14px }
    @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } }
    </style>
    <text class="title" x="8" y="22">%3$s</text>
    %4$s</svg>
    """
        .formatted(WIDTH, y, title, body);
  }

  private static String group(Group group, int top) {
    var bars = new StringBuilder();
    for (int i = 0; i < group.bars().size(); i++) {
      bars.append(bar(group, i, top + i * BAR));
    }
    return text(8, top + 13, group.name()) + bars;
  }

  private static String bar(Group group, int number, int top) {
    var bar = group.bars().get(number);
    double length = group.longest() == 0 ? 0 : bar.value() / group.longest() * LONGEST;
    var rectangle =
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
            LEFT,
            top + 1,
            length,
            BAR - 3,
            COLOURS.get(number % COLOURS.size()));
    return rectangle + text(LEFT + (int) length + 6, top + 13, bar.label() + " " + bar.name());
  }

  private static String text(int x, int y, String words) {
    return "<text x=\"%d\" y=\"%d\">%s</text>%n".formatted(x, y, words);
  }

  @Override
  public String words() {
    return title + ": " + groups.stream().map(Group::name).collect(joining(", "));
  }
}
