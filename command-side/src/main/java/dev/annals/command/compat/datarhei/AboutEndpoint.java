package dev.annals.command.compat.datarhei;

import dev.annals.command.installation.Founding;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says that this is a Core and how one logs in; more to whoever has. */
@RestController
@ConditionalOnProperty("annals.compat.datarhei.enabled")
final class AboutEndpoint {
  private static final String VERSION = "16.16.0";
  private static final String MAJOR_VERSION = "16.0.0";

  private final DatarheiSettings settings;
  private final Guard guard;
  private final LoginMethods methods;
  private final Founding founding;

  AboutEndpoint(DatarheiSettings settings, Guard guard, LoginMethods methods, Founding founding) {
    this.settings = settings;
    this.guard = guard;
    this.methods = methods;
    this.founding = founding;
  }

  @GetMapping("/~datarhei/api")
  ResponseEntity<Object> about(HttpServletRequest request) {
    var about = new LinkedHashMap<String, Object>();
    about.put("app", "datarhei-core");
    about.put("auths", methods.names());
    if (guard.lets(request)) {
      about.putAll(identity());
      about.put("version", version());
    } else {
      about.put("version", Map.of("number", MAJOR_VERSION));
    }
    return JsonLines.ok(about);
  }

  private Map<String, Object> identity() {
    var founded = founding.current().founded().orElseThrow();
    var uptime = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    var identity = new LinkedHashMap<String, Object>();
    identity.put("name", settings.name());
    identity.put("id", founded.installation().toString());
    identity.put("created_at", founded.at().truncatedTo(ChronoUnit.SECONDS).toString());
    identity.put("uptime_seconds", uptime.toSeconds());
    return identity;
  }

  /** The version is that of the Core we stand in for; what it is built with is told as it is. */
  private static Map<String, Object> version() {
    var version = new LinkedHashMap<String, Object>();
    version.put("number", VERSION);
    version.put("repository_commit", "");
    version.put("repository_branch", "");
    version.put("build_date", "");
    version.put("arch", system() + "/" + architecture());
    version.put("compiler", "java" + Runtime.version().feature());
    return version;
  }

  /** As Go calls it. */
  private static String system() {
    var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name.split(" ", 2)[0];
  }

  private static String architecture() {
    var name = System.getProperty("os.arch", "");
    return switch (name) {
      case "x86_64" -> "amd64";
      case "aarch64" -> "arm64";
      default -> name;
    };
  }
}
