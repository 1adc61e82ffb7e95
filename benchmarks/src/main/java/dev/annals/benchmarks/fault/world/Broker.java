package dev.annals.benchmarks.fault.world;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** A Kafka of one node in a process of its own, over the same files whenever it is started. */
public final class Broker implements AutoCloseable {
  private static final String NOTHING = "(?!)";

  private final Program program;
  private final Path settings;
  private final int port = Program.freePort();

  Broker(Path directory, Path logs) throws IOException, InterruptedException {
    program = new Program("kafka", logs, NOTHING, "kafka.Kafka");
    var data = Files.createDirectories(directory.resolve("kafka"));
    var text = properties(port, Program.freePort(), data);
    settings = Files.writeString(directory.resolve("kafka.properties"), text);
    try (var tool = new Program("kafka-format", logs, NOTHING, "kafka.tools.StorageTool")) {
      tool.run("format", "--cluster-id", clusterId(), "--config", settings.toString());
    }
  }

  private static String properties(int port, int controller, Path data) {
    return """
    process.roles=broker,controller
    node.id=1
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
    controller.listener.names=CONTROLLER
    controller.quorum.voters=1@127.0.0.1:%2$d
    log.dirs=%3$s
    offsets.topic.replication.factor=1
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    """
        .formatted(port, controller, data);
  }

  private static String clusterId() {
    var id = UUID.randomUUID();
    var bytes = ByteBuffer.allocate(2 * Long.BYTES);
    var _ = bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  String servers() {
    return "127.0.0.1:" + port;
  }

  public void launch() {
    program.start(Map.of(), settings.toString());
  }

  public void kill() {
    program.kill();
  }

  boolean isListening() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    program.close();
  }
}
