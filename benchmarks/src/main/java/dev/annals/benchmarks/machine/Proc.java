package dev.annals.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What Linux tells of processes; 0 where there is no {@code /proc}. */
public final class Proc {
  private static final double TICKS_PER_SECOND = 100;
  private static final double KIB_PER_MIB = 1024;

  private Proc() {}

  /**
   * Seconds of processor time so far.
   *
   * @param withEnded also that of its children that have ended
   */
  public static double seconds(long pid, boolean withEnded) {
    var stat = text("/proc/" + pid + "/stat");
    var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    return Arrays.stream(fields).skip(11).limit(withEnded ? 4 : 2).mapToLong(Long::parseLong).sum()
        / TICKS_PER_SECOND;
  }

  /** Seconds that all cores together were busy since the machine has started. */
  public static double busySeconds() {
    var fields = text("/proc/stat").lines().findFirst().orElse("").strip().split(" +", -1);
    if (fields.length < 8) {
      return 0;
    }
    return (Arrays.stream(fields, 1, 4).mapToLong(Long::parseLong).sum()
            + Arrays.stream(fields, 6, 8).mapToLong(Long::parseLong).sum())
        / TICKS_PER_SECOND;
  }

  /** VmRSS in MiB: heap, code, class metadata, stacks and what libraries take. */
  public static double residentMemory(long pid) {
    return kib(text("/proc/" + pid + "/status"), "VmRSS:") / KIB_PER_MIB;
  }

  /** In MiB; a page that several processes share counts in parts. */
  public static double proportionalMemory(long pid) {
    return kib(text("/proc/" + pid + "/smaps_rollup"), "Pss:") / KIB_PER_MIB;
  }

  private static long kib(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  public static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException _) {
      return "";
    }
  }
}
