package dev.annals.query.making;

import java.util.ArrayList;
import java.util.List;

/** Compares what was shown with what was issued, part by part. */
final class JwsParts {
  private static final List<String> NAMES = List.of("header", "payload", "signature");

  private JwsParts() {}

  /** The parts in which two compact tokens differ. */
  static List<String> differing(String shown, String issued) {
    var one = shown.split("\\.", -1);
    var other = issued.split("\\.", -1);
    var names = new ArrayList<String>();
    for (int i = 0; i < NAMES.size(); i++) {
      if (i >= one.length || i >= other.length || !one[i].equals(other[i])) {
        names.add(NAMES.get(i));
      }
    }
    return List.copyOf(names);
  }

  static boolean haveOneSignature(String shown, String issued) {
    return shown
        .substring(shown.lastIndexOf('.'))
        .equals(issued.substring(issued.lastIndexOf('.')));
  }
}
