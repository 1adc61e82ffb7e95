package dev.annals.command.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.annals.command.AnnalsCommandSide;
import dev.annals.store.EventLog;
import dev.annals.store.TestPostgres;
import dev.annals.store.TestPostgres.Database;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The command side as it is shipped, on a port of its own and a clock that tests set. */
public final class Server implements AutoCloseable {
  /** The key-encryption key of all tests. */
  public static final String KEK = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  private final ConfigurableApplicationContext context;
  private final SettableClock clock;

  private Server(ConfigurableApplicationContext context, SettableClock clock) {
    this.context = context;
    this.clock = clock;
  }

  /** What a server is started with: cheap hashing, and no throttle unless asked for. */
  public static Map<String, String> settings(Database database, String... more) {
    var settings = new LinkedHashMap<String, String>();
    settings.put("server.port", "0");
    settings.put("annals.database.url", database.url());
    settings.put("annals.database.username", "annals");
    settings.put("annals.database.password", "annals");
    settings.put("annals.database.migration.username", TestPostgres.server().owner());
    settings.put("annals.database.migration.password", TestPostgres.server().password());
    settings.put("annals.kek", KEK);
    settings.put("annals.administrator.password", Annals.ADMINISTRATORS_PASSWORD);
    settings.put("annals.passwords.memory-kib", "64");
    settings.put("annals.passwords.passes", "1");
    settings.put("annals.attempts.burst", "1000000");
    settings.put("annals.attempts.per-minute", "1000000");
    settings.put("annals.attempts.recorded-per-address", "1000000");
    settings.put("annals.attempts.recorded-overall", "1000000");
    settings.putAll(Output.settings());
    for (var setting : more) {
      int equals = setting.indexOf('=');
      settings.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return settings;
  }

  public static Server start(Database database, SettableClock clock, String... more) {
    return new Server(run(settings(database, more), clock), clock);
  }

  /** Runs the application with these settings, as a command line gives them. */
  @CanIgnoreReturnValue
  public static ConfigurableApplicationContext run(
      Map<String, String> settings, SettableClock clock) {
    var application = new SpringApplication(AnnalsCommandSide.class);
    application.setRegisterShutdownHook(false);
    application.addInitializers(context ->
        ((GenericApplicationContext) context)
            .registerBean(
                "settableClock", InstantSource.class, () -> clock, bean -> bean.setPrimary(true)));
    return application.run(
        settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));
  }

  public SettableClock clock() {
    return clock;
  }

  public URI uri() {
    var port = context.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://localhost:" + port);
  }

  public Client client() {
    return new Client(uri());
  }

  public Annals annals() {
    return new Annals(client());
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Starts over on what is in the database. */
  static Server restarted(Server old, Database database, String... more) {
    old.close();
    return start(database, old.clock, more);
  }

  /** Nothing that was secret is in an event, or in what is said of it. */
  void keepsNoSecrets() {
    bean(EventLog.class)
        .replay(
            0,
            event ->
                assertThat(Secrets.foundIn(text(event.payload()) + text(event.metadata())))
                    .as("in event " + event.position())
                    .isEmpty());
  }

  private static String text(byte[] json) {
    return new String(json, UTF_8);
  }

  @Override
  public void close() {
    keepsNoSecrets();
    context.close();
  }

  @Override
  public String toString() {
    return "Server[" + uri() + "]";
  }
}
