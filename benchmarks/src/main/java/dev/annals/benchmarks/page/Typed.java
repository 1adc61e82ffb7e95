package dev.annals.benchmarks.page;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** What to type for the same run again, from the directory with the Maven wrapper. */
final class Typed {
  private static final String COMMAND =
      "./mvnw -q -pl benchmarks -am -Pbenchmark process-classes -Dbenchmark=";

  private Typed() {}

  /**
   * All that the JVM was given, also its heap, without which it would be another run.
   *
   * @param main below the root of the benchmarks
   */
  static String command(String main, List<String> jvm) {
    var options =
        jvm.stream()
            .filter(option -> !option.startsWith("-Dbenchmark.write="))
            .map(Typed::forMaven)
            .collect(joining(" "));
    return COMMAND + main + " -Dbenchmark.options=" + forShell(options);
  }

  /** Maven's plugin splits at spaces; between quotes of either kind it does not, nor escapes. */
  private static String forMaven(String option) {
    return option.matches("[^\\s\"']+") ? option : "\"" + option.replace("\"", "\"'\"'\"") + "\"";
  }

  private static String forShell(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
