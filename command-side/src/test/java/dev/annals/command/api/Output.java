package dev.annals.command.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What all servers of this JVM log, louder than they usually do. */
public final class Output {
  private static final Path FILE =
      Path.of("target", "server-output-" + ProcessHandle.current().pid() + ".log");

  private Output() {}

  /**
   * Spring's own words at debug level on what it dispatches and could not read repeat what was
   * sent; they are left as quiet as they are shipped.
   */
  static Map<String, String> settings() {
    return Map.of(
        "logging.file.name",
        FILE.toString(),
        "logging.config",
        "classpath:servers-logback.xml",
        "logging.level.dev.annals",
        "trace",
        "logging.level.org.springframework.web",
        "trace",
        "logging.level.org.springframework.web.method.HandlerMethod",
        "info",
        "logging.level.org.springframework.web.servlet.DispatcherServlet",
        "info",
        "logging.level.org.springframework.web.servlet.mvc.method.annotation"
            + ".ExceptionHandlerExceptionResolver",
        "info");
  }

  /** How much there is. */
  public static long length() {
    return FILE.toFile().length();
  }

  /** What came after this much. */
  public static String after(long bytes) {
    try (var channel = Files.newByteChannel(FILE)) {
      var _ = channel.position(bytes);
      var buffer = java.nio.ByteBuffer.allocate((int) (channel.size() - bytes));
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
      return new String(buffer.array(), 0, buffer.position(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
