package dev.annals.command.password;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Knows a finger's walk when it sees one: neighbours in the alphabet, among the digits or on a
 * keyboard, either way round.
 */
final class Walk {
  /** A text of walks is predictable when they are at least this long on average. */
  private static final int STEPS = 4;

  private static final List<String> KEYBOARDS =
      List.of(
          "1234567890-=",
          "qwertyuiop[]",
          "asdfghjkl;'",
          "zxcvbnm,./",
          "!@#$%^&*()_+",
          "1qaz",
          "2wsx",
          "3edc",
          "4rfv",
          "5tgb",
          "6yhn",
          "7ujm",
          "8ik,",
          "9ol.",
          "0p;/",
          "qwertzuiop",
          "yxcvbnm",
          "azertyuiop",
          "qsdfghjklm",
          "wxcvbn",
          "йцукенгшщзхъ",
          "фывапролджэ",
          "ячсмитьбю");

  private static final Set<Long> NEIGHBOURS = neighbours();

  private Walk() {}

  /** Whether the text is one walk, or a few of some length one after the other. */
  static boolean isAllOf(Folded folded) {
    int[] points = folded.text().codePoints().toArray();
    int walks = 1;
    for (int i = 1; i < points.length; i++) {
      walks += isStep(points[i - 1], points[i]) ? 0 : 1;
    }
    return points.length > 0 && walks * STEPS <= points.length;
  }

  private static boolean isStep(int from, int to) {
    return Math.abs(from - to) <= 1 || NEIGHBOURS.contains(pair(from, to));
  }

  private static Set<Long> neighbours() {
    Set<Long> pairs = new HashSet<>();
    for (String keys : KEYBOARDS) {
      for (int i = 1; i < keys.length(); i++) {
        pairs.add(pair(keys.charAt(i - 1), keys.charAt(i)));
        pairs.add(pair(keys.charAt(i), keys.charAt(i - 1)));
      }
    }
    return Set.copyOf(pairs);
  }

  private static long pair(int from, int to) {
    return (long) from << Integer.SIZE | to;
  }
}
