package dev.annals.standalone.process;

import dev.annals.command.AnnalsCommandSide;
import dev.annals.query.AnnalsQuerySide;
import dev.annals.query.feed.TestKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@code docker-compose.yml} brings up: the command side and two query sides. */
final class Deployment implements AutoCloseable {
  static final String ADMINISTRATOR = "nobody else knows it";

  private static final String TOPIC = "annals.events." + ProcessHandle.current().pid();
  private static final Map<String, String> GIVEN =
      Map.of(
          "ANNALS_KEK", "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=",
          "ANNALS_ADMINISTRATOR_LOGIN", "admin",
          "ANNALS_ADMINISTRATOR_PASSWORD", ADMINISTRATOR);

  /** Where compose has names and volumes, this has other addresses and a cheaper hash. */
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "ANNALS_KAFKA_TOPIC", TOPIC,
          "ANNALS_PASSWORDS_MEMORY_KIB", "64",
          "ANNALS_PASSWORDS_PASSES", "1");

  private final Database database;
  private final ComposeFile file;
  final Side command;
  final Side onLog;
  final Side onKafka;

  Deployment(Path directory) throws IOException, SQLException {
    database = new Database(directory);
    file = new ComposeFile(GIVEN);
    command = side("command-side", AnnalsCommandSide.class, "query-side");
    onLog = side("query-side", AnnalsQuerySide.class, "command-side");
    onKafka = side("query-side-on-kafka", AnnalsQuerySide.class, "command-side");
  }

  private Side side(String service, Class<?> main, String other) {
    var environment = new HashMap<>(file.environment(service));
    environment.putAll(OTHERWISE);
    environment.replaceAll((_, value) ->
        value.replace("postgres:5432", database.address()).replace("kafka:9092", kafka(value)));
    var others = List.of("/" + other + "/target/", "/" + other + "-", "/standalone/target/");
    return new Side(service, main, others, environment);
  }

  private static String kafka(String value) {
    return value.contains("kafka:9092") ? TestKafka.servers() : "";
  }

  /** In the order of compose, so that the first query side is the one that relays. */
  void start() throws IOException, InterruptedException {
    command.start();
    onLog.start();
    onKafka.start();
  }

  List<Side> querySides() {
    return List.of(onLog, onKafka);
  }

  Database database() {
    return database;
  }

  @Override
  public void close() throws IOException {
    command.close();
    onLog.close();
    onKafka.close();
    database.close();
  }
}
