package dev.annals.address;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the header of <a href="https://www.rfc-editor.org/rfc/rfc7239#section-4">RFC 7239,
 * 4</a>. Colons need no quotes here, as many proxies have it; escapes are not understood.
 */
final class ForwardedLine {
  private static final String UNREADABLE = "";
  private static final Pattern PAIR =
      Pattern.compile("[ \\t]*+([!#$%&'*+.^_`|~\\w-]++)=(?:\"([^\"\\\\]*+)\"|([^\\s;,\"]++))");
  private static final Pattern END = Pattern.compile("[ \\t]*+([;,]|$)");

  private final List<String> nodes = new ArrayList<>();
  private final List<String> fors = new ArrayList<>();

  private ForwardedLine() {}

  /**
   * The {@code for} of each element; a line with a fault in it is one node that nobody can read.
   */
  static List<String> nodes(String line) {
    var read = new ForwardedLine();
    return read.all(line) ? List.copyOf(read.nodes) : List.of(UNREADABLE);
  }

  private boolean all(String line) {
    Matcher pair = PAIR.matcher(line);
    Matcher end = END.matcher(line);
    int at = 0;
    while (pair.region(at, line.length()).lookingAt()
        && end.region(pair.end(), line.length()).lookingAt()) {
      take(pair);
      at = end.end();
      if (!";".equals(end.group(1))) {
        endElement();
      }
      if (end.end(1) == end.start(1)) {
        return true;
      }
    }
    return false;
  }

  private void take(Matcher pair) {
    if ("for".equalsIgnoreCase(pair.group(1))) {
      fors.add(String.valueOf(pair.start(2) < 0 ? pair.group(3) : pair.group(2)));
    }
  }

  private void endElement() {
    nodes.add(fors.size() == 1 ? fors.getFirst() : UNREADABLE);
    fors.clear();
  }
}
