package dev.annals.query.api;

import dev.annals.query.AnnalsQuerySide;
import dev.annals.query.upkeep.Views;
import dev.annals.store.TestPostgres;
import dev.annals.store.TestPostgres.Database;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;

/** The query side as it is shipped, on a port of its own. */
final class QueryServer implements AutoCloseable {
  static final String ISSUER = "http://localhost:8080";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ConfigurableApplicationContext context;

  private QueryServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static QueryServer start(Database log, Database views, String... more) {
    var settings = settings(log, views);
    for (var setting : more) {
      int equals = setting.indexOf('=');
      settings.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    var application = AnnalsQuerySide.application();
    application.setRegisterShutdownHook(false);
    return new QueryServer(
        application.run(
            settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new)));
  }

  private static Map<String, String> settings(Database log, Database views) {
    var settings = new LinkedHashMap<String, String>();
    settings.put("server.port", "0");
    settings.put("annals.database.url", log.url());
    settings.put("annals.database.username", "annals_reader");
    settings.put("annals.database.password", "annals");
    settings.put("annals.recording.username", "annals");
    settings.put("annals.recording.password", "annals");
    settings.put("annals.query.database.url", views.url());
    settings.put("annals.query.database.username", TestPostgres.server().owner());
    settings.put("annals.query.database.password", TestPostgres.server().password());
    settings.put("annals.kek", Town.KEK.toBase64());
    return settings;
  }

  /** Waits until the views have read so far. */
  void reach(long position) {
    if (!views()
        .waiting()
        .await(Set.of("audit", "account", "session", "activity"), position, PATIENCE)) {
      throw new AssertionError("the views do not get to " + position);
    }
  }

  Views views() {
    return context.getBean(Views.class);
  }

  URI uri() {
    var port = context.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://localhost:" + port);
  }

  Call get(String path) {
    return new Call(uri(), "GET", path);
  }

  Call post(String path) {
    return new Call(uri(), "POST", path);
  }

  @Override
  public void close() {
    context.close();
  }
}
