package dev.annals.benchmarks.endurance;

import dev.annals.benchmarks.machine.Proc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the service's collector says of its heap, in a file of its own. */
final class Heap {
  private static final Pattern PAUSE =
      Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\((\\d+)M\\) ([0-9.]+)ms");

  private final Path file;
  private int read;
  private double last;

  Heap() throws IOException {
    file = Files.createTempFile("annals-benchmark-", ".gc");
  }

  /** What makes the collector say it. */
  String option() {
    return "-Xlog:gc:file=" + file + "::filecount=0";
  }

  /** The least that was left after a collection since the last time; in MiB. */
  double least() {
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
}
