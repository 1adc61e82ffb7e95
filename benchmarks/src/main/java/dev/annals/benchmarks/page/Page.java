package dev.annals.benchmarks.page;

import static java.util.stream.Collectors.joining;

import dev.annals.benchmarks.machine.Machine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;

/**
 * A section of {@code docs/performance.md}, so that each command keeps its own and leaves the rest
 * of the page as it is.
 *
 * @param name in the marks around it
 * @param main what measures it
 */
public record Page(String name, String title, Class<?> main) {
  private static final String ROOT = "dev.annals.benchmarks.";

  public static boolean isWriting() {
    return Boolean.getBoolean("benchmark.write");
  }

  /** Prints the section, and writes it down where that is wanted; pictures by their names. */
  public void tell(String body, Map<String, Picture> pictures) throws IOException {
    System.out.println(text(body));
    if (isWriting()) {
      write(docs(), body, pictures);
    }
  }

  /** Below the directory that has the Maven wrapper. */
  private static Path docs() {
    var directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("mvnw"))) {
      directory = Objects.requireNonNull(directory.getParent(), "no Maven wrapper above");
    }
    return directory.resolve("docs");
  }

  void write(Path docs, String body, Map<String, Picture> pictures) throws IOException {
    var beside = Files.createDirectories(docs.resolve("performance"));
    for (var picture : pictures.entrySet()) {
      var file = beside.resolve(picture.getKey() + ".svg");
      var _ = Files.writeString(file, picture.getValue().svg());
    }
    var shown = pictures.entrySet().stream().map(Page::shown).collect(joining());
    var page = docs.resolve("performance.md");
    var before = Files.exists(page) ? Files.readString(page) : "# Performance\n";
    var _ = Files.writeString(page, replaced(before, text(body) + shown));
  }

  private static String shown(Map.Entry<String, Picture> picture) {
    return "%n![%s](performance/%s.svg)%n".formatted(picture.getValue().words(), picture.getKey());
  }

  private String replaced(String page, String section) {
    var begin = "<!-- " + name + ": written by " + main.getSimpleName() + " -->\n";
    var end = "<!-- end of " + name + " -->\n";
    int from = page.indexOf(begin);
    if (from < 0) {
      return page + "\n" + begin + section + end;
    }
    return page.substring(0, from) + begin + section + page.substring(page.indexOf(end, from));
  }

  String text(String body) {
    return """
    ## %s

    %s, on %s.

    ```sh
    %s
    ```

    %s
    """
        .formatted(title, LocalDate.now(ZoneOffset.UTC), Machine.words(), command(), body.strip());
  }

  private String command() {
    return Typed.command(
        main.getName().substring(ROOT.length()),
        ManagementFactory.getRuntimeMXBean().getInputArguments());
  }
}
