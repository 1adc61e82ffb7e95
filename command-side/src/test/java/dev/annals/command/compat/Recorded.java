package dev.annals.command.compat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One exchange with a vendor's server, as a file under {@code src/test/resources/<family>} has it:
 *
 * <pre>
 * ### a sentence that names it
 * # source: where it is from; "ours" where no source says so
 * &gt; POST /path HTTP/1.1
 * &gt; Content-Type: application/json
 * &gt;
 * &gt; {"field":"{{variable}}"}
 * &lt; 200
 * &lt; Content-Type: application/json
 * &lt; !WWW-Authenticate
 * &lt;
 * &lt; {"field":"{{variable=jwt}}"}
 * </pre>
 *
 * <p>{@code !Name} is a header that must be absent. In an answer {@code {{jwt}}}, {@code {{uuid}}},
 * {@code {{time}}}, {@code {{number}}} and {@code {{text}}} stand for any such value, and {@code
 * {{name=kind}}} keeps it for later requests. An empty body is compared as such.
 */
public record Recorded(String name, String source, List<String> request, List<String> answer) {

  /** All exchanges of a file, in their order. */
  public static List<Recorded> in(String file) {
    try {
      return parse(Files.readAllLines(Path.of("src/test/resources", file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Recorded> parse(List<String> lines) {
    var all = new ArrayList<Recorded>();
    for (var line : lines) {
      if (line.startsWith("### ")) {
        all.add(new Recorded(line.substring(4), "", new ArrayList<>(), new ArrayList<>()));
      } else if (line.startsWith("# source: ")) {
        var last = all.removeLast();
        all.add(new Recorded(last.name, line.substring(10), last.request, last.answer));
      } else if (line.startsWith(">")) {
        all.getLast().request.add(content(line));
      } else if (line.startsWith("<")) {
        all.getLast().answer.add(content(line));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        throw new IllegalArgumentException("not a line of a recording: " + line);
      }
    }
    return all;
  }

  private static String content(String line) {
    return line.length() > 2 ? line.substring(2) : "";
  }

  /** The request line and the headers. */
  List<String> requestHead() {
    return request.subList(0, end(request));
  }

  String requestBody() {
    return body(request);
  }

  int status() {
    return Integer.parseInt(answer.getFirst());
  }

  List<String> answerHeaders() {
    return answer.subList(1, end(answer));
  }

  String answerBody() {
    return body(answer);
  }

  private static int end(List<String> lines) {
    int blank = lines.indexOf("");
    return blank < 0 ? lines.size() : blank;
  }

  private static String body(List<String> lines) {
    int end = end(lines);
    return end == lines.size() ? "" : String.join("\n", lines.subList(end + 1, lines.size()));
  }

  @Override
  public String toString() {
    return name;
  }
}
