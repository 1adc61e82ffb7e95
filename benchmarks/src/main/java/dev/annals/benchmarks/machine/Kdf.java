package dev.annals.benchmarks.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The bare Argon2id that Annals uses, on all cores at once and with nothing around it: more
 * sign-ins a second than that cannot be. A program of its own.
 */
public final class Kdf {
  /** Keycloak's defaults. */
  public static final int MEMORY_KIB = 7_168;

  public static final int PASSES = 5;
  public static final int LANES = 1;

  private static final int LENGTH = 32;
  private static final String PASSWORD = "nine purple otters juggling";

  private Kdf() {}

  /** Prints how many a second, over as many seconds as it is told, after one of warm-up. */
  public static void main(String[] arguments) throws ExecutionException, InterruptedException {
    double seconds = Double.parseDouble(arguments[0]);
    int threads = Runtime.getRuntime().availableProcessors();
    var _ = hashes(threads, 1);
    System.out.println(hashes(threads, seconds) / seconds);
  }

  private static long hashes(int threads, double seconds)
      throws ExecutionException, InterruptedException {
    long end = System.nanoTime() + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    try (var executor = Executors.newFixedThreadPool(threads)) {
      long sum = 0;
      for (var each :
          executor.invokeAll(
              IntStream.range(0, threads)
                  .<java.util.concurrent.Callable<Long>>mapToObj(_ -> () -> until(end))
                  .toList())) {
        sum += each.get();
      }
      return sum;
    }
  }

  private static long until(long end) {
    var argon2 = Argon2Factory.createAdvanced(Argon2Types.ARGON2id);
    byte[] salt = "0123456789abcdef".getBytes(UTF_8);
    long count = 0;
    while (System.nanoTime() - end < 0) {
      salt[0]++;
      byte[] password = PASSWORD.getBytes(UTF_8);
      var _ = argon2.pbkdf(PASSES, MEMORY_KIB, LANES, password, salt, LENGTH);
      count++;
    }
    return count;
  }

  /** The program's answer. */
  public static double perSecond(double seconds) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-classpath",
                    System.getProperty("java.class.path"),
                    Kdf.class.getName(),
                    Double.toString(seconds)))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    int _ = process.waitFor();
    return Double.parseDouble(said);
  }
}
