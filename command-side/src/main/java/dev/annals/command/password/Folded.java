package dev.annals.command.password;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** A text as the blocklist sees it: compatibility forms and case do not matter. */
record Folded(String text) {

  static Folded of(String text) {
    return new Folded(
        Normalizer.normalize(
            Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT),
            Normalizer.Form.NFKC));
  }

  int length() {
    return text.codePointCount(0, text.length());
  }

  Folded without(String word) {
    return new Folded(text.replace(word, ""));
  }

  /**
   * The shortest beginning that, written again and again, gives the whole; the last time may be cut
   * short. The whole itself, if nothing repeats.
   */
  Folded unit() {
    int[] points = text.codePoints().toArray();
    int period = points.length - longestBorder(points);
    return 2 * period > points.length ? this : new Folded(new String(points, 0, period));
  }

  /** The longest proper beginning that is also an ending: Knuth, Morris and Pratt's table. */
  private static int longestBorder(int[] points) {
    int[] border = new int[points.length + 1];
    Arrays.fill(border, 0, 1, -1);
    for (int i = 0; i < points.length; i++) {
      int candidate = border[i];
      while (candidate >= 0 && points[candidate] != points[i]) {
        candidate = border[candidate];
      }
      border[i + 1] = candidate + 1;
    }
    return Math.max(0, border[points.length]);
  }

  @Override
  public String toString() {
    return "Folded[***]";
  }
}
