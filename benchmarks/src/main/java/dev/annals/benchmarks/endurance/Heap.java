package dev.annals.benchmarks.endurance;

import dev.annals.benchmarks.machine.Proc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What the service's collector says of its heap, in a file of its own: what a full collection
 * leaves, since after a young one the old generation still holds what nobody needs.
 */
final class Heap {
  private static final Pattern PAUSE =
      Pattern.compile("Pause Full.* (\\d+)M->(\\d+)M\\((\\d+)M\\) ([0-9.]+)ms");

  /** Few enough that the pauses are beyond the 99th percentile of a minute. */
  private static final int BETWEEN_COLLECTIONS = 9;

  private final Path file;
  private int asked;
  private int read;
  private double last;

  Heap() throws IOException {
    file = Files.createTempFile("annals-benchmark-", ".gc");
  }

  /** What makes the collector say it. */
  String option() {
    return "-Xlog:gc:file=" + file + "::filecount=0";
  }

  /** The least that a collection has left since it was last asked, or what it was then; in MiB. */
  double least(long pid) {
    if (asked++ % BETWEEN_COLLECTIONS == 0) {
      collect(pid);
    }
    var text = Proc.text(file.toString());
    last =
        PAUSE
            .matcher(text.substring(Math.min(read, text.length())))
            .results()
            .mapToDouble(each -> Double.parseDouble(each.group(2)))
            .min()
            .orElse(last);
    read = text.length();
    return last;
  }

  /** It takes some tenths of a second, in which nobody is answered. */
  private static void collect(long pid) {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      var _ =
          new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
