package dev.annals.benchmarks.fault.world;

import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.standalone.fault.client.Crowd;
import dev.annals.standalone.fault.server.ChildAnnals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code docker-compose.yml} brings up: a command side, a query side on the log, one on Kafka,
 * and between them and the log's PostgreSQL cables that can be cut.
 */
public final class Deployment implements AutoCloseable {
  private static final String COMMAND_SIDE_ONLY = ".*\\b(query-side|standalone|kafka[-_].*)\\b.*";
  private static final String QUERY_SIDE_ONLY =
      ".*\\b(command-side|standalone|benchmarks|axon-.*|kafka_2.*)\\b.*";

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Thread lastResort = new Thread(this::close);
  private final Path logs;
  private final String kek = KeyEncryptionKey.generate().toBase64();
  public final Optional<SmallDisk> disk;
  public final Postgres log;
  public final Postgres views;
  public final Cable commandCable;
  public final Cable queryCable;
  public final Broker kafka;
  public final ClockFile clock;
  public final Side command;
  public final Side onLog;
  public final Side onKafka;

  public Deployment(Path directory) throws IOException, InterruptedException {
    Runtime.getRuntime().addShutdownHook(lastResort);
    logs = Files.createDirectories(directory);
    var data = Files.createDirectories(directory.resolve("data"));
    disk = SmallDisk.mount(data);
    disk.ifPresent(open::push);
    log = opened(new Postgres(disk.map(SmallDisk::directory).orElse(data).resolve("log")));
    views = opened(new Postgres(data.resolve("views-on-kafka")));
    commandCable = opened(new Cable(log.port()));
    queryCable = opened(new Cable(log.port()));
    kafka = opened(new Broker(data, logs));
    clock = new ClockFile(data.resolve("clock"));
    command = opened(commandSide(data.resolve("clock")));
    onLog = opened(querySide("query-side", log, "log"));
    onKafka = opened(querySide("query-side-on-kafka", views, "kafka"));
  }

  private <T extends AutoCloseable> T opened(T thing) {
    open.push(thing);
    return thing;
  }

  private Side commandSide(Path clockFile) {
    var environment = new HashMap<>(logBehind(commandCable));
    environment.put(
        "ANNALS_DATABASE_MIGRATION_USERNAME", log.setting("annals.database.migration.username"));
    environment.put(
        "ANNALS_DATABASE_MIGRATION_PASSWORD", log.setting("annals.database.migration.password"));
    environment.put("ANNALS_ADMINISTRATOR_PASSWORD", Crowd.PASSWORD);
    environment.put(SteppedCommandSide.CLOCK, clockFile.toAbsolutePath().toString());
    var main = SteppedCommandSide.class.getName();
    var program = new Program("command-side", logs, COMMAND_SIDE_ONLY, main);
    return new Side(program, environment, ChildAnnals.SETTINGS);
  }

  private Side querySide(String name, Postgres own, String feed) {
    var environment = new HashMap<>(logBehind(queryCable));
    for (var part : List.of("username", "password")) {
      var secret = log.setting("annals.database." + part);
      environment.put("ANNALS_RECORDING_" + part.toUpperCase(Locale.ROOT), secret);
      environment.put("ANNALS_RELAY_" + part.toUpperCase(Locale.ROOT), secret);
    }
    var url = own.setting("annals.query.database.url");
    environment.put("ANNALS_QUERY_DATABASE_URL", own == log ? through(queryCable, url) : url);
    environment.put(
        "ANNALS_QUERY_DATABASE_USERNAME", own.setting("annals.query.database.username"));
    environment.put(
        "ANNALS_QUERY_DATABASE_PASSWORD", own.setting("annals.query.database.password"));
    environment.put("ANNALS_KAFKA_BOOTSTRAP_SERVERS", kafka.servers());
    environment.put("ANNALS_RELAY_ENABLED", "true");
    environment.put("ANNALS_FEED", feed);
    var program = new Program(name, logs, QUERY_SIDE_ONLY, "dev.annals.query.AnnalsQuerySide");
    return new Side(program, environment, List.of());
  }

  private Map<String, String> logBehind(Cable cable) {
    return Map.of(
        "ANNALS_KEK", kek,
        "ANNALS_DATABASE_URL", through(cable, log.setting("annals.database.url")),
        "ANNALS_DATABASE_USERNAME", log.setting("annals.database.username"),
        "ANNALS_DATABASE_PASSWORD", log.setting("annals.database.password"));
  }

  private String through(Cable cable, String url) {
    return url.replace(":" + log.port() + "/", ":" + cable.port() + "/");
  }

  /** In the order of compose. */
  public void start() throws InterruptedException {
    kafka.launch();
    Until.holds("Kafka to listen", kafka::isListening);
    for (var side : sides()) {
      side.launch();
      Until.holds(side.name() + " to be ready", side::isReady);
    }
  }

  List<Side> sides() {
    return List.of(command, onLog, onKafka);
  }

  public void awaitReady() throws InterruptedException {
    for (var side : sides()) {
      Until.holds(side.name() + " to be ready", side::isReady);
    }
  }

  /** May be called again. */
  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        System.err.println("While closing: " + e);
      }
    }
    if (!Thread.currentThread().equals(lastResort)) {
      var _ = Runtime.getRuntime().removeShutdownHook(lastResort);
    }
  }
}
