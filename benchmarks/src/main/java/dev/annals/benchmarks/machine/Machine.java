package dev.annals.benchmarks.machine;

import java.util.Locale;

/** What a figure cannot be read without. */
public final class Machine {
  private Machine() {}

  /** In one line. */
  public static String words() {
    return String.format(
        Locale.ROOT,
        "%d cores (%s), %.0f GiB of memory, %s %s %s; Java %s (%s)",
        Runtime.getRuntime().availableProcessors(),
        field("/proc/cpuinfo", "model name", System.getProperty("os.arch")),
        kib() / (1024.0 * 1024),
        System.getProperty("os.name"),
        release(System.getProperty("os.version")),
        System.getProperty("os.arch"),
        Runtime.version(),
        System.getProperty("java.vendor"));
  }

  /** Major and minor: the rest names the build, which is the host's own affair. */
  static String release(String version) {
    return version.replaceFirst("^(\\d+\\.\\d+)\\D.*", "$1");
  }

  private static long kib() {
    return Long.parseLong(field("/proc/meminfo", "MemTotal", "0").replaceAll("\\D", ""));
  }

  private static String field(String file, String name, String otherwise) {
    return Proc.text(file)
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(otherwise);
  }
}
