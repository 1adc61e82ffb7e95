package dev.annals.benchmarks.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Keycloak as it is published on Maven Central, unpacked and built for PostgreSQL in a directory
 * that the next run finds again.
 */
final class KeycloakDistribution {
  static final String VERSION = "26.7.3";

  /** Of what is on Maven Central; whoever serves it from elsewhere must serve the same. */
  private static final String SHA_256 =
      "77657f30b7e90d70f727712ce1c967f430fd6a5e9f458d32d8c6df0635345f47";

  private static final String ARCHIVE = "keycloak-quarkus-dist-" + VERSION + ".tar.gz";
  private static final String MAVEN = Options.text("maven", "https://repo.maven.apache.org/maven2");

  private final Path cache;
  private final Path home;

  private KeycloakDistribution(Path cache) {
    this.cache = cache;
    this.home = cache.resolve("keycloak-" + VERSION);
  }

  /** Fetched, checked, unpacked and built, unless that was done before. */
  static KeycloakDistribution in(Path cache) throws IOException, InterruptedException {
    var distribution = new KeycloakDistribution(Files.createDirectories(cache.toAbsolutePath()));
    var done = distribution.home.resolve("built-for-benchmark");
    if (!Files.exists(done)) {
      distribution.verify(distribution.archive());
      distribution.unpack();
      distribution.await(distribution.run(List.of("build", "--db=postgres")).inheritIO());
      var _ = Files.createFile(done);
    }
    return distribution;
  }

  private Path archive() throws IOException, InterruptedException {
    var archive = cache.resolve(ARCHIVE);
    if (!Files.exists(archive)) {
      var source =
          URI.create(MAVEN + "/org/keycloak/keycloak-quarkus-dist/" + VERSION + "/" + ARCHIVE);
      System.err.println("Fetching " + source);
      var part = cache.resolve(ARCHIVE + ".part");
      try (var http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
        var request = HttpRequest.newBuilder(source).build();
        int status = http.send(request, BodyHandlers.ofFile(part)).statusCode();
        if (status != 200) {
          throw new IOException(source + " was answered " + status);
        }
      }
      var _ = Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
    }
    return archive;
  }

  private void verify(Path archive) throws IOException {
    try (var bytes =
        new DigestInputStream(
            Files.newInputStream(archive), MessageDigest.getInstance("SHA-256"))) {
      long _ = bytes.transferTo(OutputStream.nullOutputStream());
      var found = HexFormat.of().formatHex(bytes.getMessageDigest().digest());
      if (!found.equals(SHA_256)) {
        throw new IOException(archive + " is not what Keycloak published. Delete it.");
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void unpack() throws IOException, InterruptedException {
    var command = List.of("tar", "xzf", cache.resolve(ARCHIVE).toString(), "-C", cache.toString());
    await(new ProcessBuilder(command).inheritIO());
  }

  private void await(ProcessBuilder builder) throws IOException, InterruptedException {
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    int status = builder.start().waitFor();
    if (status != 0) {
      throw new IOException(String.join(" ", builder.command()) + " ended with " + status);
    }
  }

  /** Keycloak's own script, on the JDK that runs this. */
  ProcessBuilder run(List<String> arguments) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    var command = new ArrayList<String>();
    command.add(home.resolve("bin").resolve(windows ? "kc.bat" : "kc.sh").toString());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }
}
